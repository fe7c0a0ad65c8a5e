package dev.connectioncheck.internal.check;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Paces polls: the pause grows with the time already waited, so that a quick check is seen at once and a slow one costs
 * few requests. The extra wait then is a fixed fraction of the check's own time at most.
 *
 * <p>The figures come from a simulation of jobs that take from 0.2 seconds to 10 minutes (docs/performance.md).
 */
final class PollPacing {
    static final long FLOOR = Duration.ofMillis(150).toNanos();
    static final long CAP = Duration.ofSeconds(30).toNanos();
    static final double FRACTION = 0.25;
    static final double JITTER = 0.1;

    private PollPacing() {}

    /** Returns the pause before the next poll of a check that the vendor accepted so long ago. */
    static long pause(long waited) {
        long pause = Math.max(FLOOR, Math.min(CAP, (long) (waited * FRACTION)));
        return pause - (long) (pause * JITTER * ThreadLocalRandom.current().nextDouble());
    }
}
