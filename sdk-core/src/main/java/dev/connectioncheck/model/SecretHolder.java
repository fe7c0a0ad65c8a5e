package dev.connectioncheck.model;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Names the secret parts of a request body, or of a target of a vendor that is not asked by HTTP, so that they can be
 * masked wherever the vendor sends them back.
 */
public interface SecretHolder {
    /**
     * Passes on every part that may hold a secret: a text that is one, settings of which some are, as a map or JSON
     * tree, or these with the vendor's word on which ({@link MarkedSettings}).
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
