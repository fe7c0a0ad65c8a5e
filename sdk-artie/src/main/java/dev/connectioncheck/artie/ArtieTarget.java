package dev.connectioncheck.artie;

import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.artie.model.PayloadsConnectorPayload;
import dev.connectioncheck.model.JsonValues;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Names a connector that Artie is to ping: a saved one, or settings that are not saved yet. Immutable.
 *
 * <p>{@code toString()} shows the id or the type, never the settings.
 */
public final class ArtieTarget implements CheckTarget {
    static final String VENDOR = "artie";

    private static final String NO_UUID = "The connector's id must be a UUID, as the vendor's console or API shows it.";
    private static final String NO_TYPE =
            "The connector's type must not be null or blank; give one such as postgresql.";

    private final @Nullable UUID savedId;
    private final PayloadsConnectorPayload payload;

    private ArtieTarget(@Nullable UUID savedId, PayloadsConnectorPayload payload) {
        this.savedId = savedId;
        this.payload = payload;
    }

    /**
     * Names a saved connector, which the vendor checks with the secrets that it has stored.
     *
     * @param uuid the connector's id; not that of a pipeline or a source reader
     * @return a target
     * @throws IllegalArgumentException if it is null
     */
    public static ArtieTarget saved(UUID uuid) {
        if (uuid == null) {
            throw new IllegalArgumentException(NO_UUID);
        }
        return new ArtieTarget(uuid, PayloadsConnectorPayload.builder().build());
    }

    /**
     * Names a saved connector, which the vendor checks with the secrets that it has stored.
     *
     * @param uuid the connector's id; not that of a pipeline or a source reader
     * @return a target
     * @throws IllegalArgumentException if it is no UUID
     */
    public static ArtieTarget saved(String uuid) {
        try {
            return saved(UUID.fromString(Objects.requireNonNullElse(uuid, "").strip()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(NO_UUID);
        }
    }

    /**
     * Names settings that are not saved yet.
     *
     * @param type the connector's type, such as {@code postgresql}
     * @param sharedConfig its settings; copied. The user's name is {@code user} for some types and {@code username} for
     *     others (artie-labs/terraform-provider-artie)
     * @return a target
     * @throws IllegalArgumentException if the type is blank, or the settings hold what is no JSON
     */
    public static ArtieTarget unsaved(String type, Map<String, ?> sharedConfig) {
        return unsaved(PayloadsConnectorPayload.builder()
                .type(type)
                .sharedConfig(JsonValues.copyOf("sharedConfig", sharedConfig))
                .build());
    }

    /**
     * Names settings that are not saved yet, with everything that Artie takes besides: a default database, a data
     * plane, an SSH tunnel and so on.
     *
     * @param payload the connector as it would be created, without a {@code uuid}
     * @return a target
     * @throws IllegalArgumentException if it is null, has no type, or has a {@code uuid}
     */
    public static ArtieTarget unsaved(PayloadsConnectorPayload payload) {
        if (payload == null || payload.type().filter(type -> !type.isBlank()).isEmpty()) {
            throw new IllegalArgumentException(NO_TYPE);
        }
        if (payload.uuid().isPresent()) {
            throw new IllegalArgumentException(
                    "A connector with a uuid is saved: use ArtieTarget.saved(uuid), which sends its settings back whole.");
        }
        return new ArtieTarget(null, payload);
    }

    @Override
    public String vendor() {
        return VENDOR;
    }

    /** The id of a saved connector; empty for settings that are not saved. */
    Optional<UUID> savedId() {
        return Optional.ofNullable(savedId);
    }

    PayloadsConnectorPayload payload() {
        return payload;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ArtieTarget that
                && Objects.equals(savedId, that.savedId)
                && payload.equals(that.payload);
    }

    @Override
    public int hashCode() {
        return Objects.hash(savedId, payload);
    }

    @Override
    public String toString() {
        return savedId != null
                ? "connector " + savedId
                : "unsaved " + payload.type().orElse("") + " connector";
    }
}
