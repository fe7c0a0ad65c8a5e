package dev.connectioncheck.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.sandbox.Fault;
import dev.connectioncheck.sandbox.contract.ListFinding;
import dev.connectioncheck.sandbox.contract.MatrixTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps the tables of {@code docs/reliability.md}. */
class ReliabilityDocumentTest {
    private static final String COMMAND = "mvn -q -B -P reliability-table -pl quality/reliability -am verify "
            + "-Dtest=ReliabilityDocumentTest -Dsurefire.failIfNoSpecifiedTests=false";

    private final Path document = Path.of(System.getProperty("reliability.document"));

    @Test
    void theDocumentTellsWhatCameOfEveryFault() throws IOException {
        keep("outcomes", MatrixTable.outcomes(Matrix.findings()));
    }

    @Test
    void theDocumentTellsWhatCameOfADeadKeptConnection() throws IOException {
        GroupedTable table = new GroupedTable();
        KeptConnections.findings()
                .forEach(kept -> table.add(
                        Fault.connectionDiesAfterwards().name(), kept.vendor() + " " + kept.operation(), kept.cell()));
        keep("kept", table.write());
    }

    @Test
    void theDocumentTellsWhatIsSentAgain() throws Exception {
        keep("resend", ResendTable.write(Matrix.findings()));
    }

    @Test
    void theDocumentTellsWhatCameOfEveryFaultAtTheLists() throws IOException {
        GroupedTable table = new GroupedTable();
        Lists.findings().forEach(finding -> table.add(finding.fault(), finding.vendor(), cell(finding)));
        keep("lists", table.write());
    }

    private static String cell(ListFinding finding) {
        return switch (finding.outcome()) {
            case ListFinding.WHOLE -> "every row";
            case ListFinding.LESS -> "no rows there";
            default -> finding.outcome().replace("Exception", "");
        };
    }

    @Test
    void theDocumentTellsWhatCameOfEveryFaultAtEveryOperation() throws IOException {
        GroupedTable table = new GroupedTable();
        TypedMatrix.findings().forEach(finding -> table.add(finding.fault(), finding.family(), finding.cell()));
        keep("typed", table.write());
    }

    private void keep(String section, String table) throws IOException {
        String text = Files.readString(document);
        String begin = "<!-- " + section + ": begin -->\n";
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf("<!-- " + section + ": end -->");
        assertThat(from).as("section %s in %s", section, document).isBetween(begin.length(), to);
        if (System.getProperty("reliability.table").equals("write")) {
            Files.writeString(document, text.substring(0, from) + table + text.substring(to));
        } else {
            assertThat(text.substring(from, to))
                    .as("%s is not what this build found; if it should be, run:%n%s", document, COMMAND)
                    .isEqualTo(table);
        }
    }
}
