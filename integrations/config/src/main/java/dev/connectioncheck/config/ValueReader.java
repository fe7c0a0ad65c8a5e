package dev.connectioncheck.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes values of nodes for one client or connection, and remembers whether all of them are known. Used once. */
final class ValueReader {
    private final Placeholders placeholders;
    private final Diagnostics found;
    private boolean isComplete = true;

    ValueReader(Placeholders placeholders, Diagnostics found) {
        this.placeholders = placeholders;
        this.found = found;
    }

    /** Tells whether every value so far is known and right. */
    boolean isComplete() {
        return isComplete;
    }

    void mistake(Place place, String message) {
        isComplete = false;
        found.mistake(place, message);
    }

    /** Returns a text, number or flag as the text that it is written as; empty if it is not known. */
    Optional<String> text(String key, Node node, boolean isSecret) {
        if (node instanceof Node.Refused) {
            isComplete = false;
            return Optional.empty();
        }
        if (!(node instanceof Node.Scalar scalar)) {
            mistake(node.place(), key + " must be a single value.");
            return Optional.empty();
        }
        if (scalar.value().isEmpty()) {
            mistake(node.place(), key + " has no value.");
            return Optional.empty();
        }
        Resolved resolved = resolve(scalar);
        if (isSecret && resolved.isWrittenOut() && !resolved.text().isEmpty()) {
            warnOfSecret(key, node.place());
        }
        return resolved.isKnown() ? Optional.of(resolved.text()) : Optional.empty();
    }

    /** Returns a map of settings as it is written, but for its placeholders; empty if it is no map. */
    Optional<Map<String, @Nullable Object>> settings(String key, Node node) {
        if (node instanceof Node.Mapping mapping) {
            return Optional.of(map(key, mapping));
        }
        isComplete = false;
        if (!(node instanceof Node.Refused)) {
            mistake(node.place(), key + " must be a map of settings.");
        }
        return Optional.empty();
    }

    private Map<String, @Nullable Object> map(String path, Node.Mapping mapping) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        mapping.entries().forEach((name, entry) -> {
            String below = path + "." + name;
            if (SecretNames.looksSecret(name) && isWrittenOut(entry.value())) {
                warnOfSecret(below, entry.value().place());
            }
            values.put(name, value(below, entry.value()));
        });
        return Collections.unmodifiableMap(values);
    }

    private @Nullable Object value(String path, Node node) {
        if (node instanceof Node.Mapping mapping) {
            return map(path, mapping);
        }
        if (node instanceof Node.Sequence sequence) {
            List<@Nullable Object> items = new ArrayList<>();
            sequence.items().forEach(item -> items.add(value(path, item)));
            return Collections.unmodifiableList(items);
        }
        if (!(node instanceof Node.Scalar scalar)) {
            isComplete = false;
            return null;
        }
        Object value = scalar.value().orElse(null);
        return value instanceof String ? resolve(scalar).text() : value;
    }

    /** Tells whether a secret stands in the file itself; of a map its own keys decide. */
    private boolean isWrittenOut(Node node) {
        if (node instanceof Node.Sequence sequence) {
            return sequence.items().stream().anyMatch(this::isWrittenOut);
        }
        if (!(node instanceof Node.Scalar scalar) || scalar.text().isEmpty()) {
            return false;
        }
        Object value = scalar.value().orElse(null);
        return value instanceof Number
                || (value instanceof String && resolve(scalar).isWrittenOut());
    }

    private Resolved resolve(Node.Scalar scalar) {
        Resolved resolved = placeholders.resolve(scalar.place(), scalar.text());
        isComplete &= resolved.isKnown();
        return resolved;
    }

    private void warnOfSecret(String key, Place place) {
        if (place.isInAFile()) {
            found.warning(
                    place,
                    key + " is a secret that is written out; put ${VARIABLE} in its place, or \"@file\" in quotes.");
        }
    }
}
