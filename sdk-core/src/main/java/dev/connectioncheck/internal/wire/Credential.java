package dev.connectioncheck.internal.wire;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The key of a client, and the header that carries it. Its {@code toString()} shows neither.
 *
 * <p>Used by all threads: immutable, and the supplier has to be thread-safe.
 */
public final class Credential {
    private final String header;
    private final String prefix;
    private final transient Supplier<String> keys; // for no mapper that looks at fields
    private final boolean renewable;
    private transient volatile Sent last = new Sent("", "");

    private Credential(String header, String prefix, Supplier<String> keys, boolean renewable) {
        this.header = header;
        this.prefix = prefix;
        this.keys = keys;
        this.renewable = renewable;
    }

    /**
     * Makes a credential of one key.
     *
     * @throws IllegalArgumentException if no header may have it; the message does not show it
     */
    public static Credential fixed(String header, String prefix, @Nullable String key) {
        String checked = HeaderValues.checkedKey("The API key", key);
        return new Credential(header, prefix, () -> checked, false);
    }

    /** Makes a credential that is asked for every request. */
    public static Credential renewable(String header, String prefix, Supplier<String> keys) {
        return new Credential(header, prefix, keys, true);
    }

    /** The header that carries it. */
    public String header() {
        return header;
    }

    /** Returns what the header says for a key. Most keys are those of the request before. */
    public String valueOf(String key) {
        Sent before = last;
        if (!before.key().equals(key)) {
            before = new Sent(key, prefix + key);
            last = before;
        }
        return before.value();
    }

    /** Tells whether asking again may bring another key. */
    public boolean isRenewable() {
        return renewable;
    }

    /** Asks for the key to use now. */
    public String key() throws UnusableKeyException {
        String key = supplied();
        if (!renewable && key != null) {
            return key; // it was checked when it was given
        }
        try {
            return HeaderValues.checkedKey("The supplied API key", key);
        } catch (IllegalArgumentException e) {
            throw new UnusableKeyException(String.valueOf(e.getMessage()));
        }
    }

    private @Nullable String supplied() throws UnusableKeyException {
        try {
            return keys.get();
        } catch (RuntimeException | Error e) {
            // Named by its class alone: its message may hold what the key was fetched with.
            throw new UnusableKeyException(
                    "The supplier of the API key threw " + e.getClass().getName() + ".", e);
        }
    }

    @Override
    public String toString() {
        return "Credential[***]";
    }

    /** A key, and what the header says for it. */
    private record Sent(String key, String value) {
        @Override
        public String toString() {
            return "***";
        }
    }
}
