package dev.connectioncheck.internal.drive;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows what is under way in a checker, so that closing it ends everything. Used by all threads: {@code closed} is set
 * before the runs are looked at, and looked at after a run is added, so that none slips through.
 */
public final class Registry {
    private final Set<Stoppable> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    public boolean isClosed() {
        return closed;
    }

    public void throwIfClosed() {
        if (closed) {
            throw new IllegalStateException("This ConnectionChecker is closed; make another one.");
        }
    }

    /** Adds something under way; stops it if the checker has been closed in the meantime. */
    public void add(Stoppable run) {
        running.add(run);
        if (closed) {
            Quietly.stop(run);
        }
    }

    public void remove(Stoppable run) {
        running.remove(run);
    }

    public void close() {
        closed = true;
        running.forEach(Quietly::stop);
    }
}
