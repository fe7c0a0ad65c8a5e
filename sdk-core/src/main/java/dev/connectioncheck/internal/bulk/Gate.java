package dev.connectioncheck.internal.bulk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Counts the checks that the bulk runs of a checker have under way at one account. Used by all threads; guarded by its
 * own lock. Who is not let in is woken after every exit and asks again.
 */
final class Gate {
    private final int usual;
    private final Set<Runnable> refused = new LinkedHashSet<>();
    private int inside;

    /** @param usual how many are let in if a run does not say */
    Gate(int usual) {
        this.usual = usual;
    }

    int usual() {
        return usual;
    }

    /** Lets a check in if fewer than so many are under way; if not, the waker is called after the next exit. */
    synchronized boolean enter(int limit, Runnable waker) {
        if (inside < limit) {
            inside++;
            return true;
        }
        refused.add(waker);
        return false;
    }

    void leave() {
        wakeable().forEach(Runnable::run);
    }

    private synchronized List<Runnable> wakeable() {
        inside--;
        List<Runnable> wakers = List.copyOf(refused);
        refused.clear();
        return wakers;
    }
}
