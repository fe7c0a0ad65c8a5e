package dev.connectioncheck.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One of the kinds of connectors that Squared's server has. */
final class SquaredDefinition {
    static final String MASK = "*".repeat(13);
    private static final String ICONS =
            "https://raw.githubusercontent.com/Multiwoven/multiwoven/main/integrations/lib/multiwoven/integrations/";

    private final String kind;
    private final String name;
    private final String folder;
    private final String query;
    private final List<SquaredField> fields;
    private final Set<String> secrets = new HashSet<>();

    SquaredDefinition(String kind, String name, String folder, String query, List<SquaredField> fields) {
        this.kind = kind;
        this.name = name;
        this.folder = folder;
        this.query = query;
        this.fields = fields;
        SquaredField.collectSecrets(fields, secrets);
    }

    String kind() {
        return kind;
    }

    String name() {
        return name;
    }

    String icon() {
        return ICONS + kind + "/" + folder + "/icon.svg";
    }

    boolean isModel() {
        return query.equals("ai");
    }

    boolean knowsSql() {
        return query.equals("sql");
    }

    boolean hasHost() {
        return fields.stream().anyMatch(field -> field.name().equals("host"));
    }

    boolean fits(JsonNode configuration) {
        return SquaredField.fit(fields, configuration);
    }

    Map<String, Object> sample(String mark) {
        return SquaredField.sample(fields, mark);
    }

    /** Masks as the server does: by a field's name alone, wherever it stands. */
    Map<String, Object> masked(Map<String, Object> configuration) {
        Map<String, Object> masked = new LinkedHashMap<>(configuration);
        masked.replaceAll((field, value) -> secrets.contains(field) ? MASK : maskedInside(value));
        return masked;
    }

    /** Says whether a mask stands where a secret should. */
    boolean holdsMask(JsonNode configuration) {
        return secrets.stream()
                .flatMap(secret -> configuration.findValues(secret).stream())
                .anyMatch(value -> value.asText().equals(MASK));
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }

    @SuppressWarnings("unchecked")
    private Object maskedInside(Object value) {
        if (value instanceof Map) {
            return masked((Map<String, Object>) value);
        }
        return value instanceof List<?> list
                ? list.stream().map(this::maskedInside).toList()
                : value;
    }
}
