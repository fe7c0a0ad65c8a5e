package dev.connectioncheck.time;

import dev.connectioncheck.internal.async.DaemonThreads;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Tells the machine's own time, on {@link System#nanoTime()}, with one shared timer. The timer's thread is a daemon,
 * begins with the first task and ends when it is idle. Safe for use by several threads.
 */
public final class SystemTime implements TimeSource {
    private static final SystemTime INSTANCE = new SystemTime();

    private static final long IDLE_SECONDS = 5;

    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(1, task -> DaemonThreads.thread("connection-check timer", task));

    private SystemTime() {
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
    }

    /**
     * Returns the machine's own time.
     *
     * @return the one instance
     */
    public static TimeSource instance() {
        return INSTANCE;
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void park(Object blocker, long nanos) {
        LockSupport.parkNanos(blocker, nanos);
    }

    /** A task that is a {@link Callable} too is kept as it is: programs may have a hundred thousand waiting. */
    @Override
    public Timer schedule(Runnable task, long nanos) {
        Callable<?> callable = task instanceof Callable<?> known ? known : Executors.callable(task);
        Future<?> scheduled = timer.schedule(callable, nanos, TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
    }
}
