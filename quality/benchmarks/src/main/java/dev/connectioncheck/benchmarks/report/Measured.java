package dev.connectioncheck.benchmarks.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks up what has to have been measured. */
public final class Measured {
    private Measured() {}

    /**
     * Returns the value of a key.
     *
     * @param values what was measured
     * @param key what is looked for
     * @param <K> the keys
     * @param <V> the values
     * @return its value
     * @throws IllegalStateException if it is missing
     */
    public static <K, V> V of(Map<K, V> values, K key) {
        @Nullable V value = values.get(key);
        if (value == null) {
            throw new IllegalStateException(key + " was not measured, only " + values.keySet());
        }
        return value;
    }
}
