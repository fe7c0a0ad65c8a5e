package dev.connectioncheck.testing;

import dev.connectioncheck.sandbox.VirtualTime;
import dev.connectioncheck.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ForkJoinPool;

/** Passes every pause at once, for asynchronous checks too; what guards against silence never falls due. */
public final class HastyTime implements TimeSource {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final VirtualTime clock = new VirtualTime();

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
