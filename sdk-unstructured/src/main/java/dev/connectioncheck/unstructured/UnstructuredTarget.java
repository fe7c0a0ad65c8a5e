package dev.connectioncheck.unstructured;

import dev.connectioncheck.CheckTarget;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Names a saved connector that Unstructured is to check: a source or a destination. Immutable. */
public final class UnstructuredTarget implements CheckTarget {
    static final String VENDOR = "unstructured";

    private static final String NO_UUID = "The connector's id must be a UUID, as the vendor's console or API shows it.";

    private final Kind kind;
    private final UUID id;

    private UnstructuredTarget(Kind kind, UUID id) {
        this.kind = kind;
        if (id == null) {
            throw new IllegalArgumentException(NO_UUID);
        }
        this.id = id;
    }

    /**
     * Names a source connector.
     *
     * @param id its id
     * @return a target
     * @throws IllegalArgumentException if it is null
     */
    public static UnstructuredTarget source(UUID id) {
        return new UnstructuredTarget(Kind.SOURCE, id);
    }

    /**
     * Names a source connector.
     *
     * @param id its id, a UUID
     * @return a target
     * @throws IllegalArgumentException if it is no UUID
     */
    public static UnstructuredTarget source(String id) {
        return source(uuid(id));
    }

    /**
     * Names a destination connector.
     *
     * @param id its id
     * @return a target
     * @throws IllegalArgumentException if it is null
     */
    public static UnstructuredTarget destination(UUID id) {
        return new UnstructuredTarget(Kind.DESTINATION, id);
    }

    /**
     * Names a destination connector.
     *
     * @param id its id, a UUID
     * @return a target
     * @throws IllegalArgumentException if it is no UUID
     */
    public static UnstructuredTarget destination(String id) {
        return destination(uuid(id));
    }

    private static UUID uuid(@Nullable String text) {
        try {
            return UUID.fromString(Objects.requireNonNullElse(text, "").strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(NO_UUID);
        }
    }

    /** Reads what {@link #reference()} wrote. */
    static UnstructuredTarget ofReference(String reference) {
        for (Kind kind : Kind.values()) {
            String prefix = kind.word() + ":";
            if (reference.startsWith(prefix)) {
                return new UnstructuredTarget(kind, uuid(reference.substring(prefix.length())));
            }
        }
        throw new IllegalArgumentException("The token names no connector of Unstructured.");
    }

    String reference() {
        return kind.word() + ":" + id;
    }

    boolean isSource() {
        return kind == Kind.SOURCE;
    }

    UUID id() {
        return id;
    }

    @Override
    public String vendor() {
        return VENDOR;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UnstructuredTarget that && kind == that.kind && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, id);
    }

    @Override
    public String toString() {
        return kind.word() + " " + id;
    }

    private enum Kind {
        SOURCE,
        DESTINATION;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
