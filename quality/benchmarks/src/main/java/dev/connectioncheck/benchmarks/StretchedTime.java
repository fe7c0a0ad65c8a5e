package dev.connectioncheck.benchmarks;

import dev.connectioncheck.time.SystemTime;
import dev.connectioncheck.time.TimeSource;
import java.time.Duration;
import java.time.Instant;

/**
 * The machine's own time, but for the pauses between polls, which are made so much longer or shorter: a measurement of
 * waiting must not end before it is taken, and one of throughput must not wait.
 *
 * @param factor what each pause is multiplied with
 */
public record StretchedTime(double factor) implements TimeSource {
    /**
     * Pauses are shorter than this, also those before the likely end of a check that took long; time-outs are longer.
     */
    private static final long LONGEST_PAUSE = Duration.ofSeconds(25).toNanos();

    @Override
    public long nanoTime() {
        return SystemTime.instance().nanoTime();
    }

    @Override
    public Instant now() {
        return SystemTime.instance().now();
    }

    @Override
    public void park(Object blocker, long nanos) {
        SystemTime.instance().park(blocker, nanos);
    }

    @Override
    public Timer schedule(Runnable task, long nanos) {
        return SystemTime.instance().schedule(task, nanos < LONGEST_PAUSE ? (long) (nanos * factor) : nanos);
    }
}
