package dev.connectioncheck.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Makes one configuration of a file and of a tree that stands beside it. */
final class Merge {
    private Merge() {}

    /** Returns what both say; what only one of them is, if the other is no map. Reports names that are in both. */
    static Optional<Node> of(Optional<Node> file, Optional<Node> tree, Diagnostics found) {
        if (file.isEmpty() || tree.isEmpty()) {
            return file;
        }
        return Optional.of(
                file.get() instanceof Node.Mapping first && tree.get() instanceof Node.Mapping second
                        ? sections(first, second, found)
                        : file.get());
    }

    private static Node sections(Node.Mapping file, Node.Mapping tree, Diagnostics found) {
        Map<String, Node.Entry> sections = new LinkedHashMap<>(file.entries());
        tree.entries()
                .forEach((name, section) ->
                        sections.merge(name, section, (ours, theirs) -> entries(ours, theirs, found)));
        return new Node.Mapping(file.place(), sections);
    }

    private static Node.Entry entries(Node.Entry file, Node.Entry tree, Diagnostics found) {
        if (!(file.value() instanceof Node.Mapping first) || !(tree.value() instanceof Node.Mapping second)) {
            return file.value() instanceof Node.Mapping ? file : tree;
        }
        Map<String, Node.Entry> both = new LinkedHashMap<>(first.entries());
        second.entries().forEach((name, entry) -> {
            Node.Entry other = both.putIfAbsent(name, entry);
            if (other != null) {
                found.mistake(entry.place(), name + " is at " + other.place() + " too; give one of them another name.");
            }
        });
        return new Node.Entry(file.place(), new Node.Mapping(first.place(), both));
    }
}
