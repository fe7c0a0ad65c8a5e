package dev.connectioncheck.reliability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes outcomes by fault and operation as the smallest table that is true: what is alike shares a row or a column.
 */
final class GroupedTable {
    private final Map<String, Map<String, String>> cells = new LinkedHashMap<>();

    /** Adds a case; several of one fault and one operation share a cell, and are all in it if they differ. */
    void add(String fault, String operation, String outcome) {
        cells.computeIfAbsent(fault, unused -> new LinkedHashMap<>())
                .merge(operation, outcome, (one, other) -> one.equals(other) ? one : one + " or " + other);
    }

    String write() {
        List<String> operations = cells.values().stream()
                .flatMap(row -> row.keySet().stream())
                .distinct()
                .toList();
        Map<List<String>, List<String>> columns = grouped(
                operations,
                operation -> cells.values().stream()
                        .map(row -> row.getOrDefault(operation, "-"))
                        .toList());
        Map<List<String>, List<String>> rows = grouped(
                List.copyOf(cells.keySet()),
                fault -> operations.stream()
                        .map(operation -> cells.getOrDefault(fault, Map.of()).getOrDefault(operation, "-"))
                        .toList());
        List<String> heads =
                columns.values().stream().map(alike -> String.join(", ", alike)).toList();
        StringBuilder table = new StringBuilder(line("faults", heads));
        table.append(line("---", heads.stream().map(head -> "---").toList()));
        rows.values().forEach(alike -> table.append(line(faults(alike), row(alike.get(0), columns.values()))));
        return table.toString();
    }

    private List<String> row(String fault, Iterable<List<String>> columns) {
        List<String> row = new ArrayList<>();
        columns.forEach(alike -> row.add(cells.getOrDefault(fault, Map.of()).getOrDefault(alike.get(0), "-")));
        return row;
    }

    /** The statuses are many: the word is said once. */
    private static String faults(List<String> faults) {
        String text = String.join("; ", faults);
        return text.replace("; status ", ", ");
    }

    private static Map<List<String>, List<String>> grouped(
            List<String> names, Function<String, List<String>> likeness) {
        return names.stream().collect(Collectors.groupingBy(likeness, LinkedHashMap::new, Collectors.toList()));
    }

    private static String line(String head, List<String> cells) {
        return "| " + head + " | " + String.join(" | ", cells) + " |\n";
    }
}
