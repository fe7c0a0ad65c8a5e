package dev.connectioncheck.spi;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Describes one key that a {@link VendorModule} understands, for those who read files and write help. Immutable. */
public final class SettingKey {
    private final String name;
    private final Kind kind;
    private final String description;
    private final boolean required;
    private final @Nullable String variable;

    private SettingKey(String name, Kind kind, String description, boolean required, @Nullable String variable) {
        this.name = Objects.requireNonNull(name, "name");
        this.kind = Objects.requireNonNull(kind, "kind");
        this.description = Objects.requireNonNull(description, "description");
        this.required = required;
        this.variable = variable;
    }

    /**
     * Makes a key that may be left out.
     *
     * @param name the key in lower case with hyphens, such as {@code api-key}
     * @param kind what its value is
     * @param description what it means, as one sentence
     * @return a key
     */
    public static SettingKey of(String name, Kind kind, String description) {
        return new SettingKey(name, kind, description, false, null);
    }

    /**
     * Returns the same key as one that must not be left out.
     *
     * @return a copy
     */
    public SettingKey asRequired() {
        return new SettingKey(name, kind, description, true, variable);
    }

    /**
     * Returns the same key with the environment variable that {@code fromEnvironment()} reads for it.
     *
     * @param variable the variable's name
     * @return a copy
     */
    public SettingKey withVariable(String variable) {
        return new SettingKey(name, kind, description, required, Objects.requireNonNull(variable, "variable"));
    }

    /**
     * Returns the key.
     *
     * @return text in lower case with hyphens
     */
    public String name() {
        return name;
    }

    /**
     * Returns what the key's value is.
     *
     * @return the kind of value
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Returns what the key means.
     *
     * @return one sentence
     */
    public String description() {
        return description;
    }

    /**
     * Tells whether the key must not be left out.
     *
     * @return true if there is no default
     */
    public boolean required() {
        return required;
    }

    /**
     * Returns the environment variable that stands for this key where no file does.
     *
     * @return the variable's name; empty if there is none
     */
    public Optional<String> variable() {
        return Optional.ofNullable(variable);
    }

    @Override
    public String toString() {
        return name;
    }

    /** What a key's value is. All are written as texts where there is nothing but texts. */
    public enum Kind {
        /** A text. */
        TEXT,
        /** A text that must never be shown. */
        SECRET,
        /** A whole number. */
        NUMBER,
        /** {@code true} or {@code false}. */
        FLAG,
        /** A time: ISO-8601, or a number with {@code ms}, {@code s}, {@code m} or {@code h}. */
        DURATION,
        /** A map of texts to texts, numbers, flags, lists and maps, any of which may be secret. */
        SETTINGS
    }
}
