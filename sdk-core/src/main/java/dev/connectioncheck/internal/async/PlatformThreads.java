package dev.connectioncheck.internal.async;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A pool that grows with the tasks and is gone when idle. */
final class PlatformThreads extends ThreadPoolExecutor {
    private static final long IDLE_SECONDS = 10;

    PlatformThreads(ThreadFactory factory) {
        super(0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
    }

    @Override
    public void execute(Runnable task) {
        try {
            super.execute(task);
        } catch (OutOfMemoryError e) {
            throw new RejectedExecutionException("no thread could be made", e);
        }
    }
}
