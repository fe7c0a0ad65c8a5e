package dev.connectioncheck.internal.check;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.internal.drive.AsyncRun;
import dev.connectioncheck.internal.drive.Registry;
import org.jspecify.annotations.Nullable;

/** An asynchronous check. */
final class CheckRun extends AsyncRun<CheckResult> {
    private final CheckContext<?> context;
    private final Registry registry;

    private CheckRun(CheckContext<?> context, CheckMachine<?> machine, Registry registry) {
        super(machine, context.time());
        this.context = context;
        this.registry = registry;
    }

    static CheckRun begin(CheckContext<?> context, CheckMachine<?> machine, Registry registry) {
        CheckRun run = new CheckRun(context, machine, registry);
        registry.add(run);
        try {
            run.begin();
        } catch (RuntimeException | Error e) {
            registry.remove(run);
            throw e;
        }
        return run;
    }

    @Override
    protected void ended(@Nullable CheckResult result, @Nullable ConnectionCheckException error) {
        registry.remove(this);
        if (result != null) {
            context.listener().finished(CheckOutcome.of(result));
        } else if (error != null) {
            context.listener().finished(CheckOutcome.of(context.target(), error));
        }
    }
}
