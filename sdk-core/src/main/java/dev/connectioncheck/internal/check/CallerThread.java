package dev.connectioncheck.internal.check;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Runs tasks on the thread that made it, while that waits for something. Any thread may hand in a task: the queue is
 * added to before the thread is unparked, and looked at before it parks.
 */
final class CallerThread implements Executor {
    private static final long LOOK = Duration.ofSeconds(1).toNanos();

    private final Thread thread = Thread.currentThread();
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        LockSupport.unpark(thread);
    }

    /** Runs tasks until the condition holds or the thread is interrupted; tells whether it holds. */
    boolean runUntil(BooleanSupplier condition) {
        while (!thread.isInterrupted()) {
            runAll();
            if (condition.getAsBoolean()) {
                return true;
            }
            LockSupport.parkNanos(this, LOOK);
        }
        return condition.getAsBoolean();
    }

    /** Runs what has been handed in by now. */
    void runAll() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }
}
