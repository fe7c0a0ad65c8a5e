package dev.connectioncheck.micrometer;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckTarget;
import io.micrometer.observation.Observation;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells conventions and handlers which check is observed, and how it ended.
 *
 * <p>The outcome holds the vendor's words, which have no bounds: whoever makes a key of them has to bound them. It
 * holds no secret. Safe for use by several threads.
 */
public final class ConnectionCheckObservationContext extends Observation.Context {
    private final CheckTarget target;
    private volatile @Nullable CheckOutcome outcome;

    /**
     * Makes the context of a check that has not ended, also for tests of conventions.
     *
     * @param target the connection to be checked
     */
    public ConnectionCheckObservationContext(CheckTarget target) {
        this.target = Objects.requireNonNull(target, "target");
    }

    /**
     * Returns what is checked.
     *
     * @return the target, with its name if it has one
     */
    public CheckTarget target() {
        return target;
    }

    /**
     * Returns how the check ended.
     *
     * @return the verdict or the error; empty while the check runs
     */
    public Optional<CheckOutcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    /**
     * Says how the check ended.
     *
     * @param how the verdict or the error
     */
    public void finish(CheckOutcome how) {
        this.outcome = Objects.requireNonNull(how, "how");
    }
}
