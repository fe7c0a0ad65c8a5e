package dev.connectioncheck.internal.async;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes all threads of the SDK: daemons that take nothing over from whoever happens to need one first.
 *
 * <p>A thread serves callers that know nothing of each other. So it inherits neither thread-locals (a user's name, a
 * tenant) nor a context class loader, and holds no class loader of the caller's by its access control context.
 */
public final class DaemonThreads {
    /**
     * Runs calls in flight and what users hang on to them, each task at once on a thread of its own: a virtual one
     * where the JDK has good ones, a kept platform thread elsewhere. Never shut down. That no platform thread can be
     * made comes out as a {@link RejectedExecutionException}: OkHttp fails the one call then, and goes on with the
     * others.
     */
    public static final ExecutorService EXECUTOR = VirtualThreads.executor(
                    "connection-check call", DaemonThreads::cleared)
            .orElseGet(() -> new PlatformThreads(task -> thread("connection-check call", task)));

    private static final Logger LOG = LoggerFactory.getLogger("dev.connectioncheck");
    private static final int FIRST_JDK_WITHOUT_ACCESS_CONTROL = 24;

    private DaemonThreads() {}

    /** Returns a platform thread that has not begun. */
    @SuppressWarnings("removal") // it does nothing any more where it is not called any more
    public static Thread thread(String name, Runnable task) {
        return Runtime.version().feature() < FIRST_JDK_WITHOUT_ACCESS_CONTROL
                ? AccessController.doPrivileged((PrivilegedAction<Thread>) () -> bare(name, task))
                : bare(name, task);
    }

    private static Thread bare(String name, Runnable task) {
        return cleared(new Thread(null, task, name, 0, false));
    }

    /** Takes from a thread what it has of the thread that made it. */
    static Thread cleared(Thread thread) {
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        thread.setUncaughtExceptionHandler((dying, fault) -> logged(fault));
        return thread;
    }

    /** Logs the class alone: the message may be a user's and hold anything. */
    private static void logged(Throwable fault) {
        LOG.warn("A task threw {}; the others go on.", fault.getClass().getName());
    }
}
