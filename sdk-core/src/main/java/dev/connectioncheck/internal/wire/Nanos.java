package dev.connectioncheck.internal.wire;

import java.time.Duration;

/** Durations in the engine's unit, without overflow. */
public final class Nanos {
    private static final Duration LONGEST = Duration.ofDays(365);

    private Nanos() {}

    /** Returns the nanoseconds; those of a year if it is longer. */
    public static long of(Duration duration) {
        return duration.compareTo(LONGEST) > 0 ? LONGEST.toNanos() : duration.toNanos();
    }
}
