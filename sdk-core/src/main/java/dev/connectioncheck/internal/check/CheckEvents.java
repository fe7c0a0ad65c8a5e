package dev.connectioncheck.internal.check;

import dev.connectioncheck.CheckListener;
import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.internal.call.RetryEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the users' listeners, which may throw, of one check. Several threads may wait for the check: its own lock lets
 * one event happen at a time, and guards that none follows the last. There is one for each check that waits, so it
 * holds one listener, which may stand for several.
 */
final class CheckEvents {
    private static final Logger LOG = LoggerFactory.getLogger("dev.connectioncheck");
    private static final CheckListener NOBODY = new CheckListener() {};
    private static final CheckEvents SILENT = new CheckEvents(NOBODY, RetryEvents.UNHEARD, false);

    private final CheckListener listener;
    private final RetryEvents heed;
    private final boolean endsElsewhere;
    private boolean begun;
    private boolean over;

    private CheckEvents(CheckListener listener, RetryEvents heed, boolean endsElsewhere) {
        this.listener = listener;
        this.heed = heed;
        this.endsElsewhere = endsElsewhere;
    }

    /** Asks each listener, on the calling thread, who hears of the check. */
    static CheckEvents of(CheckTarget target, List<CheckListener> checkers, CheckListener own) {
        CheckListener listener = listener(target, checkers, own);
        return listener == NOBODY ? SILENT : new CheckEvents(listener, RetryEvents.UNHEARD, false);
    }

    /**
     * Returns the events of one of the turns of a check that may have several: whoever gives the turns is told of each
     * retry at once, and tells of the end of the last turn.
     */
    synchronized CheckEvents ofTurn(RetryEvents heeding) {
        CheckEvents turn = new CheckEvents(listener, heeding, true);
        turn.begun = begun;
        begun = true;
        return turn;
    }

    private static CheckListener listener(CheckTarget target, List<CheckListener> checkers, CheckListener own) {
        boolean ownListens = own != CheckOptions.defaults().listener();
        if (checkers.isEmpty()) {
            return ownListens ? forCheck(own, target) : NOBODY;
        }
        List<CheckListener> listeners = new ArrayList<>();
        checkers.forEach(each -> listeners.add(forCheck(each, target)));
        if (ownListens) {
            listeners.add(forCheck(own, target));
        }
        return listeners.size() == 1 ? listeners.get(0) : new Several(List.copyOf(listeners));
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

    /** Several listeners as one. */
    private record Several(List<CheckListener> all) implements CheckListener {}

    /** Tells whether nobody listens, so that a check that waits need not keep who tells in which order. */
    boolean isSilent() {
        return listener == NOBODY;
    }

    /** Tells who gives the turns of the check of a retry. */
    void heed(ConnectionCheckException why, int attempt, Duration pause) {
        heed.retried(why, attempt, pause);
    }

    /** Tells that the check begins; of one that is begun anew, since its vendor had refused it, only the first time. */
    void started(CheckTarget target) {
        if (!isSilent()) {
            startedOnce(target);
        }
    }

    private synchronized void startedOnce(CheckTarget target) {
        if (!begun) {
            begun = true;
            tellInTurn(each -> each.onStart(target), false);
        }
    }

    void polled(CheckTarget target, String status, int polls) {
        tell(each -> each.onPoll(target, status, polls), false);
    }

    void changed(CheckTarget target, String status) {
        tell(each -> each.onStatusChange(target, status), false);
    }

    void retried(CheckTarget target, ConnectionCheckException why, int attempt, Duration pause) {
        tell(each -> each.onRetry(target, why, attempt, pause), false);
    }

    /** Tells of the end, unless it is but the end of a turn. */
    void ended(CheckOutcome outcome) {
        if (!endsElsewhere) {
            finished(outcome);
        }
    }

    void finished(CheckOutcome outcome) {
        tell(each -> each.onFinish(outcome), true);
    }

    /** Checks that nobody listens to share their events: they must not wait for each other here. */
    private void tell(Consumer<CheckListener> event, boolean last) {
        if (!isSilent()) {
            tellInTurn(event, last);
        }
    }

    private synchronized void tellInTurn(Consumer<CheckListener> event, boolean last) {
        if (over) {
            return;
        }
        over = last;
        if (listener instanceof Several several) {
            several.all().forEach(each -> safely(event, each));
        } else {
            safely(event, listener);
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
