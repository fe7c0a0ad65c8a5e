package dev.connectioncheck.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what is found while a configuration is read. Not thread-safe. */
final class Diagnostics {
    private final Map<Diagnostic, Place> mistakes = new LinkedHashMap<>();
    private final Map<Diagnostic, Place> warnings = new LinkedHashMap<>();

    void mistake(Place place, String message) {
        mistakes.put(Diagnostic.of(place, message), place);
    }

    void warning(Place place, String message) {
        warnings.put(Diagnostic.of(place, message), place);
    }

    /** Tells whether no mistake was found. */
    boolean isEmpty() {
        return mistakes.isEmpty();
    }

    List<Diagnostic> warnings() {
        return inOrder(warnings);
    }

    void throwIfMistaken() {
        if (!mistakes.isEmpty()) {
            throw new ConfigurationException(inOrder(mistakes));
        }
    }

    private static List<Diagnostic> inOrder(Map<Diagnostic, Place> found) {
        List<Map.Entry<Diagnostic, Place>> entries = new ArrayList<>(found.entrySet());
        entries.sort(Map.Entry.comparingByValue(Comparator.naturalOrder()));
        return entries.stream().map(Map.Entry::getKey).toList();
    }
}
