package dev.connectioncheck.sandbox;

import java.util.Objects;

/**
 * Holds one HTTP header line.
 *
 * @param name the name as it was sent, case included; never null
 * @param value the value; never null
 */
public record Header(String name, String value) {
    /**
     * Checks that neither part is null.
     *
     * @param name the name as it was sent
     * @param value the value
     */
    public Header {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }

    boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }
}
