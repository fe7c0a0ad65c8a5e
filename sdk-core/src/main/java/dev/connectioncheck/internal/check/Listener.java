package dev.connectioncheck.internal.check;

import dev.connectioncheck.CheckListener;
import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckTarget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the user's listener, which may throw. */
record Listener(CheckListener users) {
    private static final Logger LOG = LoggerFactory.getLogger("dev.connectioncheck");

    /** Tells whether nobody listens, so that there is no need to put anything into words. */
    boolean isSilent() {
        return users == CheckOptions.defaults().listener();
    }

    void started(CheckTarget target) {
        safely(() -> users.onStart(target));
    }

    void polled(CheckTarget target, String status, int polls) {
        safely(() -> users.onPoll(target, status, polls));
    }

    void changed(CheckTarget target, String status) {
        safely(() -> users.onStatusChange(target, status));
    }

    void finished(CheckOutcome outcome) {
        safely(() -> users.onFinish(outcome));
    }

    private static void safely(Runnable event) {
        try {
            event.run();
        } catch (Throwable e) { // an assertion of a test is no RuntimeException, nor is what Kotlin throws
            // Its class alone: the message is the user's own and may hold anything.
            LOG.warn(
                    "A CheckListener threw {}; the check goes on.", e.getClass().getName());
        }
    }
}
