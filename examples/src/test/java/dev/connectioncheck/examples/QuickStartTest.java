package dev.connectioncheck.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.client.Environment;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.DatafoldRow;
import dev.connectioncheck.sandbox.Sandbox;
import dev.connectioncheck.sandbox.SandboxRequest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QuickStartTest {
    private static final Duration AT_ONCE = Duration.ofMillis(20);
    private static final Pattern TIME_AND_POLLS = Pattern.compile(" +(\\d+\\.\\d s|-) +(\\d+|-)( |$)");

    @Test
    void withoutKeysTheTableIsWhatTheReadmeShows() {
        String shown = Markdown.blocks(Markdown.read(Path.of("..", "README.md")), "text")
                .get(0);

        assertThat(comparable(table(run(Map.of(), false)))).isEqualTo(comparable(shown));
    }

    /** Times and polls differ from run to run; all else may not. */
    private static List<String> comparable(String table) {
        return table.lines()
                .map(line -> TIME_AND_POLLS.matcher(line).replaceAll(" ").stripTrailing())
                .map(line -> line.replaceAll(" {2,}", "  "))
                .toList();
    }

    @Test
    void offATerminalNothingIsRewritten() {
        assertThat(run(Map.of(), false)).doesNotContain("\u001b", "\r");
    }

    @Test
    void itSaysFirstWhatItIsDoing() {
        assertThat(run(Map.of(), false).lines())
                .startsWith("Asking stand-ins for the four vendors, in this process, what they have.");
    }

    @Test
    void aVendorWithAKeyIsListedAndNotCheckedUnlessToldTo() {
        try (Sandbox vendor = Sandbox.start()) {
            vendor.datafold().add(DatafoldRow.of("pg").named("my own").behaving(Behavior.fails("no such warehouse")));
            Map<String, String> environment = Map.of(
                    "DATAFOLD_API_KEY", vendor.datafold().apiKey(),
                    "DATAFOLD_HOST", vendor.datafold().baseUrl());

            String output = run(environment, false);

            assertThat(output)
                    .contains("Asking datafold itself", "Nothing is checked at a real vendor")
                    .containsPattern("my own +SKIPPED +- +- +Listed only.");
            assertThat(vendor.datafold().requests())
                    .extracting(SandboxRequest::method)
                    .containsExactly("GET");
        }
    }

    @Test
    void aVendorWithAKeyIsCheckedWhenToldTo() {
        try (Sandbox vendor = Sandbox.start()) {
            vendor.datafold().add(DatafoldRow.of("pg").named("my own").behaving(Behavior.fails("no such warehouse")));
            Map<String, String> environment = Map.of(
                    "DATAFOLD_API_KEY", vendor.datafold().apiKey(),
                    "DATAFOLD_HOST", vendor.datafold().baseUrl(),
                    "CONNECTION_CHECK_REAL", "yes");

            assertThat(run(environment, false)).containsPattern("my own +FAILED .*no such warehouse");
        }
    }

    @Test
    void anAccountThatCanNotBeListedIsNamed() {
        try (Sandbox vendor = Sandbox.start()) {
            Map<String, String> environment = Map.of(
                    "ARTIE_API_KEY", "wrong", "ARTIE_API_URL", vendor.artie().baseUrl());

            assertThat(run(environment, false)).containsPattern("Not listed to the end: artie listConnectors .*401");
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

    private static String table(String output) {
        return output.substring(output.indexOf("VENDOR"));
    }
}
