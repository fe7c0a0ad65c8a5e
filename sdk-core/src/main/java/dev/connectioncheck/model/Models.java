package dev.connectioncheck.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Helps generated models to be immutable and to read what a vendor sends, whole or not. */
public final class Models {
    private Models() {}

    /**
     * Returns a field that the specification promises.
     *
     * @param value what was read
     * @param model the schema's name
     * @param field the field as the vendor writes it
     * @param <T> the field's type
     * @return the value
     * @throws MissingFieldException if it is null
     */
    public static <T> T required(@Nullable T value, String model, String field) {
        if (value == null) {
            throw new MissingFieldException(model, field);
        }
        return value;
    }

    /**
     * Returns a field that the specification promises, for code that can do without it.
     *
     * @param accessor reads the field
     * @param <T> the field's type
     * @return the value; empty if the answer lacks it
     */
    public static <T> Optional<T> ifPresent(Supplier<T> accessor) {
        try {
            return Optional.of(accessor.get());
        } catch (MissingFieldException e) {
            return Optional.empty();
        }
    }

    /**
     * Copies a list; a null among its elements, which no specification allows, is left out.
     *
     * @param list any list; null counts as empty
     * @param <T> the type of its elements
     * @return an unmodifiable copy
     */
    public static <T> List<T> listOf(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }

    /**
     * Copies a map and the maps and lists in it, their order and null values included.
     *
     * @param map any map; null counts as empty
     * @param <K> the type of its keys
     * @param <V> the type of its values
     * @return an unmodifiable copy
     */
    public static <K, V extends @Nullable Object> Map<K, V> mapOf(@Nullable Map<K, V> map) {
        Map<K, V> copy = new LinkedHashMap<>();
        if (map != null) {
            map.forEach((key, value) -> copy.put(key, copyOf(value)));
        }
        return Collections.unmodifiableMap(copy);
    }

    /**
     * Copies a value of any JSON type: of a map or a list, all that is in it too.
     *
     * @param value any value; null stays null
     * @param <V> its type
     * @return an unmodifiable copy, or the value itself if it can't change
     */
    @SuppressWarnings("unchecked") // a copy of a map is a map, and so on
    public static <V extends @Nullable Object> V copyOf(V value) {
        if (value instanceof Map<?, ?> map) {
            return (V) mapOf(map);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(element -> copy.add(copyOf(element)));
            return (V) Collections.unmodifiableList(copy);
        }
        return value;
    }
}
