package dev.connectioncheck;

import java.util.Objects;
import java.util.Optional;

/**
 * Describes one step of a check, as the vendor reported it.
 *
 * @param name the vendor's name of the step, such as {@code temp_schema}
 * @param outcome how the step ended
 * @param message the vendor's words about it, secrets removed; empty if it said nothing
 */
public record CheckStep(String name, StepOutcome outcome, Optional<String> message) {
    /** Holds the given step. */
    public CheckStep {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(message, "message");
    }
}
