package dev.connectioncheck.examples;

import dev.connectioncheck.CheckOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lays outcomes out as a table, each column as wide as its widest cell. Not thread-safe. */
final class ResultTable {
    private static final int LONGEST_CELL = 60;

    private final List<List<String>> rows = new ArrayList<>();

    ResultTable() {
        rows.add(List.of("VENDOR", "CONNECTION", "VERDICT", "TIME", "POLLS", "MESSAGE"));
    }

    void add(PlannedCheck check, CheckOutcome outcome) {
        rows.add(List.of(
                check.vendor(),
                Texts.shortened(check.connection(), LONGEST_CELL),
                Verdicts.word(outcome),
                outcome.result().map(result -> Texts.seconds(result.elapsed())).orElse("-"),
                outcome.result().map(result -> Integer.toString(result.polls())).orElse("-"),
                Texts.shortened(Verdicts.message(outcome), LONGEST_CELL)));
    }

    @Override
    public String toString() {
        List<Integer> widths =
                IntStream.range(0, rows.get(0).size()).mapToObj(this::width).toList();
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static String line(List<String> row, List<Integer> widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> padded(row.get(column), widths.get(column)))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(width - cell.length());
    }
}
