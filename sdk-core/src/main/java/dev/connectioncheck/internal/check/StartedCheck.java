package dev.connectioncheck.internal.check;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.RunningCheck;
import dev.connectioncheck.spi.Progress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A check that a vendor has accepted: either it is decided already, or there is a way to go on. */
public final class StartedCheck implements RunningCheck {
    private final CheckEngine engine;
    private final CheckContext<?> context;
    private final @Nullable String checkId;
    private final @Nullable String token;
    private final Supplier<CheckMachine<?>> goOn;
    private volatile @Nullable CheckResult result;

    private StartedCheck(
            CheckEngine engine,
            CheckContext<?> context,
            Progress.@Nullable Running running,
            Supplier<CheckMachine<?>> goOn,
            @Nullable CheckResult result) {
        this.engine = engine;
        this.context = context;
        this.checkId = running == null ? null : running.checkId();
        this.token = running == null ? null : context.token(running);
        this.goOn = goOn;
        this.result = result;
    }

    static <T extends CheckTarget> StartedCheck of(CheckEngine engine, CheckContext<T> context, Progress progress) {
        long now = context.time().nanoTime();
        if (progress instanceof Progress.Running running) {
            context.listener().changed(context.target(), context.secrets().cleanWord(running.status()));
            return new StartedCheck(engine, context, running, () -> CheckMachine.accepted(context, running, now), null);
        }
        CheckResult result = Results.of(context, (Progress.Finished) progress, null, 0, now);
        context.listener().finished(CheckOutcome.of(result));
        return new StartedCheck(engine, context, null, () -> CheckMachine.starting(context), result);
    }

    static <T extends CheckTarget> StartedCheck resumed(
            CheckEngine engine, CheckContext<T> context, Progress.Running running) {
        return new StartedCheck(engine, context, running, () -> CheckMachine.resumed(context, running), null);
    }

    @Override
    public CheckTarget target() {
        return context.target();
    }

    @Override
    public Optional<String> checkId() {
        return Optional.ofNullable(checkId);
    }

    @Override
    public Optional<String> token() {
        return Optional.ofNullable(token);
    }

    @Override
    public CheckResult await() {
        CheckResult known = result;
        return known != null ? known : remember(engine.await(context, goOn.get()));
    }

    @Override
    public CompletableFuture<CheckResult> awaitAsync() {
        CheckResult known = result;
        return known != null ? CompletableFuture.completedFuture(known) : engine.checkAsync(context, goOn.get());
    }

    private CheckResult remember(CheckResult verdict) {
        result = verdict;
        return verdict;
    }
}
