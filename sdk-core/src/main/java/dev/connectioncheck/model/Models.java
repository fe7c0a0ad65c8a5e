package dev.connectioncheck.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Helps generated models to be whole, immutable and silent about secrets. */
public final class Models {
    /** Stands for a secret wherever a model is shown. */
    public static final String HIDDEN = "***";

    private Models() {}

    /**
     * Returns a field that the specification promises, when an answer is read.
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
     * Copies a list that the specification promises, when an answer is read.
     *
     * @param list what was read
     * @param model the schema's name
     * @param field the field as the vendor writes it
     * @param <T> the type of its elements
     * @return an unmodifiable copy
     * @throws MissingFieldException if it or one of its elements is null: a row that is lost without a word would be
     *     worse
     */
    public static <T> List<T> requiredListOf(@Nullable List<T> list, String model, String field) {
        List<T> whole = required(list, model, field);
        for (T element : whole) {
            required(element, model, field + "[]");
        }
        return listOf(whole);
    }

    /**
     * Copies a list and the maps and lists in it; a null among its elements, which no specification allows, is left
     * out.
     *
     * @param list any list; null counts as empty
     * @param <T> the type of its elements
     * @return an unmodifiable copy
     */
    public static <T> List<T> listOf(@Nullable List<T> list) {
        return list == null
                ? List.of()
                : list.stream().filter(Objects::nonNull).map(Models::copyOf).toList();
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

    /**
     * Copies fields that a specification does not know, so that none of them is sent twice.
     *
     * @param fields names and values
     * @param known the fields that the model has of its own
     * @return an unmodifiable copy
     * @throws IllegalArgumentException if one is among the known, or the map is null; names the field
     */
    public static Map<String, @Nullable Object> unknownOf(
            @Nullable Map<String, @Nullable Object> fields, Set<String> known) {
        if (fields == null) {
            throw new IllegalArgumentException("additionalProperties must not be null.");
        }
        fields.keySet().stream().filter(known::contains).findFirst().ifPresent(field -> {
            throw new IllegalArgumentException("additionalProperties must not repeat the field " + field
                    + ": set it with the builder's method of its own.");
        });
        return mapOf(fields);
    }

    /**
     * Writes a model as text.
     *
     * @param model the schema's name
     * @param fields names and values in turn; {@link #HIDDEN} for the value of a secret
     * @return such as {@code Connector[id=1, configuration=***]}
     */
    public static String describe(String model, @Nullable Object... fields) {
        StringBuilder text = new StringBuilder(model).append('[');
        for (int index = 0; index < fields.length; index += 2) {
            text.append(index == 0 ? "" : ", ")
                    .append(fields[index])
                    .append('=')
                    .append(fields[index + 1]);
        }
        return text.append(']').toString();
    }
}
