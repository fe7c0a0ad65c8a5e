package dev.connectioncheck;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects the fields of a value's JSON form: in order, absent ones as null. For one thread. */
final class JsonForm {
    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    JsonForm put(String name, @Nullable Object value) {
        fields.put(name, value instanceof Optional<?> optional ? optional.orElse(null) : value);
        return this;
    }

    JsonForm putAll(Map<String, @Nullable Object> others) {
        fields.putAll(others);
        return this;
    }

    Map<String, @Nullable Object> toMap() {
        return Collections.unmodifiableMap(fields);
    }
}
