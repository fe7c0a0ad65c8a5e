package dev.connectioncheck;

import java.util.Objects;
import java.util.Optional;

/**
 * Holds either the result of a check or the reason why there is none. Immutable.
 *
 * @param target the connection that was to be checked
 * @param result what the vendor said; empty if we could not find out
 * @param error why we could not find out; empty if there is a result
 */
public record CheckOutcome(CheckTarget target, Optional<CheckResult> result, Optional<ConnectionCheckException> error) {
    /**
     * Holds the given outcome.
     *
     * @throws IllegalArgumentException unless there is exactly one of result and error
     */
    public CheckOutcome {
        Objects.requireNonNull(target, "target");
        if (result.isPresent() == error.isPresent()) {
            throw new IllegalArgumentException("An outcome has either a result or an error.");
        }
    }

    /**
     * Makes an outcome of a verdict.
     *
     * @param result what the vendor said
     * @return an outcome with this result
     */
    public static CheckOutcome of(CheckResult result) {
        return new CheckOutcome(result.target(), Optional.of(result), Optional.empty());
    }

    /**
     * Makes an outcome of a failure to find out.
     *
     * @param target the connection that was to be checked
     * @param error why there is no verdict
     * @return an outcome with this error
     */
    public static CheckOutcome of(CheckTarget target, ConnectionCheckException error) {
        return new CheckOutcome(target, Optional.empty(), Optional.of(error));
    }

    /**
     * Tells whether the vendor said that the connection works.
     *
     * @return true only if there is a result and it passed
     */
    public boolean passed() {
        return result.isPresent() && result.get().passed();
    }
}
