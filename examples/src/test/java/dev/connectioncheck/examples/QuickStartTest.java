package dev.connectioncheck.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.client.Environment;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Sandbox;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuickStartTest {
    private static final Duration AT_ONCE = Duration.ZERO;

    @Test
    void withoutKeysEachStandInHasAGoodAndABadConnection() {
        List<String> table = table(run(Map.of(), false));

        for (String vendor : List.of("squared", "unstructured", "datafold", "artie")) {
            assertThat(table)
                    .filteredOn(row -> row.startsWith(vendor))
                    .satisfiesExactly(
                            row -> assertThat(row).contains(" PASSED "),
                            row -> assertThat(row).contains(" FAILED "));
        }
    }

    @Test
    void offATerminalNothingIsRewritten() {
        assertThat(run(Map.of(), false)).doesNotContain("\u001b", "\r");
    }

    @Test
    void theTableIsTheLastThingSaid() {
        List<String> lines = run(Map.of(), false).lines().toList();

        assertThat(lines.subList(lines.size() - 9, lines.size()))
                .first()
                .asString()
                .startsWith("VENDOR  ");
    }

    @Test
    void aVendorWithAKeyAndAnIdIsReallyAsked() {
        try (Sandbox vendor = Sandbox.start()) {
            long id = vendor.datafold().dataSource(Behavior.fails("no such warehouse"));
            Map<String, String> environment = Map.of(
                    "DATAFOLD_API_KEY", vendor.datafold().apiKey(),
                    "DATAFOLD_HOST", vendor.datafold().baseUrl(),
                    "DATAFOLD_DATA_SOURCE_ID", Long.toString(id));

            String output = run(environment, false);

            assertThat(output).contains("Really asked: datafold.");
            assertThat(table(output))
                    .filteredOn(row -> row.startsWith("datafold"))
                    .singleElement()
                    .asString()
                    .contains("data source " + id, " FAILED ", "no such warehouse");
        }
    }

    @Test
    void aCheckWithoutAVerdictIsARowToo() {
        try (Sandbox vendor = Sandbox.start()) {
            Map<String, String> environment = Map.of(
                    "ARTIE_API_KEY", "wrong",
                    "ARTIE_API_URL", vendor.artie().baseUrl(),
                    "ARTIE_CONNECTOR_UUID",
                            vendor.artie().saved(Behavior.passes()).toString());

            assertThat(table(run(environment, false)))
                    .filteredOn(row -> row.startsWith("artie"))
                    .singleElement()
                    .asString()
                    .contains(" AuthenticationException ");
        }
    }

    private static String run(Map<String, String> environment, boolean terminal) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        QuickStart.run(
                new Environment(environment::get),
                AT_ONCE,
                new PrintStream(bytes, true, StandardCharsets.UTF_8),
                terminal);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static List<String> table(String output) {
        return output.substring(output.indexOf("VENDOR")).lines().toList();
    }
}
