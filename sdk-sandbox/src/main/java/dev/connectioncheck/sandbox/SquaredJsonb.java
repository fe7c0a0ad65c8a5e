package dev.connectioncheck.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts keys in the order in which PostgreSQL's {@code jsonb} gives them back: shorter ones first. */
final class SquaredJsonb {
    private static final Comparator<String> ORDER = Comparator.<String>comparingInt(key -> bytes(key).length)
            .thenComparing((one, other) -> Arrays.compareUnsigned(bytes(one), bytes(other)));

    private SquaredJsonb() {}

    static Map<String, Object> sorted(Map<String, Object> object) {
        Map<String, Object> sorted = new TreeMap<>(ORDER);
        object.forEach((key, value) -> sorted.put(key, inside(value)));
        return new LinkedHashMap<>(sorted);
    }

    @SuppressWarnings("unchecked")
    private static Object inside(Object value) {
        if (value instanceof Map) {
            return sorted((Map<String, Object>) value);
        }
        return value instanceof List<?> list
                ? list.stream().map(SquaredJsonb::inside).toList()
                : value;
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }
}
