package dev.connectioncheck;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Holds one objection of a vendor to a request. Immutable. */
public final class Violation implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String message;

    private Violation(String field, String message) {
        this.field = Objects.requireNonNull(field, "field");
        this.message = Objects.requireNonNull(message, "message");
    }

    /**
     * Makes an objection.
     *
     * @param field the field in the vendor's own notation; empty text if the objection is to the whole request
     * @param message the vendor's words
     * @return an objection
     */
    public static Violation of(String field, String message) {
        return new Violation(field, message);
    }

    /**
     * Returns the field that the vendor objects to.
     *
     * @return the vendor's own notation, such as {@code connector.configuration}; empty text if the objection is to the
     *     whole request
     */
    public String field() {
        return field;
    }

    /**
     * Returns the vendor's words, secrets removed.
     *
     * @return the words
     */
    public String message() {
        return message;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Violation that && field.equals(that.field) && message.equals(that.message);
    }

    @Override
    public int hashCode() {
        return Objects.hash(field, message);
    }

    /** Shows the field, if there is one, and after a colon the vendor's words. */
    @Override
    public String toString() {
        return field.isEmpty() ? message : field + ": " + message;
    }
}
