package dev.connectioncheck.sandbox;

import dev.connectioncheck.spi.TimeSource;
import dev.connectioncheck.spi.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ForkJoinPool;

/**
 * Lets tests of polled checks pass every pause at once, blocking and asynchronous ones alike.
 *
 * <p>Give it to the {@code ConnectionChecker} and to the sandbox: both then agree on how much time has passed, and none
 * really does. Pauses of up to 30 seconds are passed; anything longer guards against silence (time-outs of attempts and
 * deadlines) and never falls due by itself, so that this is no clock for tests of time-outs:
 * {@link dev.connectioncheck.spi.VirtualTime} is. Thread-safe.
 */
public final class HastyTime implements TimeSource {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final VirtualTime clock = new VirtualTime();

    /** Makes a clock that stands still until somebody pauses. */
    public HastyTime() {}

    @Override
    public long nanoTime() {
        return clock.nanoTime();
    }

    @Override
    public Instant now() {
        return clock.now();
    }

    @Override
    public void park(Object blocker, long nanos) {
        clock.park(blocker, nanos);
    }

    @Override
    public Timer schedule(Runnable task, long nanos) {
        if (nanos <= LONGEST_PAUSE.toNanos()) {
            ForkJoinPool.commonPool().execute(() -> {
                clock.advance(Duration.ofNanos(nanos));
                task.run();
            });
        }
        return () -> {};
    }
}
