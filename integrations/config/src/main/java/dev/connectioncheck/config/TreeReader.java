package dev.connectioncheck.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes nodes of a tree of settings, such as a framework's properties; their places are paths. */
final class TreeReader {
    private TreeReader() {}

    static Node read(String path, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return mapping(path, map);
        }
        if (value instanceof Collection<?> items) {
            return sequence(path, items);
        }
        return new Node.Scalar(Place.of(path), value == null ? "" : value.toString(), Optional.ofNullable(value));
    }

    private static Node mapping(String path, Map<?, ?> map) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            String below = path.isEmpty() ? String.valueOf(key) : path + "." + key;
            entries.put(String.valueOf(key), new Node.Entry(Place.of(below), read(below, value)));
        });
        return new Node.Mapping(Place.of(path), entries);
    }

    private static Node sequence(String path, Collection<?> values) {
        List<Node> items = new ArrayList<>();
        for (Object value : values) {
            items.add(read(path + "[" + items.size() + "]", value));
        }
        return new Node.Sequence(Place.of(path), items);
    }
}
