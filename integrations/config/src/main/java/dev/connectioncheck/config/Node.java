package dev.connectioncheck.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One value of a configuration as it is written, with its place. */
sealed interface Node {
    Place place();

    /** A text, number, flag or null: {@code text} as it stands there, {@code value} what it means. */
    record Scalar(Place place, String text, Optional<Object> value) implements Node {}

    /** Several values. */
    record Sequence(Place place, List<Node> items) implements Node {}

    /** Values by key, in order. */
    record Mapping(Place place, Map<String, Entry> entries) implements Node {
        Optional<Node> get(String key) {
            return Optional.ofNullable(entries.get(key)).map(Entry::value);
        }

        /** Returns where a key stands; where the mapping does, if it has no such key. */
        Place placeOf(String key, Place otherwise) {
            Entry entry = entries.get(key);
            return entry == null ? otherwise : entry.value().place();
        }
    }

    /** Something that was refused already: no more is to be said of it. */
    record Refused(Place place) implements Node {}

    /** A key's place and its value. */
    record Entry(Place place, Node value) {}
}
