package dev.connectioncheck.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks and copies what users give as JSON, when they give it, so that nothing can change or fail later. */
public final class JsonValues {
    private static final int DEEPEST = 50;

    private JsonValues() {}

    /**
     * Copies a map and everything in it.
     *
     * @param name what the map is, for messages
     * @param map texts, numbers, booleans and nulls, and maps with text keys and collections of these
     * @return an unmodifiable copy in the same order
     * @throws IllegalArgumentException if it holds anything else or a vendor's {@linkplain Masks mask}, or is null or
     *     nested more than 50 deep; the message tells where, not what
     */
    public static Map<String, @Nullable Object> copyOf(String name, @Nullable Map<String, ?> map) {
        if (map == null) {
            throw new IllegalArgumentException(name + " must not be null.");
        }
        return copyMap(new Place(null, name), map, 0);
    }

    private static Map<String, @Nullable Object> copyMap(Place place, Map<?, ?> map, int depth) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new IllegalArgumentException(place + " has a key that is no text.");
            }
            copy.put(name, copy(new Place(place, name), value, depth + 1));
        });
        return Collections.unmodifiableMap(copy);
    }

    private static @Nullable Object copy(Place place, @Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException(place + " is nested more than " + DEEPEST + " deep.");
        }
        if (value instanceof Map<?, ?> map) {
            return copyMap(place, map, depth);
        }
        if (value instanceof Collection<?> values) {
            return copyList(place, values, depth);
        }
        if (value instanceof CharSequence text) {
            refuseMask(place, text);
            return text.toString();
        }
        if (value == null || value instanceof Boolean || isFinite(value)) {
            return value;
        }
        throw new IllegalArgumentException(place + " is a " + value.getClass().getName()
                + ", which is no JSON: use a text, a finite number, a boolean, null, a Map or a List.");
    }

    private static List<@Nullable Object> copyList(Place place, Collection<?> values, int depth) {
        List<@Nullable Object> copy = new ArrayList<>(values.size());
        values.forEach(value -> copy.add(copy(new Place(place, copy.size()), value, depth + 1)));
        return Collections.unmodifiableList(copy);
    }

    private static void refuseMask(Place place, CharSequence text) {
        if (Masks.isMask(text)) {
            Masks.refuse(place.toString(), text);
        }
    }

    private static boolean isFinite(Object value) {
        return value instanceof Number number
                && !(number instanceof Double && !Double.isFinite(number.doubleValue()))
                && !(number instanceof Float && !Float.isFinite(number.floatValue()));
    }

    /**
     * Where a value is; put into words for messages alone.
     *
     * @param outer what it is in; null for the whole
     * @param step its key, or its number in a list
     */
    private record Place(@Nullable Place outer, Object step) {
        @Override
        public String toString() {
            return outer == null ? step.toString() : outer + (step instanceof String ? "." + step : "[" + step + "]");
        }
    }
}
