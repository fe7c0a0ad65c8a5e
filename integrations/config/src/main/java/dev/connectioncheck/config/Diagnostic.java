package dev.connectioncheck.config;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Says where in a configuration something is wrong or doubtful, and what. Immutable; shows no value that may be a
 * secret.
 */
public final class Diagnostic {
    private final Place place;
    private final String message;

    private Diagnostic(Place place, String message) {
        this.place = place;
        this.message = message;
    }

    static Diagnostic of(Place place, String message) {
        return new Diagnostic(place, message);
    }

    /**
     * Returns what was read.
     *
     * @return the file's name as it was given; for a tree of settings the path of the key
     */
    public String source() {
        return place.source();
    }

    /**
     * Returns the line.
     *
     * @return a number from 1; empty if the source has no lines, or can't be read at all
     */
    public OptionalInt line() {
        return place.line() > 0 ? OptionalInt.of(place.line()) : OptionalInt.empty();
    }

    /**
     * Returns the column.
     *
     * @return a number from 1; empty if the source has no lines, or can't be read at all
     */
    public OptionalInt column() {
        return place.line() > 0 ? OptionalInt.of(place.column()) : OptionalInt.empty();
    }

    /**
     * Returns what is wrong or doubtful, and what to do about it.
     *
     * @return a sentence
     */
    public String message() {
        return message;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Diagnostic that && place.equals(that.place) && message.equals(that.message);
    }

    @Override
    public int hashCode() {
        return 31 * place.hashCode() + message.hashCode();
    }

    /** Shows source, line, column and message, such as {@code connections.yaml:4:7: …}, as editors understand it. */
    @Override
    public String toString() {
        return place + ": " + message;
    }
}
