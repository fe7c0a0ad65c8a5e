package dev.connectioncheck.sandbox.contract;

import dev.connectioncheck.time.TimeSource;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Real time with the pauses left out: what takes time on the wire takes it here, what only waits does not.
 *
 * <p>Made for tests with a real server, where a time-out of an attempt has to pass while minutes between polls need
 * not. Thread-safe; tasks run on the thread that calls {@link #skipToNextTask} or {@link #runDueTasks}.
 */
public final class HurriedTime implements TimeSource, InstantSource {
    private final PriorityQueue<Task> tasks = new PriorityQueue<>(Comparator.comparingLong(Task::due));
    private final long began = System.nanoTime();
    private long skipped;
    private long scheduled;

    /** Starts at the present moment. */
    public HurriedTime() {}

    @Override
    public synchronized long nanoTime() {
        return System.nanoTime() - began + skipped;
    }

    @Override
    public synchronized Instant now() {
        return Instant.now().plusNanos(skipped);
    }

    @Override
    public Instant instant() {
        return now();
    }

    @Override
    public synchronized void park(Object blocker, long nanos) {
        if (!Thread.currentThread().isInterrupted()) {
            skipped += nanos;
        }
    }

    @Override
    public synchronized Timer schedule(Runnable action, long nanos) {
        Task task = new Task(action, nanoTime() + Math.max(0, nanos), scheduled++);
        tasks.add(task);
        return () -> forget(task);
    }

    /**
     * Leaps to the moment of the next task and runs it.
     *
     * @return false if there was none
     */
    public boolean skipToNextTask() {
        return run(takeNext(Long.MAX_VALUE));
    }

    /** Runs the tasks whose moment has really come. */
    public void runDueTasks() {
        boolean ran = true;
        while (ran) {
            ran = run(takeNext(nanoTime()));
        }
    }

    /**
     * Counts the tasks that wait for their time.
     *
     * @return how many are neither run nor cancelled
     */
    public synchronized int scheduledTasks() {
        return tasks.size();
    }

    private synchronized @Nullable Task takeNext(long latest) {
        Task next = tasks.peek();
        if (next == null || next.due() > latest) {
            return null;
        }
        skipped += Math.max(0, next.due() - nanoTime());
        return tasks.remove();
    }

    private static boolean run(@Nullable Task task) {
        if (task != null) {
            task.action().run();
        }
        return task != null;
    }

    private synchronized void forget(Task task) {
        tasks.remove(task);
    }

    @Override
    public synchronized String toString() {
        return TimeUnit.NANOSECONDS.toMillis(skipped) + " ms left out";
    }

    private record Task(Runnable action, long due, long number) {}
}
