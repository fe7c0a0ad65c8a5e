package dev.connectioncheck.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A connector in Squared's workspace. Guarded by {@link SquaredConnectors}. */
final class SquaredSaved extends Connection {
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final long id;
    private final Instant createdAt;
    private final boolean vanished;
    private final boolean made;
    private Instant updatedAt;
    private Fields fields;

    SquaredSaved(long id, Instant createdAt, Fields fields, Origin origin) {
        super(origin.behavior());
        this.id = id;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
        this.fields = fields;
        this.vanished = origin.vanished();
        this.made = origin.made();
    }

    long id() {
        return id;
    }

    boolean isVanished() {
        return vanished;
    }

    Fields fields() {
        return fields;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    /** How connecting goes; empty for one that a client created with settings that the sandbox doesn't know. */
    Optional<Behavior> ownBehavior() {
        return made ? Optional.of(behavior()) : Optional.empty();
    }

    /** Anything but what is there already counts as an edit, and moves it to the front. */
    void change(Fields changed, Instant now) {
        if (!changed.equals(fields)) {
            touch(now);
            fields = changed;
        }
    }

    void touch(Instant now) {
        updatedAt = now;
    }

    /** As PostgreSQL gives the configuration back. */
    Map<String, @Nullable Object> read(long workspaceId) {
        return shown(workspaceId, SquaredJsonb.sorted(fields.configuration()));
    }

    /** As it was sent. */
    Map<String, @Nullable Object> written(long workspaceId) {
        return shown(workspaceId, fields.configuration());
    }

    private Map<String, @Nullable Object> shown(long workspaceId, Map<String, Object> configuration) {
        SquaredDefinition definition = SquaredClasses.find(fields.kind(), fields.definition());
        return Json.object(
                "id",
                String.valueOf(id),
                "type",
                "connectors",
                "attributes",
                Json.object(
                        "name",
                        fields.name(),
                        "description",
                        fields.description(),
                        "connector_type",
                        fields.kind(),
                        "workspace_id",
                        workspaceId,
                        "created_at",
                        MILLIS.format(createdAt),
                        "updated_at",
                        MILLIS.format(updatedAt),
                        "configuration",
                        definition.masked(configuration),
                        "connector_name",
                        definition.name(),
                        "icon",
                        definition.icon()));
    }

    /** Where a connector comes from: made by a test, with a behaviour, or by a client. */
    record Origin(Behavior behavior, boolean made, boolean vanished) {}

    /** What a client can change. */
    record Fields(
            String name,
            @Nullable String description,
            String kind,
            String definition,
            Map<String, Object> configuration) {
        static Fields of(JsonNode connector) {
            return new Fields(
                    connector.path("name").asText(),
                    connector.path("description").textValue(),
                    connector.path("connector_type").asText(),
                    connector.path("connector_name").asText(),
                    Json.toMap(connector.path("configuration")));
        }

        /** Each of the fields that was sent replaces what is there, the configuration as a whole. */
        Fields with(JsonNode sent) {
            return new Fields(
                    sent.path("name").asText(name),
                    sent.has("description") ? sent.path("description").textValue() : description,
                    sent.path("connector_type").asText(kind),
                    sent.path("connector_name").asText(definition),
                    sent.has("configuration") ? Json.toMap(sent.path("configuration")) : configuration);
        }

        boolean isNamedLike(Fields other) {
            return Objects.equals(name, other.name) && Objects.equals(kind, other.kind);
        }
    }
}
