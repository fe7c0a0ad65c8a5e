package dev.connectioncheck.artie;

import dev.connectioncheck.artie.model.ConnectionRole;
import dev.connectioncheck.artie.model.PayloadsConnectorPayload;
import dev.connectioncheck.model.JsonValues;
import dev.connectioncheck.spi.VendorTarget;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Names a connector that Artie is to ping: a saved one, or settings that are not saved yet. Immutable.
 *
 * <p>What {@code PASSED} is worth: Artie says that a connection works with 204 and no words, so whatever stands before
 * it and answers 204 to everything says so too. A saved connector is read before it is pinged, which finds such a
 * gateway; settings that are not saved have nothing to read.
 *
 * <p>{@code toString()} shows the id or the type, never the settings.
 */
public final class ArtieTarget extends VendorTarget<ArtieTarget> {
    static final String VENDOR = "artie";

    private static final String NO_UUID = "The connector's id must be a UUID, as the vendor's console or API shows it.";
    private static final String NO_TYPE =
            "The connector's type must not be null or blank; give one such as postgresql.";

    private static final Set<String> KNOWN_FIELDS = Set.of(
            "uuid",
            "type",
            "label",
            "sharedConfig",
            "defaultDatabase",
            "connectionRole",
            "dataPlaneName",
            "environmentUUID",
            "sshTunnelUUID",
            "privateLinkUUID",
            "snapshotPrivateLinkUUID");

    private final @Nullable UUID savedId;
    private final transient PayloadsConnectorPayload payload;

    private ArtieTarget(@Nullable UUID savedId, PayloadsConnectorPayload payload, Label label) {
        super(label);
        this.savedId = savedId;
        this.payload = payload;
    }

    /**
     * Names a saved connector. Its settings are read from Artie and sent back whole, and Artie puts the stored secrets
     * back in.
     *
     * @param uuid the connector's id
     * @return a target
     * @throws IllegalArgumentException if the id is null
     */
    public static ArtieTarget saved(UUID uuid) {
        if (uuid == null) {
            throw new IllegalArgumentException(NO_UUID);
        }
        return new ArtieTarget(uuid, PayloadsConnectorPayload.builder().build(), Label.none());
    }

    /**
     * Names a saved connector by the text of its id.
     *
     * @param uuid the connector's id
     * @return a target
     * @throws IllegalArgumentException if the text is null or no UUID
     */
    public static ArtieTarget saved(String uuid) {
        try {
            return saved(UUID.fromString(Objects.requireNonNullElse(uuid, "").strip()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(NO_UUID);
        }
    }

    /**
     * Describes a connector that is not saved. Where Artie wants a database, service or bucket besides the settings,
     * name it with {@link #database}: inside the settings it means nothing.
     *
     * @param type the kind of connector, such as {@code postgresql}
     * @param sharedConfig its settings, such as {@code host}, {@code port}, {@code username}, {@code password}; copied
     * @return a target
     * @throws IllegalArgumentException if the type is null or blank, or the settings are null or no JSON
     */
    public static ArtieTarget unsaved(String type, Map<String, ?> sharedConfig) {
        if (type == null || type.isBlank()) {
            throw new IllegalArgumentException(NO_TYPE);
        }
        return new ArtieTarget(
                null,
                PayloadsConnectorPayload.builder()
                        .type(type)
                        .sharedConfig(JsonValues.copyOf("sharedConfig", sharedConfig))
                        .build(),
                Label.none());
    }

    /**
     * Names what the connector connects to: for PostgreSQL the database, for Oracle the service, for S3 the bucket
     * (Artie's own client sends it as {@code defaultDatabase}, beside the settings).
     *
     * @param database the name
     * @return a target with this database
     * @throws IllegalArgumentException if the name is null or blank
     * @throws IllegalStateException if the connector is saved, and so has its own
     */
    public ArtieTarget database(String database) {
        if (database == null || database.isBlank()) {
            throw new IllegalArgumentException("The database must not be null or blank.");
        }
        throwIfSaved("database");
        return with(payload.toBuilder().defaultDatabase(database).build());
    }

    /**
     * Says that the connector is to be the source of a pipeline, which Artie then tries it as.
     *
     * @return a target with this role
     */
    public ArtieTarget asSource() {
        return with(payload.toBuilder().connectionRole(ConnectionRole.SOURCE).build());
    }

    /**
     * Says that the connector is to be the destination of a pipeline, which Artie then tries it as.
     *
     * @return a target with this role
     */
    public ArtieTarget asDestination() {
        return with(
                payload.toBuilder().connectionRole(ConnectionRole.DESTINATION).build());
    }

    /**
     * Names the data plane from which Artie tries the connector; the default is the account's own.
     *
     * @param name the data plane's name, such as {@code aws-us-east-1}
     * @return a target with this data plane
     * @throws IllegalStateException if the connector is saved, and so has its own
     */
    public ArtieTarget dataPlane(String name) {
        throwIfSaved("data plane");
        return with(payload.toBuilder().dataPlaneName(name).build());
    }

    /**
     * Names the SSH tunnel through which Artie reaches the connector; the default is none.
     *
     * @param tunnel the id of a tunnel that is saved at Artie
     * @return a target with this tunnel
     * @throws IllegalStateException if the connector is saved, and so has its own
     */
    public ArtieTarget sshTunnel(UUID tunnel) {
        throwIfSaved("SSH tunnel");
        return with(payload.toBuilder().sshTunnelUUID(tunnel).build());
    }

    /**
     * Names the private link through which Artie reaches the connector; the default is none.
     *
     * @param link the id of a private link that is saved at Artie
     * @return a target with this link
     * @throws IllegalStateException if the connector is saved, and so has its own
     */
    public ArtieTarget privateLink(UUID link) {
        throwIfSaved("private link");
        return with(payload.toBuilder().privateLinkUUID(link).build());
    }

    /**
     * Adds a field beside the settings that the SDK does not know, for what Artie may take one day.
     *
     * @param field the field's name as Artie writes it
     * @param value a text, number, flag, list or map; copied
     * @return a target with this field
     * @throws IllegalArgumentException if the field has a method of its own here, or the value is no JSON
     * @throws IllegalStateException if the connector is saved, and so has its own
     */
    public ArtieTarget with(String field, Object value) {
        if (KNOWN_FIELDS.contains(field)) {
            throw new IllegalArgumentException("The field " + field
                    + " has a method of its own: see ArtieTarget.saved, unsaved and what they return.");
        }
        throwIfSaved(field);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(payload.additionalProperties());
        fields.putAll(JsonValues.copyOf("the connector", Map.of(field, value)));
        return with(payload.toBuilder().additionalProperties(fields).build());
    }

    private void throwIfSaved(String field) {
        if (savedId != null) {
            throw new IllegalStateException("A saved connector has its own " + field + ": change it at Artie.");
        }
    }

    private ArtieTarget with(PayloadsConnectorPayload other) {
        return new ArtieTarget(savedId, other, label());
    }

    @Override
    public String vendor() {
        return VENDOR;
    }

    /**
     * Returns what Artie calls its connections.
     *
     * @return {@code connector}
     */
    @Override
    public String kind() {
        return "connector";
    }

    @Override
    public Optional<String> id() {
        return savedId().map(UUID::toString);
    }

    Optional<UUID> savedId() {
        return Optional.ofNullable(savedId);
    }

    PayloadsConnectorPayload payload() {
        return payload;
    }

    @Override
    protected ArtieTarget withLabel(Label label) {
        return new ArtieTarget(savedId, payload, label);
    }

    @Override
    protected Object identity() {
        return Arrays.asList(savedId, payload);
    }

    /** Shows the id of a saved connector, or the type of one that is not saved. */
    @Override
    protected String subject() {
        return id().orElseGet(() -> "(unsaved " + payload.type().orElse("") + ")");
    }
}
