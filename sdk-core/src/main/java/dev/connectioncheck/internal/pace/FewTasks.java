package dev.connectioncheck.internal.pace;

import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks that may hang, but never many at once: those beyond are left out, as are those that the executor refuses.
 * Used by all threads; the semaphore guards how many there are.
 */
final class FewTasks implements Executor {
    private static final Logger LOG = LoggerFactory.getLogger("dev.connectioncheck");
    static final int MOST = 64;

    private final Executor executor;
    private final Semaphore free = new Semaphore(MOST);

    FewTasks(Executor executor) {
        this.executor = executor;
    }

    @Override
    public void execute(Runnable task) {
        if (!free.tryAcquire()) {
            LOG.warn("The PaceMemory is {} calls behind; a check's time is left out.", MOST);
            return;
        }
        AtomicBoolean inside = new AtomicBoolean(true);
        try {
            executor.execute(() -> runOne(task, inside));
        } catch (Throwable e) {
            leave(inside);
            LOG.warn(
                    "The executor threw {}; a check's time is left out.",
                    e.getClass().getName());
        }
    }

    private void runOne(Runnable task, AtomicBoolean inside) {
        try {
            task.run();
        } finally {
            leave(inside);
        }
    }

    /** Gives a place back once, though an executor that runs tasks at once throws what the task threw. */
    private void leave(AtomicBoolean inside) {
        if (inside.getAndSet(false)) {
            free.release();
        }
    }
}
