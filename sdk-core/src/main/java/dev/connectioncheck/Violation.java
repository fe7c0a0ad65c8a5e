package dev.connectioncheck;

import java.io.Serializable;
import java.util.Objects;

/**
 * Holds one objection of a vendor to a request.
 *
 * @param field the field in the vendor's own notation, such as {@code connector.configuration}; empty text if the
 *     objection is to the whole request
 * @param message the vendor's words, secrets removed
 */
public record Violation(String field, String message) implements Serializable {
    /** Holds the given objection. */
    public Violation {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(message, "message");
    }
}
