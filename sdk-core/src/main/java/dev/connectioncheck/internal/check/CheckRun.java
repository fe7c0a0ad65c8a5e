package dev.connectioncheck.internal.check;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.internal.drive.AsyncRun;
import dev.connectioncheck.internal.drive.Registry;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** An asynchronous check. */
final class CheckRun extends AsyncRun<CheckResult> {
    private final CheckContext<?> context;
    private final List<Registry> registries;

    private CheckRun(CheckContext<?> context, CheckMachine machine, List<Registry> registries, Executor executor) {
        super(machine, context.time(), executor);
        this.context = context;
        this.registries = registries;
    }

    /** Begins a check; whoever closes one of the registries ends it. */
    static CheckRun begin(CheckContext<?> context, CheckMachine machine, List<Registry> registries, Executor executor) {
        CheckRun run = new CheckRun(context, machine, registries, executor);
        registries.forEach(registry -> registry.add(run));
        try {
            run.begin();
        } catch (RuntimeException | Error e) {
            run.remove();
            throw e;
        }
        return run;
    }

    private void remove() {
        registries.forEach(registry -> registry.remove(this));
    }

    @Override
    protected Executor deliveries(Executor users) {
        return context.events().isSilent() ? users : context.delivery();
    }

    @Override
    protected void settled(@Nullable CheckResult result, @Nullable ConnectionCheckException error) {
        remove();
    }

    @Override
    protected void ended(@Nullable CheckResult result, @Nullable ConnectionCheckException error) {
        if (result != null) {
            context.finished(CheckOutcome.of(result));
        } else if (error != null) {
            context.finished(CheckOutcome.of(context.target(), error));
        }
    }
}
