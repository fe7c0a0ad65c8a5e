package dev.connectioncheck.internal.wire;

import dev.connectioncheck.time.SystemTime;
import dev.connectioncheck.time.TimeSource;
import java.time.Duration;

/**
 * Until when an attempt may run.
 *
 * @param time the engine's clock, of which the moments are
 * @param began when the attempt was made
 * @param deadline when it has to be over, whatever it waits for
 * @param nanos how long it may take from leaving the queue on
 * @param longRunning whether that holds only until it is sent
 */
public record AttemptBounds(TimeSource time, long began, long deadline, long nanos, boolean longRunning) {
    private static final long LONG = Duration.ofDays(365).toNanos();

    /** Practically none. */
    public static final AttemptBounds NONE = endless();

    private static AttemptBounds endless() {
        long now = SystemTime.instance().nanoTime();
        return new AttemptBounds(SystemTime.instance(), now, now + LONG, LONG, false);
    }

    long untilDeadline(long now) {
        return deadline - now;
    }

    long ofAttempt(long dispatched, long now) {
        return Math.min(untilDeadline(now), dispatched + nanos - now);
    }
}
