package dev.connectioncheck.internal.pace;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Paces polls: a pure function of the age of a check, of what is expected of it, and of chance. On half a page:
 * docs/pacing.md; its figures come from the simulation of docs/performance.md.
 *
 * <p>If nothing is expected, the pause grows with the age, so that a quick check is seen at once and a slow one costs
 * few requests. If a verdict is expected around some time, there is no poll before, small equal steps around it, and
 * growing pauses again after.
 */
public final class PollPacing {
    /** The shortest pause, in nanoseconds, before chance takes some of it. */
    public static final long FLOOR = Duration.ofMillis(150).toNanos();

    static final long CAP = Duration.ofSeconds(30).toNanos();
    static final double FRACTION = 0.25;
    static final double JITTER = 0.1;

    /** A step is this part of the spread of what is expected; polls begin some steps before it and end some after. */
    static final double STEP = 0.45;

    static final int STEPS_BEFORE = 2;
    static final int STEPS_AFTER = 7;

    private PollPacing() {}

    /** Returns the pause before the next poll of a check that the vendor accepted so long ago, shortened by chance. */
    public static long pause(long age, @Nullable Expectation expected) {
        return pause(age, expected, ThreadLocalRandom.current().nextDouble());
    }

    /** Returns the shortest pause that chance can make of it. */
    public static long leastPause(long age, @Nullable Expectation expected) {
        return pause(age, expected, 1);
    }

    /** Takes up to a tenth of the pause away, so that checks that began together are not polled together for ever. */
    static long pause(long age, @Nullable Expectation expected, double chance) {
        double full = expected == null ? age * FRACTION : towards(expected, (double) age);
        return (long) (Math.max((double) FLOOR, Math.min((double) CAP, full)) * (1 - JITTER * chance));
    }

    private static double towards(Expectation expected, double age) {
        double first = expected.after(-STEPS_BEFORE * STEP);
        if (age < first * (1 - JITTER)) {
            double wait = first - age;
            return inEqualParts(expected.doubtful() ? Math.min(wait, Math.max(age, (double) FLOOR)) : wait);
        }
        double step = STEP * expected.spread() * expected.typical();
        return age < expected.after(STEPS_AFTER * STEP) ? Math.min(step, age * FRACTION) : age * FRACTION;
    }

    /** A wait that is longer than the cap would else end with a poll that comes soon after another. */
    private static double inEqualParts(double wait) {
        return wait / Math.ceil(wait / CAP);
    }
}
