package dev.connectioncheck.internal.check;

import dev.connectioncheck.CheckResult;
import dev.connectioncheck.PollOutcome;
import dev.connectioncheck.internal.drive.Step;
import dev.connectioncheck.spi.Progress;
import java.time.Duration;
import java.util.Objects;

/** Polls a check once, with the retries of one call. */
final class PollMachine extends ProgressMachine<PollOutcome> {
    PollMachine(CheckContext<?> context, Course course) {
        super(context, course);
    }

    @Override
    public Step<PollOutcome> begin(long now) {
        return poll(false, now);
    }

    @Override
    public Step<PollOutcome> woke(long now) {
        return Objects.requireNonNull(wokeCall(now), "no call waited");
    }

    @Override
    Step<PollOutcome> decided(CheckResult result) {
        return new Step.Done<>(PollOutcome.decided(result));
    }

    @Override
    Step<PollOutcome> running(Progress.Running next, long took, long now) {
        long pause = Math.max(course().pause(now), CheckMachine.patience(next));
        logPause(pause, "left to the program");
        return new Step.Done<>(PollOutcome.pending(
                context().token(next, mark(now)),
                context().secrets().cleanWord(next.status()),
                Duration.ofNanos(pause)));
    }
}
