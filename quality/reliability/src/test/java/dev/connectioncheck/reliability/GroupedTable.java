package dev.connectioncheck.reliability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes outcomes by fault and operation as the smallest table that is true: what is alike shares a row or a column.
 */
final class GroupedTable {
    private static final Pattern STATUS = Pattern.compile("status \\d{3}");

    private final Map<String, Map<String, Set<String>>> cells = new LinkedHashMap<>();

    /** Adds a case; several of one fault and one operation share a cell, and are all in it if they differ. */
    void add(String fault, String operation, String outcome) {
        cells.computeIfAbsent(fault, unused -> new LinkedHashMap<>())
                .computeIfAbsent(operation, unused -> new TreeSet<>())
                .add(outcome);
    }

    String write() {
        List<String> operations = cells.values().stream()
                .flatMap(row -> row.keySet().stream())
                .distinct()
                .toList();
        Map<List<String>, List<String>> columns = grouped(
                operations,
                operation ->
                        cells.values().stream().map(row -> cell(row, operation)).toList());
        Map<List<String>, List<String>> rows = grouped(
                List.copyOf(cells.keySet()),
                fault -> operations.stream()
                        .map(operation -> cell(cells.getOrDefault(fault, Map.of()), operation))
                        .toList());
        List<String> heads =
                columns.values().stream().map(alike -> String.join(", ", alike)).toList();
        StringBuilder table = new StringBuilder(line("faults", heads));
        table.append(line("---", heads.stream().map(head -> "---").toList()));
        rows.values().forEach(alike -> table.append(line(faults(alike), row(alike.get(0), columns.values()))));
        return table.toString();
    }

    private static String cell(Map<String, Set<String>> row, String operation) {
        return String.join(" or ", row.getOrDefault(operation, Set.of("-")));
    }

    private List<String> row(String fault, Iterable<List<String>> columns) {
        List<String> row = new ArrayList<>();
        columns.forEach(alike -> row.add(cell(cells.getOrDefault(fault, Map.of()), alike.get(0))));
        return row;
    }

    /** The statuses are many: the word is said once for those that follow one another. */
    private static String faults(List<String> faults) {
        StringBuilder text = new StringBuilder();
        String before = "";
        for (String fault : faults) {
            boolean follows =
                    STATUS.matcher(fault).matches() && STATUS.matcher(before).matches();
            text.append(text.isEmpty() ? "" : follows ? ", " : "; ")
                    .append(follows ? fault.substring("status ".length()) : fault);
            before = fault;
        }
        return text.toString();
    }

    private static Map<List<String>, List<String>> grouped(
            List<String> names, Function<String, List<String>> likeness) {
        return names.stream().collect(Collectors.groupingBy(likeness, LinkedHashMap::new, Collectors.toList()));
    }

    private static String line(String head, List<String> cells) {
        return "| " + head + " | " + String.join(" | ", cells) + " |\n";
    }
}
