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

/**
 * Tells connections apart by marks in their settings, for that is all that a vendor is sent.
 *
 * <p>Used by all threads of the server; the map guards itself.
 */
final class Marks {
    private static final int BYTES = 6;
    private static final Pattern MARK = Pattern.compile("[0-9a-f]{" + 2 * BYTES + "}");

    private final Map<String, Connection> connections = new ConcurrentHashMap<>();

    static String fresh() {
        return VendorSandbox.randomHex(BYTES);
    }

    String of(Connection connection) {
        String mark = fresh();
        put(mark, connection);
        return mark;
    }

    void put(String mark, Connection connection) {
        connections.put(mark, connection);
    }

    /** Finds a connection by the first mark in any text of the settings. */
    Optional<Connection> find(JsonNode settings) {
        Deque<JsonNode> open = new ArrayDeque<>();
        open.add(settings);
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

    /** Finds a connection by its host if it has one, else by any of its settings. */
    Optional<Connection> findByHost(JsonNode settings) {
        JsonNode host = settings.path("host");
        return find(host.asText().isEmpty() ? settings : host);
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
}
