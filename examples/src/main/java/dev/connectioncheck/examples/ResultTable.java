package dev.connectioncheck.examples;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckReport;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckStatus;
import dev.connectioncheck.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lays a report of an inventory out as a table, each column as wide as its widest cell, and counts. Immutable. */
final class ResultTable {
    private static final int LONGEST_CELL = 50;

    private final List<List<String>> rows = new ArrayList<>();
    private final CheckReport report;

    /**
     * Lays out a report.
     *
     * @param connections the rows of the inventory that the report is of
     */
    ResultTable(List<Connection> connections, CheckReport report) {
        this.report = report;
        rows.add(List.of("VENDOR", "KIND", "TYPE", "NAME", "STATUS", "TIME", "POLLS", "MESSAGE"));
        IntStream.range(0, connections.size())
                .forEach(row ->
                        rows.add(cells(connections.get(row), report.outcomes().get(row))));
    }

    private static List<String> cells(Connection connection, CheckOutcome outcome) {
        return Stream.of(
                        connection.vendor(),
                        connection.kind(),
                        connection.type(),
                        connection.name(),
                        outcome.status().name(),
                        outcome.result()
                                .map(result -> Texts.seconds(result.elapsed()))
                                .orElse("-"),
                        outcome.result()
                                .map(result -> Integer.toString(result.polls()))
                                .orElse("-"),
                        message(outcome))
                .map(cell -> Texts.shortened(cell, LONGEST_CELL))
                .toList();
    }

    /** The vendor's words, or why there is no verdict; perhaps empty text. */
    private static String message(CheckOutcome outcome) {
        return outcome.result()
                .flatMap(CheckResult::message)
                .or(outcome::skipped)
                .or(() -> outcome.error().map(Throwable::getMessage))
                .orElse("");
    }

    @Override
    public String toString() {
        List<Integer> widths =
                IntStream.range(0, rows.get(0).size()).mapToObj(this::width).toList();
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n", "", "\n\n" + counts()));
    }

    private String counts() {
        String counts = Stream.of(CheckStatus.values())
                .map(status -> report.count(status) + " " + status.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ", report.outcomes().size() + " connections: ", "."));
        return report.errors().stream()
                .map(error -> "\nNot listed to the end: " + Texts.shortened(String.valueOf(error.getMessage()), 200))
                .collect(Collectors.joining("", counts, ""));
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
