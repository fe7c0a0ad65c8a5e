package dev.connectioncheck.internal.check;

import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.internal.call.RetryEvents;
import dev.connectioncheck.internal.drive.AsyncRun;
import java.util.concurrent.Executor;

/**
 * A check whose turn comes later, perhaps more than once, if the vendor refuses it for its rate. Whoever begins it
 * tells of its end. Immutable; used by one thread at a time.
 */
public final class PreparedCheck {
    private final Starter starter;
    private final Clients.Entry client;
    private final CheckTarget target;
    private final CheckOptions options;
    private final CheckEvents events;

    PreparedCheck(Starter starter, Clients.Entry client, CheckTarget target, CheckOptions options, CheckEvents events) {
        this.starter = starter;
        this.client = client;
        this.target = target;
        this.options = options;
        this.events = events;
    }

    /** Begins what was prepared. */
    @FunctionalInterface
    interface Starter {
        AsyncRun<CheckResult> begin(PreparedCheck check, Executor users, long latest, RetryEvents heed);
    }

    public CheckTarget target() {
        return target;
    }

    public Clients.Entry client() {
        return client;
    }

    CheckOptions options() {
        return options;
    }

    CheckEvents events() {
        return events;
    }

    /**
     * Begins the check; its time is counted from now.
     *
     * @param users where listeners are called and the future completes
     * @param latest the moment, of the engine's clock, by which it ends whatever its own options allow
     * @param heed hears of each retry at once, on any thread
     * @throws RuntimeException if the vendor's module can't even begin it
     */
    public AsyncRun<CheckResult> begin(Executor users, long latest, RetryEvents heed) {
        return starter.begin(this, users, latest, heed);
    }

    /** Tells the listeners of the end, if they have not heard of it. */
    public void ended(CheckOutcome outcome) {
        events.finished(outcome);
    }
}
