package dev.connectioncheck.spring;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.Verdict;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells, as an application event, that the verdict on a connection is another than before. The first verdict is such a
 * change too. A check without a verdict changes nothing. Listeners are called on the thread that ends the check, so one
 * that blocks should be {@code @Async}. Immutable; holds no secret.
 */
public final class ConnectionVerdictChanged {
    private final String connection;
    private final @Nullable Verdict previous;
    private final Verdict verdict;
    private final CheckOutcome outcome;

    ConnectionVerdictChanged(String connection, @Nullable Verdict previous, Verdict verdict, CheckOutcome outcome) {
        this.connection = connection;
        this.previous = previous;
        this.verdict = verdict;
        this.outcome = outcome;
    }

    /**
     * Returns the connection's name.
     *
     * @return the key of the connection in the properties or the file
     */
    public String connection() {
        return connection;
    }

    /**
     * Returns the verdict before.
     *
     * @return the last verdict that was another; empty if this one is the first
     */
    public Optional<Verdict> previous() {
        return Optional.ofNullable(previous);
    }

    /**
     * Returns the verdict now.
     *
     * @return the new verdict
     */
    public Verdict verdict() {
        return verdict;
    }

    /**
     * Returns what the check brought.
     *
     * @return an outcome with a result
     */
    public CheckOutcome outcome() {
        return outcome;
    }

    @Override
    public String toString() {
        return connection + ": " + (previous == null ? "" : previous + " -> ") + verdict;
    }
}
