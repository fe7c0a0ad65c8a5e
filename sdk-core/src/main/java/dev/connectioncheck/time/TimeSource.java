package dev.connectioncheck.time;

import java.time.Instant;

/**
 * Tells the engine the time and lets it pass.
 *
 * <p>The machine's own, {@code SystemTime.instance()}, is what programs use. The {@code VirtualTime} of
 * {@code sdk-sandbox} lets tests run hours in no time.
 */
public interface TimeSource {
    /**
     * Reads a clock that never jumps, for measuring.
     *
     * @return nanoseconds since some fixed moment
     */
    long nanoTime();

    /**
     * Reads the wall clock, for comparing with the dates that a server sends.
     *
     * @return the present moment
     */
    Instant now();

    /**
     * Lets the calling thread wait. Like {@link java.util.concurrent.locks.LockSupport#parkNanos(Object, long)} it
     * returns early if the thread is unparked or interrupted, or for no reason.
     *
     * @param blocker what the thread waits for, for thread dumps
     * @param nanos how long at most
     */
    void park(Object blocker, long nanos);

    /**
     * Runs a task later, on the timer's thread; the task must not block.
     *
     * @param task what to run
     * @param nanos the delay
     * @return a handle that keeps the task from running
     */
    Timer schedule(Runnable task, long nanos);

    /** Keeps a scheduled task from running. */
    @FunctionalInterface
    interface Timer {
        /** Forgets the task, unless it runs already. */
        void cancel();
    }
}
