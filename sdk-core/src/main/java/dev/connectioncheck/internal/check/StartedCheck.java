package dev.connectioncheck.internal.check;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.PollOutcome;
import dev.connectioncheck.RunningCheck;
import dev.connectioncheck.internal.drive.Machine;
import dev.connectioncheck.internal.drive.Registry;
import dev.connectioncheck.spi.Progress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/**
 * A check that a vendor has accepted: either it is decided already, or there is a way to go on. Used by all threads:
 * what they share is in the course, and in the registry of the waits, which is closed when the check is cancelled.
 */
final class StartedCheck implements RunningCheck {
    // Transient: a mapper that looks at fields finds nothing of what a check holds.
    private final transient CheckRunner runner;
    private final transient CheckContext<?> context;
    private final transient Course course;
    private final transient Registry waits = new Registry();

    StartedCheck(CheckRunner runner, CheckContext<?> context, Course course) {
        this.runner = runner;
        this.context = context;
        this.course = course;
    }

    @Override
    public CheckTarget target() {
        return context.target();
    }

    @Override
    public Optional<String> checkId() {
        return Optional.ofNullable(course.running()).map(Progress.Running::checkId);
    }

    @Override
    public Optional<String> token() {
        return Optional.ofNullable(course.running())
                .map(running -> context.token(running, Results.mark(context, course)));
    }

    @Override
    public CheckResult await() {
        CheckResult known = course.result();
        if (known != null) {
            return known;
        }
        throwIfCancelled();
        return runner.await(context, course, List.of(waits));
    }

    @Override
    public CompletableFuture<CheckResult> awaitAsync() {
        CheckResult known = course.result();
        if (known != null) {
            return CompletableFuture.completedFuture(known);
        }
        if (waits.isClosed()) {
            return CompletableFuture.failedFuture(new CancellationException());
        }
        return runner.awaitAsync(context, course, List.of(waits));
    }

    @Override
    public PollOutcome poll() {
        CheckResult known = course.result();
        if (known != null) {
            return PollOutcome.decided(known);
        }
        throwIfCancelled();
        PollOutcome outcome = runner.run(context, new PollMachine(context, course), List.of(waits));
        if (outcome instanceof PollOutcome.Decided decided) {
            context.finished(CheckOutcome.of(decided.result()));
        }
        return outcome;
    }

    @Override
    public void cancel() {
        if (!waits.isClosed()) {
            waits.close();
            if (course.result() == null) {
                context.finished(CheckOutcome.of(context.target(), cancelled()));
            }
        }
    }

    private void throwIfCancelled() {
        if (waits.isClosed()) {
            throw cancelled();
        }
    }

    private ConnectionCheckException cancelled() {
        return Results.stopped(context, course, Machine.Stop.CANCELLED);
    }

    @Override
    public String toString() {
        CheckResult known = course.result();
        if (known != null) {
            return known.toString();
        }
        Progress.Running running = course.running();
        return target() + ": " + (waits.isClosed() ? "cancelled" : "running")
                + (running == null ? "" : ", " + context.secrets().cleanWord(running.status()));
    }
}
