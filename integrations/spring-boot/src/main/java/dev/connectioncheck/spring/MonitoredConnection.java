package dev.connectioncheck.spring;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.config.NamedConnection;
import dev.connectioncheck.time.TimeSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is known of one connection: the check that is under way, the last one, and the last verdict. All threads
 * use it; its lock guards its state.
 */
final class MonitoredConnection {
    private final NamedConnection connection;
    private final CheckTarget target;
    private final TimeSource time;
    private @Nullable CompletableFuture<CheckOutcome> underWay;
    private @Nullable LastCheck last;
    private @Nullable Verdict verdict;

    MonitoredConnection(NamedConnection connection, TimeSource time) {
        this.connection = connection;
        this.target = connection.target().orElseThrow();
        this.time = time;
    }

    NamedConnection connection() {
        return connection;
    }

    CheckTarget target() {
        return target;
    }

    synchronized Optional<LastCheck> last() {
        return Optional.ofNullable(last);
    }

    /** Returns the check that is under way, or else takes this one for it. */
    synchronized CompletableFuture<CheckOutcome> underWayOr(CompletableFuture<CheckOutcome> mine) {
        if (underWay == null) {
            underWay = mine;
        }
        return underWay;
    }

    /** Forgets this check, if it is still the one that is under way. */
    synchronized void giveUp(CompletableFuture<CheckOutcome> mine) {
        if (underWay == mine) {
            underWay = null;
        }
    }

    /** Keeps what the check that is under way brought. Returns what to tell of it if the verdict is another now. */
    synchronized Optional<ConnectionVerdictChanged> keep(CheckOutcome outcome) {
        last = LastCheck.of(outcome, time);
        Verdict before = verdict;
        Optional<Verdict> now = last.verdict();
        verdict = now.orElse(before);
        return now.filter(each -> each != before)
                .map(each -> new ConnectionVerdictChanged(connection.name(), before, each, outcome));
    }
}
