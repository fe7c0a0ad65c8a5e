package dev.connectioncheck.sandbox.contract;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes findings as a table for people to read: a fault per row, an operation per column. */
public final class MatrixTable {
    private static final String GAP = " | ";

    private MatrixTable() {}

    /**
     * Writes the outcomes, and how often the struck operation was sent if more than once: {@code as usual} is the
     * verdict that the vendor would have given without the fault.
     *
     * @param findings what came of the cases
     * @return a table in Markdown
     */
    public static String outcomes(List<Finding> findings) {
        List<String> columns =
                List.copyOf(grouped(findings, MatrixTable::column).keySet());
        StringBuilder table = new StringBuilder(row("fault", columns));
        table.append(row("---", columns.stream().map(column -> "---").toList()));
        grouped(findings, Finding::fault).forEach((fault, cases) -> {
            Map<String, List<Finding>> byColumn = grouped(cases, MatrixTable::column);
            table.append(row(
                    fault,
                    columns.stream()
                            .map(column -> cells(byColumn.getOrDefault(column, List.of())))
                            .toList()));
        });
        return table.toString();
    }

    private static String row(String head, List<String> cells) {
        return "| " + head + GAP + String.join(GAP, cells) + " |\n";
    }

    /** Blocking and asynchronous, working and not: mostly they agree. */
    private static String cells(List<Finding> cases) {
        return cases.stream().map(MatrixTable::outcome).distinct().sorted().collect(Collectors.joining(" or "));
    }

    private static String column(Finding finding) {
        return finding.vendor() + " " + finding.operation();
    }

    private static String outcome(Finding finding) {
        boolean usual = finding.outcome().equals(finding.truth().name());
        String outcome = usual ? "as usual" : finding.outcome().replace("Exception", "");
        int sends = finding.sends().orElse(1);
        return sends == 1 ? outcome : outcome + " ×" + sends;
    }

    private static Map<String, List<Finding>> grouped(Collection<Finding> findings, Function<Finding, String> key) {
        return findings.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }
}
