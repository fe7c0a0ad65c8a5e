package dev.connectioncheck.internal.drive;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs tasks one at a time and in order, on an executor that may have many threads; on the thread at hand if that takes
 * none. Used by all threads: {@code waiting} counts the tasks that are queued or run, and only who raises it from zero
 * begins to run them.
 */
public final class SerialTasks implements Executor {
    private final Executor executor;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();

    public SerialTasks(Executor executor) {
        this.executor = executor;
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        if (waiting.getAndIncrement() == 0) {
            Quietly.execute(executor, this::runAll);
        }
    }

    private void runAll() {
        do {
            Runnable task = tasks.poll();
            if (task != null) {
                Quietly.run("a task", task);
            }
        } while (waiting.decrementAndGet() > 0);
    }
}
