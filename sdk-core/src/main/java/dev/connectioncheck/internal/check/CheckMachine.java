package dev.connectioncheck.internal.check;

import dev.connectioncheck.CheckResult;
import dev.connectioncheck.internal.call.Retries;
import dev.connectioncheck.internal.drive.Step;
import dev.connectioncheck.internal.wire.Nanos;
import dev.connectioncheck.spi.Progress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Runs one check to its verdict: starts it, unless it runs already, then polls it, all before one deadline. */
final class CheckMachine extends ProgressMachine<CheckResult> {
    /** The last poll is made so long before the deadline, or longer if answers took longer so far. */
    private static final long LEAST_RESERVE = Duration.ofMillis(50).toNanos();

    private static final long LARGEST_RESERVE = Duration.ofSeconds(2).toNanos();

    private static final long NANOS_OF_MILLI = Duration.ofMillis(1).toNanos();

    private boolean lastPollMade;
    private int slowestCallMillis;

    CheckMachine(CheckContext<?> context, Course course) {
        super(context, course);
    }

    @Override
    public Step<CheckResult> begin(long now) {
        Progress.Running running = course().running();
        if (running == null) {
            return start(now);
        }
        long asked = patience(running) - course().age(now);
        return asked > 0 || !course().isDue(now) ? pause(asked, now) : poll(true, now);
    }

    @Override
    public Step<CheckResult> woke(long now) {
        @Nullable Step<CheckResult> waited = wokeCall(now);
        return waited != null ? waited : poll(true, now);
    }

    @Override
    Step<CheckResult> decided(CheckResult result) {
        return new Step.Done<>(result);
    }

    @Override
    Step<CheckResult> running(Progress.Running next, long took, long now) {
        slowestCallMillis = Math.max(slowestCallMillis, (int) Math.min(took / NANOS_OF_MILLI, Integer.MAX_VALUE));
        return pause(patience(next), now);
    }

    /** Waits for the next poll; makes a last one shortly before the deadline, and gives up after that. */
    private Step<CheckResult> pause(long asked, long now) {
        if (lastPollMade) {
            return new Step.Failed<>(timedOut());
        }
        long left = context().deadline() - now;
        long untilLast = Math.max(left - reserve(left), 0);
        long pause = Math.max(course().pause(now), asked);
        lastPollMade = pause >= untilLast;
        logPause(Math.min(pause, untilLast), reasonOf(pause, asked));
        return new Step.Wait<>(Math.min(pause, untilLast));
    }

    private String reasonOf(long pause, long asked) {
        if (lastPollMade) {
            return "for the last poll before the deadline";
        }
        if (pause == asked) {
            return "as the vendor asks";
        }
        return course().isExpected() ? "by how long its checks usually take" : "by the age of the check";
    }

    /** How long the vendor asks to wait for the next poll, up to a cap. */
    static long patience(Progress.Running running) {
        return Nanos.of(Retries.capped(running.retryAfter().orElse(Duration.ZERO)));
    }

    private long reserve(long left) {
        long reserve = Math.max(LEAST_RESERVE, Math.min(2L * slowestCallMillis * NANOS_OF_MILLI, LARGEST_RESERVE));
        return Math.min(reserve, left / 2);
    }
}
