package dev.connectioncheck.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The connectors saved in Squared's workspace (server code of Multiwoven 0.124.0). */
final class SquaredConnectors {
    private static final String MASK = "*".repeat(13);
    private static final Set<String> SECRETS = Set.of("password", "public_api_key", "private_api_key", "private_key");
    private static final Set<String> CHECKED_BY_SCHEMA = Set.of("Postgresql", "Redshift");
    private static final String SCHEMA_MESSAGE =
            "translation missing: en.activerecord.errors.models.connector.attributes.configuration.invalid_json";
    private static final String ICONS = "https://raw.githubusercontent.com/Multiwoven/multiwoven/main/assets/";

    private final SandboxTime time;
    private final long workspaceId;
    private final List<Map<String, @Nullable Object>> saved = new ArrayList<>();

    SquaredConnectors(SandboxTime time, long workspaceId) {
        this.time = time;
        this.workspaceId = workspaceId;
    }

    synchronized Answer create(JsonNode connector) {
        String type = connector.path("connector_type").asText();
        if (!type.equals("source") && !type.equals("destination")) {
            return SquaredErrors.badRequest("'" + type + "' is not a valid connector_type");
        }
        if (exists(connector.path("name").asText(), type)) {
            return SquaredErrors.error(422, "A connector with the same name already exists.");
        }
        if (!fitsSchema(connector)) {
            return SquaredErrors.unprocessable("Connector creation failed", "configuration", SCHEMA_MESSAGE);
        }
        saved.add(attributes(connector));
        return Answer.json(201, data(saved.size()));
    }

    synchronized Optional<Answer> find(String id) {
        return id.matches("[1-9]\\d{0,8}") && Integer.parseInt(id) <= saved.size()
                ? Optional.of(Answer.json(200, data(Integer.parseInt(id))))
                : Optional.empty();
    }

    private boolean exists(String name, String type) {
        return saved.stream()
                .anyMatch(connector ->
                        name.equals(connector.get("name")) && type.equals(connector.get("connector_type")));
    }

    /** The server never says which field is wrong, so neither does this. */
    private static boolean fitsSchema(JsonNode connector) {
        JsonNode configuration = connector.path("configuration");
        return !CHECKED_BY_SCHEMA.contains(connector.path("connector_name").asText())
                || List.of("host", "port", "database", "schema").stream()
                        .allMatch(field -> configuration.path(field).isTextual());
    }

    private Map<String, @Nullable Object> attributes(JsonNode connector) {
        String now = time.now().truncatedTo(ChronoUnit.MILLIS).toString();
        String definition = connector.path("connector_name").asText();
        return Json.object(
                "name",
                connector.path("name").asText(),
                "description",
                connector.path("description").textValue(),
                "connector_type",
                connector.path("connector_type").asText(),
                "workspace_id",
                workspaceId,
                "created_at",
                now,
                "updated_at",
                now,
                "configuration",
                masked(Json.toMap(connector.path("configuration"))),
                "connector_name",
                definition,
                "icon",
                ICONS + definition.toLowerCase(Locale.ROOT) + ".svg");
    }

    private Map<String, ?> data(int id) {
        return Map.of(
                "data", Json.object("id", String.valueOf(id), "type", "connectors", "attributes", saved.get(id - 1)));
    }

    private static Map<String, Object> masked(Map<String, Object> configuration) {
        Map<String, Object> masked = new LinkedHashMap<>(configuration);
        masked.replaceAll((key, value) -> SECRETS.contains(key) ? MASK : inside(value, SquaredConnectors::masked));
        return masked;
    }

    @SuppressWarnings("unchecked")
    private static Object inside(Object value, UnaryOperator<Map<String, Object>> change) {
        return value instanceof Map ? change.apply((Map<String, Object>) value) : value;
    }
}
