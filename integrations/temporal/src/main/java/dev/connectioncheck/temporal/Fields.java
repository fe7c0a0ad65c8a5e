package dev.connectioncheck.temporal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A map of texts, numbers, lists and maps, as data converters read them; what is absent is left out. Immutable. */
final class Fields {
    private final Map<String, Object> values;

    private Fields(Map<String, Object> values) {
        this.values = values;
    }

    static Fields of(Map<String, ?> values) {
        Map<String, Object> copy = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (value != null) {
                copy.put(name, value);
            }
        });
        return new Fields(copy);
    }

    static Fields none() {
        return new Fields(Map.of());
    }

    Fields with(String name, @Nullable Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(values);
        if (value == null) {
            copy.remove(name);
        } else {
            copy.put(name, value instanceof Enum<?> word ? word.name() : value);
        }
        return new Fields(copy);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(Object::toString);
    }

    String needed(String name) {
        return text(name).orElseThrow(() -> new IllegalArgumentException("There is no \"" + name + "\"."));
    }

    int number(String name) {
        return values.get(name) instanceof Number number ? number.intValue() : 0;
    }

    /** A part of its own; empty if it is not there. */
    @SuppressWarnings("unchecked") // keys of JSON are texts
    Optional<Fields> part(String name) {
        return values.get(name) instanceof Map<?, ?> part ? Optional.of(of((Map<String, ?>) part)) : Optional.empty();
    }

    @SuppressWarnings("unchecked") // keys of JSON are texts
    List<Fields> parts(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream().map(part -> of((Map<String, ?>) part)).toList()
                : List.of();
    }

    List<String> texts(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    Map<String, Object> toMap() {
        return Collections.unmodifiableMap(values);
    }
}
