package dev.connectioncheck.internal.check;

import dev.connectioncheck.CheckListener;
import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionCheckException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the users' listeners, which may throw, of one check. Several threads may wait for the check: the lock lets one
 * event happen at a time, and guards that none follows the last.
 */
final class CheckEvents {
    private static final Logger LOG = LoggerFactory.getLogger("dev.connectioncheck");
    private static final CheckEvents SILENT = new CheckEvents(List.of());

    private final List<CheckListener> listeners;
    private final Lock lock = new ReentrantLock();
    private boolean begun;
    private boolean over;

    private CheckEvents(List<CheckListener> listeners) {
        this.listeners = listeners;
    }

    /** Asks each listener, on the calling thread, who hears of the check. */
    static CheckEvents of(CheckTarget target, List<CheckListener> checkers, CheckListener own) {
        List<CheckListener> listeners = new ArrayList<>(checkers.size() + 1);
        checkers.forEach(each -> listeners.add(forCheck(each, target)));
        if (own != CheckOptions.defaults().listener()) {
            listeners.add(forCheck(own, target));
        }
        return listeners.isEmpty() ? SILENT : new CheckEvents(List.copyOf(listeners));
    }

    @SuppressWarnings("ConstantValue") // users may return null all the same
    private static CheckListener forCheck(CheckListener listener, CheckTarget target) {
        try {
            CheckListener made = listener.forCheck(target);
            if (made != null) {
                return made;
            }
            LOG.warn("A CheckListener's forCheck returned null; the listener itself is used.");
        } catch (Throwable e) {
            LOG.warn(
                    "A CheckListener's forCheck threw {}; the listener itself is used.",
                    e.getClass().getName());
        }
        return listener;
    }

    /** Tells whether nobody listens, so that a check that waits need not keep who tells in which order. */
    boolean isSilent() {
        return listeners.isEmpty();
    }

    /** Tells that the check begins; of one that is begun anew, since its vendor had refused it, only the first time. */
    void started(CheckTarget target) {
        if (isSilent()) {
            return;
        }
        lock.lock();
        try {
            if (!begun) {
                begun = true;
                tell(listener -> listener.onStart(target), false);
            }
        } finally {
            lock.unlock();
        }
    }

    void polled(CheckTarget target, String status, int polls) {
        tell(listener -> listener.onPoll(target, status, polls), false);
    }

    void changed(CheckTarget target, String status) {
        tell(listener -> listener.onStatusChange(target, status), false);
    }

    void retried(CheckTarget target, ConnectionCheckException why, int attempt, Duration pause) {
        tell(listener -> listener.onRetry(target, why, attempt, pause), false);
    }

    void finished(CheckOutcome outcome) {
        tell(listener -> listener.onFinish(outcome), true);
    }

    private void tell(Consumer<CheckListener> event, boolean last) {
        if (isSilent()) {
            return;
        }
        lock.lock();
        try {
            if (!over) {
                over = last;
                listeners.forEach(listener -> safely(event, listener));
            }
        } finally {
            lock.unlock();
        }
    }

    private static void safely(Consumer<CheckListener> event, CheckListener listener) {
        try {
            event.accept(listener);
        } catch (Throwable e) { // an assertion of a test is no RuntimeException, nor is what Kotlin throws
            // Its class alone: the message is the user's own and may hold anything.
            LOG.warn(
                    "A CheckListener threw {}; the check goes on.", e.getClass().getName());
        }
    }
}
