package dev.connectioncheck.temporal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Names a connection in your own words; a worker's {@link Connections} knows what it stands for.
 *
 * <p>It stands in clear in the engine's history and in the names of its workflows: put no secret in it. Immutable.
 */
public final class ConnectionRef {
    private static final int LONGEST = 200;

    private final String vendor;
    private final String id;

    private ConnectionRef(String vendor, String id) {
        this.vendor = vendor;
        this.id = id;
    }

    /**
     * Makes a reference.
     *
     * @param vendor the vendor's short name, such as {@code acme}, without a slash
     * @param id your name for the connection, at most 200 characters, such as the key of its row in your table
     * @return the reference
     * @throws IllegalArgumentException if either is blank or too long, or the vendor has a slash
     */
    public static ConnectionRef of(String vendor, String id) {
        requireName(vendor, "vendor");
        requireName(id, "id");
        if (vendor.indexOf('/') >= 0) {
            throw new IllegalArgumentException(
                    "The vendor must be a short name without a slash, but is " + vendor + ".");
        }
        return new ConnectionRef(vendor, id);
    }

    static void requireName(String text, String what) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "The " + what + " must be neither blank nor longer than " + LONGEST + " characters.");
        }
    }

    /**
     * Returns the vendor's short name.
     *
     * @return the vendor
     */
    public String vendor() {
        return vendor;
    }

    /**
     * Returns your name for the connection.
     *
     * @return the id
     */
    public String id() {
        return id;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConnectionRef ref && vendor.equals(ref.vendor) && id.equals(ref.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(vendor, id);
    }

    @Override
    public String toString() {
        return vendor + "/" + id;
    }
}
