package dev.connectioncheck.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lays cells out in columns as wide as their widest cell, one line for each row. Within a limit the last column is cut,
 * then the second, which holds names, then the line. Not thread-safe.
 */
final class Table {
    private static final String GAP = "  ";
    private static final int NAMES = 1;
    private static final int LEAST = 8;

    private final List<List<String>> rows = new ArrayList<>();
    private final Screen screen;

    Table(Screen screen, String... headings) {
        this.screen = screen;
        rows.add(List.of(headings));
    }

    void add(String... cells) {
        rows.add(List.of(cells).stream().map(Plain::line).toList());
    }

    /** Writes the lines; the first column of a row is shown in its colour. */
    String write() {
        int[] widths = IntStream.range(0, rows.get(0).size()).map(this::width).toArray();
        if (screen.columns() < Integer.MAX_VALUE) {
            fit(widths, screen.columns());
        }
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(line(row, widths)).append('\n'));
        return text.toString();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> Width.of(row.get(column))).max().orElse(0);
    }

    private static void fit(int[] widths, int columns) {
        int last = widths.length - 1;
        narrow(widths, last, columns);
        narrow(widths, NAMES, columns);
    }

    private static void narrow(int[] widths, int column, int columns) {
        int tooWide = IntStream.of(widths).sum() + GAP.length() * (widths.length - 1) - columns;
        if (tooWide > 0) {
            widths[column] = Math.max(Math.min(widths[column], LEAST), widths[column] - tooWide);
        }
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = Width.pad(Width.cut(row.get(i), widths[i], screen.mark()), widths[i]);
            line.append(i == 0 ? cell : GAP + cell);
        }
        String fitting = Width.cut(line.toString().stripTrailing(), screen.columns(), screen.mark());
        String first = row.get(0);
        return fitting.startsWith(first) ? screen.painted(first) + fitting.substring(first.length()) : fitting;
    }
}
