package dev.connectioncheck.toy;

import java.util.EnumSet;
import java.util.Set;

/**
 * Lets another thread act at a chosen point of what this one does: in the window between a look and what follows it.
 *
 * <p>The other thread goes on until it has ended, or waits for a lock that this one holds; so the order is the same on
 * every machine, whether a lock guards the window or not.
 */
public final class Meanwhile {
    private static final Set<Thread.State> HALTED =
            EnumSet.of(Thread.State.BLOCKED, Thread.State.WAITING, Thread.State.TERMINATED);

    private final Thread thread;
    private boolean begun;

    public Meanwhile(Runnable act) {
        this.thread = new Thread(act, "meanwhile");
        thread.setDaemon(true);
    }

    /** Lets it act, the first time this is called, and returns when it has ended or waits. */
    public void act() {
        if (!begun) {
            begun = true;
            thread.start();
            while (!HALTED.contains(thread.getState())) {
                Thread.onSpinWait();
            }
        }
    }

    /** Waits until it has ended; throws if it never began. */
    public void join() {
        if (!begun) {
            throw new AssertionError("The window was never opened.");
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
