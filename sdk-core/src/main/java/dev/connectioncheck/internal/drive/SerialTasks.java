package dev.connectioncheck.internal.drive;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks one at a time and in order, on an executor that may have many threads; on the thread at hand if that takes
 * none. Used by all threads: {@code tasks}, which is there while tasks wait or run, is guarded by the object's own
 * lock, under which nothing but the queue is touched. Who waits for long has many of these, so they hold little while
 * idle.
 */
public final class SerialTasks implements Executor {
    private final Executor executor;
    private @Nullable Queue<Runnable> tasks;

    public SerialTasks(Executor executor) {
        this.executor = executor;
    }

    @Override
    public void execute(Runnable task) {
        if (isFirst(task)) {
            Quietly.execute(executor, this::runAll);
        }
    }

    private synchronized boolean isFirst(Runnable task) {
        boolean first = tasks == null;
        if (tasks == null) {
            tasks = new ArrayDeque<>(2);
        }
        tasks.add(task);
        return first;
    }

    private void runAll() {
        for (Runnable task = next(); task != null; task = next()) {
            Quietly.run("a task", task);
        }
    }

    /** Returns the next task; null, and forgets the queue, if there is none. */
    private synchronized @Nullable Runnable next() {
        Runnable next = tasks == null ? null : tasks.poll();
        if (next == null) {
            tasks = null;
        }
        return next;
    }
}
