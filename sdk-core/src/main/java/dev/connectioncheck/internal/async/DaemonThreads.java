package dev.connectioncheck.internal.async;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads for calls in flight: made on demand, daemons, gone when idle. */
public final class DaemonThreads {
    private static final long IDLE_SECONDS = 10;

    public static final ExecutorService EXECUTOR = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                Thread thread = new Thread(task, "connection-check call");
                thread.setDaemon(true);
                return thread;
            });

    private DaemonThreads() {}
}
