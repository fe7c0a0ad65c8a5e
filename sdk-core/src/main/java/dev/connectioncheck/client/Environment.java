package dev.connectioncheck.client;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads settings from environment variables, for {@code fromEnvironment()} alone. Immutable. */
public final class Environment {
    private final Function<String, @Nullable String> variables;

    /**
     * Reads from the given variables.
     *
     * @param variables returns a variable's value, or null if it is not set
     */
    public Environment(Function<String, @Nullable String> variables) {
        this.variables = Objects.requireNonNull(variables, "variables");
    }

    /**
     * Returns the environment of this process.
     *
     * @return what {@link System#getenv(String)} knows
     */
    public static Environment ofProcess() {
        return new Environment(System::getenv);
    }

    /**
     * Reads a variable that has to be set.
     *
     * @param name the variable's name
     * @return its value
     * @throws IllegalStateException if it is not set or blank; names the variable
     */
    public String required(String name) {
        return optional(name)
                .orElseThrow(() -> new IllegalStateException("The environment variable " + name + " is not set."));
    }

    /**
     * Reads a variable that has to be set to a whole number.
     *
     * @param name the variable's name
     * @return its value
     * @throws IllegalStateException if it is not set, or no such number; names the variable and does not show its value
     */
    public long requiredNumber(String name) {
        try {
            return Long.parseLong(required(name).strip());
        } catch (NumberFormatException e) {
            throw new IllegalStateException("The environment variable " + name + " must be a whole number.", null);
        }
    }

    /**
     * Reads a variable that may be set.
     *
     * @param name the variable's name
     * @return its value; empty if it is not set or blank
     */
    public Optional<String> optional(String name) {
        return Optional.ofNullable(variables.apply(name)).filter(value -> !value.isBlank());
    }
}
