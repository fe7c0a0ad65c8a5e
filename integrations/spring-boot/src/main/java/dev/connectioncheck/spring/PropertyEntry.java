package dev.connectioncheck.spring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * One client or connection in the properties. Spring's relaxed names are for the keys that it is asked for; a map alone
 * would hold {@code apiKey}, {@code api.key} and {@code api-key} side by side.
 *
 * @param binder knows all properties
 * @param name where the entry stands
 * @param raw the entry as a map has it
 */
record PropertyEntry(Binder binder, ConfigurationPropertyName name, Object raw) {
    /** Returns the name of what stands under a key of a map, which Spring keeps as it is written. */
    static ConfigurationPropertyName child(ConfigurationPropertyName parent, String key) {
        String plain = key.toLowerCase(Locale.ROOT).replace("_", "");
        return !plain.contains(".") && ConfigurationPropertyName.isValid(plain)
                ? parent.append(plain)
                : parent.append("[" + key + "]");
    }

    Optional<String> text(String key) {
        return PropertyKey.text(key).in(binder, name).map(Object::toString);
    }

    /** Returns the values of these keys, and as they are written those of keys that are none of them. */
    Map<String, Object> values(List<PropertyKey> keys) {
        Map<String, Object> values = new LinkedHashMap<>();
        keys.forEach(key -> key.in(binder, name).ifPresent(value -> values.put(key.name(), withLists(value))));
        Set<String> known = keys.stream().map(key -> uniform(key.name())).collect(Collectors.toSet());
        children().forEach((key, value) -> {
            if (!isKnown(key, value, known)) {
                values.put(key, withLists(value));
            }
        });
        return values;
    }

    private Map<String, Object> children() {
        Map<String, Object> children = new LinkedHashMap<>();
        if (raw instanceof Map<?, ?> map) {
            map.forEach((key, value) -> children.put(String.valueOf(key), value));
        }
        return children;
    }

    /** A variable such as {@code …_API_KEY} reads as {@code api.key}. */
    private static boolean isKnown(String key, Object value, Set<String> known) {
        return known.contains(uniform(key))
                || (value instanceof Map<?, ?> below
                        && !below.isEmpty()
                        && below.entrySet().stream()
                                .allMatch(each -> isKnown(key + each.getKey(), each.getValue(), known)));
    }

    private static String uniform(String key) {
        return key.toLowerCase(Locale.ROOT).replaceAll("[-_.]", "");
    }

    /** Spring makes a map with the keys 0, 1, 2 of a list whose type it does not know. */
    private static Object withLists(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        map.forEach((key, each) -> values.put(String.valueOf(key), withLists(each)));
        boolean isList = !values.isEmpty()
                && IntStream.range(0, values.size()).allMatch(i -> values.containsKey(String.valueOf(i)));
        return isList
                ? new ArrayList<>(IntStream.range(0, values.size())
                        .mapToObj(i -> values.get(String.valueOf(i)))
                        .toList())
                : values;
    }
}
