package dev.connectioncheck.internal.bulk;

import dev.connectioncheck.time.SystemTime;
import dev.connectioncheck.time.TimeSource;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Runs tasks on the thread that made it, while that waits for something. Any thread may hand in a task: the queue is
 * added to before the thread is unparked and before {@code left} is looked at; the thread sets {@code left} before it
 * looks at the queue for the last time, so that no task is forgotten.
 */
final class CallerThread implements Executor {
    private static final long LOOK = Duration.ofSeconds(1).toNanos();

    /** A test's own clock says nothing when there is something to do: it is looked more often, and goes on in steps. */
    private static final long LOOK_OF_TESTS = Duration.ofMillis(1).toNanos();

    private static final long STEP_OF_TESTS = Duration.ofMillis(10).toNanos();

    private final Thread thread = Thread.currentThread();
    private final Queue<Runnable> tasks;
    private final TimeSource time;
    private volatile boolean left;

    CallerThread(TimeSource time) {
        this(time, new ConcurrentLinkedQueue<>());
    }

    /** Keeps tasks in a queue that all threads may use. */
    CallerThread(TimeSource time, Queue<Runnable> tasks) {
        this.time = time;
        this.tasks = tasks;
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        LockSupport.unpark(thread);
        if (left) {
            runAll();
        }
    }

    /**
     * Runs tasks until the condition holds or the thread is interrupted; tells whether it holds.
     *
     * @param idle whether nothing is awaited but time, which a test's own clock lets pass only if somebody waits for it
     */
    boolean runUntil(BooleanSupplier condition, BooleanSupplier idle) {
        while (!thread.isInterrupted()) {
            runAll();
            if (condition.getAsBoolean()) {
                return true;
            }
            await(idle);
        }
        return condition.getAsBoolean();
    }

    private void await(BooleanSupplier idle) {
        if (time == SystemTime.instance()) {
            LockSupport.parkNanos(this, LOOK);
        } else if (tasks.isEmpty() && idle.getAsBoolean()) {
            time.park(this, STEP_OF_TESTS);
        } else {
            LockSupport.parkNanos(this, LOOK_OF_TESTS);
        }
    }

    /** Runs what has been handed in; what comes later runs on the thread that hands it in. */
    void leave() {
        left = true;
        runAll();
    }

    private void runAll() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }
}
