package dev.connectioncheck.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells connections apart by marks in their settings, for a check sends nothing else. */
final class SquaredMarks {
    private static final Pattern MARK = Pattern.compile("[0-9a-f]{12}");
    private static final int MARK_BYTES = 6;

    private final Map<String, Connection> connections = new ConcurrentHashMap<>();

    Map<String, Object> settings(String kind, String definition, Connection connection) {
        SquaredDefinition known = SquaredDefinitions.find(kind, definition)
                .orElseThrow(() ->
                        new IllegalArgumentException("AI Squared has no " + kind + " called " + definition + "."));
        return known.sample(mark(connection));
    }

    /** Saves a row, with settings whose check goes as the row's own. */
    long save(SquaredRow row, SquaredConnectors connectors) {
        String mark = VendorSandbox.randomHex(MARK_BYTES);
        Map<String, Object> settings = row.settings()
                .orElseGet(() -> SquaredDefinitions.find(row.kind(), row.definition())
                        .map(definition -> definition.sample(mark))
                        .orElseGet(Map::of));
        synchronized (connectors) {
            SquaredSaved saved = connectors.add(
                    new SquaredSaved.Fields(
                            row.nameOr(row.definition() + " " + connectors.nextId()),
                            row.description().orElse(null),
                            row.kind(),
                            row.definition(),
                            settings),
                    new SquaredSaved.Origin(row.behavior(), true, row.isVanished()));
            connections.put(mark, saved);
            return saved.id();
        }
    }

    /** Finds a connection by its host, or by any mark if its kind has no host. */
    Optional<Connection> find(SquaredDefinition definition, JsonNode settings) {
        JsonNode carrier = definition.hasHost() ? settings.path("host") : settings;
        Deque<JsonNode> open = new ArrayDeque<>();
        open.add(carrier);
        while (!open.isEmpty()) {
            JsonNode next = open.remove();
            Optional<Connection> found = next.isTextual() ? inText(next.asText()) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
            next.forEach(open::add);
        }
        return Optional.empty();
    }

    private Optional<Connection> inText(String text) {
        Matcher mark = MARK.matcher(text.toLowerCase(Locale.ROOT));
        while (mark.find()) {
            Connection connection = connections.get(mark.group());
            if (connection != null) {
                return Optional.of(connection);
            }
        }
        return Optional.empty();
    }

    private String mark(Connection connection) {
        String mark = VendorSandbox.randomHex(MARK_BYTES);
        connections.put(mark, connection);
        return mark;
    }
}
