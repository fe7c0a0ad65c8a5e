package dev.connectioncheck.reliability;

import dev.connectioncheck.sandbox.contract.Finding;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes how often each operation is sent under each kind of trouble, and why. */
final class ResendTable {
    private static final List<String> OPERATIONS = List.of(
            "checkConnection",
            "createConnectionCheckSources",
            "getConnectionCheckSources",
            "testDataSource",
            "getDataSourceTest",
            "getConnector",
            "pingConnector");

    private static final List<Row> ROWS = List.of(
            new Row("connection refused", "it surely did not leave"),
            new Row("TLS: untrusted", "a certificate does not get better by waiting"),
            new Row("reset before headers", "it may have been processed"),
            new Row("silence after accept", "it may be under way"),
            new Row("reset inside body", "it was processed"),
            new Row("status 401", "a fixed key stays refused; a supplied one is asked for once more"),
            new Row("status 408", "it may have been processed"),
            new Row("status 425", "the vendor says that it did not process it"),
            new Row("status 429", "the vendor says that it did not process it"),
            new Row("status 500", "it may have been processed"),
            new Row("status 502", "it may have been processed"),
            new Row("status 503", "it may have been processed"),
            new Row("status 504", "it may be under way"),
            new Row("status 501", "it will not pass by itself"),
            new Row("HTML with 200", "it was processed"));

    private ResendTable() {}

    private record Row(String fault, String why) {}

    static String write(List<Finding> findings) throws Exception {
        Map<String, String> counts = findings.stream()
                .collect(Collectors.toMap(
                        finding -> finding.fault() + "/" + finding.operation(),
                        finding -> "" + finding.sends().orElse(0),
                        (one, other) -> one.equals(other) ? one : one + " or " + other));
        StringBuilder table = new StringBuilder("| fault | " + String.join(" | ", OPERATIONS)
                + " | createConnector | what is known then |\n" + "|---".repeat(OPERATIONS.size() + 3) + "|\n");
        for (Row row : ROWS) {
            table.append("| ").append(row.fault());
            OPERATIONS.forEach(operation -> table.append(" | ").append(counts.get(row.fault() + "/" + operation)));
            table.append(" | ").append(Creates.sends(row.fault())).append(" | ");
            table.append(row.why()).append(" |\n");
        }
        return table.toString();
    }
}
