package dev.connectioncheck.internal.check;

import dev.connectioncheck.CheckResult;
import dev.connectioncheck.internal.drive.Step;
import dev.connectioncheck.spi.Progress;
import java.util.Objects;

/** Starts a check and ends once the vendor has accepted or decided it. */
final class StartMachine extends ProgressMachine<Course> {
    StartMachine(CheckContext<?> context, Course course) {
        super(context, course);
    }

    @Override
    public Step<Course> begin(long now) {
        return start(now);
    }

    @Override
    public Step<Course> woke(long now) {
        return Objects.requireNonNull(wokeCall(now), "no call waited");
    }

    @Override
    Step<Course> decided(CheckResult result) {
        return new Step.Done<>(course());
    }

    @Override
    Step<Course> running(Progress.Running next, long took, long now) {
        return new Step.Done<>(course());
    }
}
