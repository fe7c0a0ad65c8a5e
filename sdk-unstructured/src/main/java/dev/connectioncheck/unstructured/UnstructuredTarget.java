package dev.connectioncheck.unstructured;

import dev.connectioncheck.spi.VendorTarget;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Names a saved connector that Unstructured is to check: a source or a destination. Immutable.
 *
 * <p>What {@code PASSED} is worth: that the connector could connect when it was checked. The vendor gives no guarantee
 * that a workflow with it will run (docs.unstructured.io).
 */
public final class UnstructuredTarget extends VendorTarget<UnstructuredTarget> {
    static final String VENDOR = "unstructured";

    private static final String NO_UUID = "The connector's id must be a UUID, as the vendor's console or API shows it.";

    private final Kind kind;
    private final UUID uuid;

    private UnstructuredTarget(Kind kind, UUID uuid, Label label) {
        super(label);
        this.kind = kind;
        this.uuid = uuid;
    }

    private static UnstructuredTarget of(Kind kind, @Nullable UUID uuid) {
        if (uuid == null) {
            throw new IllegalArgumentException(NO_UUID);
        }
        return new UnstructuredTarget(kind, uuid, Label.none());
    }

    /**
     * Names a source connector.
     *
     * @param id its id
     * @return a target
     * @throws IllegalArgumentException if it is null
     */
    public static UnstructuredTarget source(UUID id) {
        return of(Kind.SOURCE, id);
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
        return of(Kind.DESTINATION, id);
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
                return of(kind, uuid(reference.substring(prefix.length())));
            }
        }
        throw new IllegalArgumentException("The token names no connector of Unstructured.");
    }

    String reference() {
        return kind.word() + ":" + uuid;
    }

    boolean isSource() {
        return kind == Kind.SOURCE;
    }

    UUID uuid() {
        return uuid;
    }

    @Override
    public String vendor() {
        return VENDOR;
    }

    /**
     * Returns which end of a workflow the connector is.
     *
     * @return {@code source} or {@code destination}
     */
    @Override
    public String kind() {
        return kind.word();
    }

    @Override
    public Optional<String> id() {
        return Optional.of(uuid.toString());
    }

    @Override
    protected UnstructuredTarget withLabel(Label label) {
        return new UnstructuredTarget(kind, uuid, label);
    }

    @Override
    protected Object identity() {
        return List.of(kind, uuid);
    }

    private enum Kind {
        SOURCE,
        DESTINATION;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
