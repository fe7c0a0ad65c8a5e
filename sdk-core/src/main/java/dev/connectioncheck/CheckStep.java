package dev.connectioncheck;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Describes one step of a check, as the vendor reported it. Immutable. */
public final class CheckStep {
    private final String name;
    private final StepOutcome outcome;
    private final @Nullable String message;

    private CheckStep(String name, StepOutcome outcome, @Nullable String message) {
        this.name = Objects.requireNonNull(name, "name");
        this.outcome = Objects.requireNonNull(outcome, "outcome");
        this.message = message;
    }

    /**
     * Makes a step.
     *
     * @param name the vendor's name of the step, such as {@code temp_schema}
     * @param outcome how the step ended
     * @param message the vendor's words about it; empty if it said nothing
     * @return a step
     */
    public static CheckStep of(String name, StepOutcome outcome, Optional<String> message) {
        return new CheckStep(name, outcome, message.orElse(null));
    }

    /**
     * Returns the vendor's name of the step.
     *
     * @return a name such as {@code temp_schema}
     */
    public String name() {
        return name;
    }

    /**
     * Returns how the step ended.
     *
     * @return the outcome
     */
    public StepOutcome outcome() {
        return outcome;
    }

    /**
     * Returns the vendor's words about the step, secrets removed.
     *
     * @return the words; empty if it said nothing
     */
    public Optional<String> message() {
        return Optional.ofNullable(message);
    }

    /**
     * Returns this step's JSON form: {@code name}, {@code outcome}, {@code message}.
     *
     * @return an unmodifiable map of texts; null where there is nothing to say
     */
    @JsonValue
    public Map<String, @Nullable Object> toMap() {
        return new JsonForm()
                .put("name", name)
                .put("outcome", outcome.name())
                .put("message", message)
                .toMap();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CheckStep that
                && name.equals(that.name)
                && outcome == that.outcome
                && Objects.equals(message, that.message);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, outcome, message);
    }

    @Override
    public String toString() {
        return name + " " + outcome + (message == null ? "" : ": " + message);
    }
}
