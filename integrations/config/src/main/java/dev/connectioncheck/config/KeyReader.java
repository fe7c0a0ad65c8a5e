package dev.connectioncheck.config;

import dev.connectioncheck.spi.InvalidSettingException;
import dev.connectioncheck.spi.SettingKey;
import dev.connectioncheck.spi.SettingKey.Kind;
import dev.connectioncheck.spi.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a vendor's module understands of one client or connection, and reports what it does not. */
final class KeyReader {
    private final List<String> ours;
    private final List<SettingKey> keys;
    private final ValueReader values;

    KeyReader(List<String> ours, List<SettingKey> keys, ValueReader values) {
        this.ours = ours;
        this.keys = keys;
        this.values = values;
    }

    /** Reads the values of the module's keys; {@link ValueReader#isComplete()} tells whether they can be used. */
    Map<String, @Nullable Object> read(Place place, Node.Mapping mapping) {
        refuseUnknown(mapping);
        Map<String, @Nullable Object> read = new LinkedHashMap<>();
        for (SettingKey key : keys) {
            Optional<Node> node = mapping.get(key.name());
            if (node.isPresent()) {
                value(key, node.get()).ifPresent(value -> read.put(key.name(), value));
            } else if (key.required()) {
                values.mistake(place, key.name() + " is missing.");
            }
        }
        return read;
    }

    private void refuseUnknown(Node.Mapping mapping) {
        List<String> known = Stream.concat(ours.stream(), keys.stream().map(SettingKey::name))
                .toList();
        mapping.entries().forEach((name, entry) -> {
            if (!known.contains(name)) {
                values.mistake(entry.place(), unknown(name, known));
            }
        });
    }

    static String unknown(String name, List<String> known) {
        return "The key " + name + " is not known; known are " + String.join(", ", known) + ".";
    }

    private Optional<?> value(SettingKey key, Node node) {
        if (key.kind() == Kind.SETTINGS) {
            return values.settings(key.name(), node);
        }
        return values.text(key.name(), node, key.kind() == Kind.SECRET)
                .filter(text -> isUsable(key, text, node.place()));
    }

    private boolean isUsable(SettingKey key, String text, Place place) {
        try {
            Settings alone = Settings.of(Map.of(key.name(), text));
            switch (key.kind()) {
                case NUMBER -> alone.number(key.name());
                case FLAG -> alone.flag(key.name());
                case DURATION -> alone.duration(key.name());
                default -> alone.requiredText(key.name());
            }
            return true;
        } catch (InvalidSettingException e) {
            values.mistake(place, String.valueOf(e.getMessage()));
            return false;
        }
    }

    /** Returns where the value stands that a module refused: the deepest part of its path that there is. */
    static Place placeOf(Node.Mapping mapping, String path, Place otherwise) {
        for (Map.Entry<String, Node.Entry> entry : mapping.entries().entrySet()) {
            String key = entry.getKey();
            Node value = entry.getValue().value();
            if (path.equals(key)) {
                return value.place();
            }
            if (path.startsWith(key + ".")) {
                return value instanceof Node.Mapping below
                        ? placeOf(below, path.substring(key.length() + 1), value.place())
                        : value.place();
            }
        }
        return otherwise;
    }

    static String list(Set<String> names) {
        return names.isEmpty() ? "none" : names.stream().collect(Collectors.joining(", "));
    }
}
