package dev.connectioncheck.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** Makes settings that fit Squared's definitions, and knows them again. */
final class SquaredMarks {
    private final Marks marks = new Marks();

    Map<String, Object> settings(String kind, String definition, Connection connection) {
        SquaredDefinition known = SquaredDefinitions.find(kind, definition)
                .orElseThrow(() ->
                        new IllegalArgumentException("AI Squared has no " + kind + " called " + definition + "."));
        return known.sample(marks.of(connection));
    }

    /** Saves a row, with settings whose check goes as the row's own. */
    long save(SquaredRow row, SquaredConnectors connectors) {
        String mark = Marks.fresh();
        Map<String, Object> settings = row.settings()
                .or(() -> SquaredDefinitions.find(row.kind(), row.definition())
                        .map(definition -> definition.sample(mark)))
                .orElseGet(Map::of);
        SquaredSaved saved = connectors.add(row, settings);
        marks.put(mark, saved);
        return saved.id();
    }

    /** Finds a connection by its host, or by any mark if its kind has no host. */
    Optional<Connection> find(SquaredDefinition definition, JsonNode settings) {
        return marks.find(definition.hasHost() ? settings.path("host") : settings);
    }
}
