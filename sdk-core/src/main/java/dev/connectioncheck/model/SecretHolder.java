package dev.connectioncheck.model;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Names the secret parts of a request body, so that they can be removed wherever the vendor sends them back. */
public interface SecretHolder {
    /**
     * Passes on every secret part: a text, or a map, list or JSON tree of which each text may be secret.
     *
     * @param sink takes the parts
     */
    void secrets(Consumer<Object> sink);

    /**
     * Passes on the secret parts of a value, if it has any: of a holder, or of the holders in a list.
     *
     * @param value any value
     * @param sink takes the parts
     */
    static void collect(@Nullable Object value, Consumer<Object> sink) {
        if (value instanceof SecretHolder holder) {
            holder.secrets(sink);
        } else if (value instanceof Iterable<?> values) {
            values.forEach(element -> collect(element, sink));
        }
    }
}
