package dev.connectioncheck.sandbox;

import dev.connectioncheck.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Lets tests decide when time passes: it stands still until it is advanced, or until a thread waits.
 *
 * <p>A blocking check moves the time on by itself, since waiting is what takes time there: {@link #park} returns at
 * once, later. For asynchronous checks a test calls {@link #advance} or {@link #advanceToNextTask}. Thread-safe; tasks
 * run on the thread that advances the time.
 */
public final class VirtualTime implements TimeSource {
    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.<Task>comparingLong(task -> task.due).thenComparing(task -> task.number));
    private Instant start = Instant.parse("2026-01-01T00:00:00Z");
    private long nanos;
    private long scheduled;

    /** Makes a time source that stands at 1 January 2026, midnight UTC. */
    public VirtualTime() {}

    @Override
    public synchronized long nanoTime() {
        return nanos;
    }

    @Override
    public synchronized Instant now() {
        return start.plusNanos(nanos);
    }

    @Override
    public void park(Object blocker, long time) {
        if (!Thread.currentThread().isInterrupted()) {
            advance(Duration.ofNanos(time));
        }
    }

    @Override
    public synchronized Timer schedule(Runnable task, long delay) {
        Task added = new Task(task, nanos + Math.max(0, delay), scheduled++);
        tasks.add(added);
        return () -> forget(added);
    }

    /**
     * Sets the wall clock forward or, with a negative time, back; measured time goes on undisturbed.
     *
     * @param jump by how much
     */
    public synchronized void setWallClock(Duration jump) {
        start = start.plus(jump);
    }

    /**
     * Lets time pass and runs the tasks that fall due, in their order, each at its own moment.
     *
     * @param time how much time passes
     */
    public void advance(Duration time) {
        long end = nanoTime() + time.toNanos();
        for (Task task = takeDue(end); task != null; task = takeDue(end)) {
            task.action.run();
        }
        moveTo(end);
    }

    /**
     * Lets time pass until the next task falls due, and runs it.
     *
     * @return false if there was none
     */
    public boolean advanceToNextTask() {
        Task task = takeDue(Long.MAX_VALUE);
        if (task == null) {
            return false;
        }
        task.action.run();
        return true;
    }

    /**
     * Counts the tasks that wait for their time.
     *
     * @return how many are scheduled and neither run nor cancelled
     */
    public synchronized int scheduledTasks() {
        return tasks.size();
    }

    private synchronized @Nullable Task takeDue(long end) {
        Task next = tasks.peek();
        if (next == null || next.due > end) {
            return null;
        }
        tasks.remove();
        nanos = Math.max(nanos, next.due);
        return next;
    }

    private synchronized void moveTo(long moment) {
        nanos = Math.max(nanos, moment);
    }

    private synchronized void forget(Task task) {
        tasks.remove(task);
    }

    private record Task(Runnable action, long due, long number) {}
}
