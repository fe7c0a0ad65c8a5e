package dev.connectioncheck.time;

import dev.connectioncheck.internal.async.DaemonThreads;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

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

    @Override
    public Timer schedule(Runnable task, long nanos) {
        Entry entry = new Entry(task);
        entry.scheduled = timer.schedule(entry, nanos, TimeUnit.NANOSECONDS);
        return entry;
    }

    /** Is task and handle in one: programs may have a hundred thousand waiting. */
    private static final class Entry implements Callable<@Nullable Void>, Timer {
        private final Runnable task;
        private @Nullable Future<?> scheduled;

        Entry(Runnable task) {
            this.task = task;
        }

        @Override
        public @Nullable Void call() {
            task.run();
            return null;
        }

        @Override
        public void cancel() {
            Objects.requireNonNull(scheduled).cancel(false);
        }
    }
}
