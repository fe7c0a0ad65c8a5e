package dev.connectioncheck.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Holds a word of a vendor's vocabulary that may grow: an unknown word keeps its text and breaks nothing.
 *
 * <p>Generated classes extend this with a constant for each word that the vendor's specification lists. Immutable; two
 * of the same class are equal if their text is. Compare with {@code equals}: this is no Java enum, {@code switch} does
 * not take it, and {@code ==} tells two readings of an unknown word apart. A {@code switch} over {@link #value()}
 * works.
 */
public abstract class OpenEnum {
    private final String value;

    /**
     * Holds a word.
     *
     * @param value the text as the vendor writes it
     */
    protected OpenEnum(String value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /**
     * Returns the word.
     *
     * @return the text as the vendor writes it
     */
    @JsonValue
    public final String value() {
        return value;
    }

    @Override
    @SuppressWarnings("EqualsGetClass") // each subclass is a vocabulary of its own: equal words of two mean two things
    public final boolean equals(@Nullable Object other) {
        return other != null && other.getClass() == getClass() && ((OpenEnum) other).value.equals(value);
    }

    @Override
    public final int hashCode() {
        return value.hashCode();
    }

    @Override
    public final String toString() {
        return value;
    }
}
