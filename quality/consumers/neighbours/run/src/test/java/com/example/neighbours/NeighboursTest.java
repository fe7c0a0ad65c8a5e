package com.example.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Starts the program on every class path. The vendors are stood in for in this process, whose class path is the SDK's
 * own; the program has a process of its own.
 */
class NeighboursTest {
    private static final String COMMAND = "mvn -B -P neighbours -pl quality/consumers/neighbours -am -amd verify"
            + " -Dtest=NeighboursTest -Dsurefire.failIfNoSpecifiedTests=false -Dneighbours.table=write";

    private static final Map<Neighbour, Outcome> OUTCOMES = new LinkedHashMap<>();

    @BeforeAll
    static void runTheProgramBesideEachNeighbour() {
        try (Sandbox sandbox = Sandbox.start()) {
            List<String> settings = settings(sandbox);
            Neighbour.all().forEach(neighbour -> OUTCOMES.put(neighbour, neighbour.run(settings)));
        }
    }

    static Stream<Neighbour> neighbours() {
        return Neighbour.all().stream();
    }

    @ParameterizedTest
    @MethodSource("neighbours")
    void theProgramWorksOrEndsWithOneErrorThatNamesBothVersionsAndTheRemedy(Neighbour neighbour) {
        Outcome outcome = OUTCOMES.get(neighbour);

        if (!outcome.works()) {
            assertThat(outcome.errors()).as("see %s/target/run.log", neighbour.folder()).hasSize(1);
            assertThat(outcome.errors().get(0))
                    .contains(neighbour.versions("okhttp|okhttp-jvm").split(", "))
                    .contains(neighbour.versions("okio-jvm"))
                    .contains("sdk-bom");
        }
    }

    @ParameterizedTest
    @MethodSource("neighbours")
    void theVersionThatANeighbourIsNamedAfterIsOnTheClassPath(Neighbour neighbour) {
        assertThat(Pattern.compile("\\d+(\\.\\d+)+").matcher(neighbour.name()).results())
                .allSatisfy(version -> assertThat(neighbour.classPath())
                        .anyMatch(jar -> jar.toString().endsWith("-" + version.group() + ".jar")));
    }

    @Test
    void theReadmeTellsWhatComesOfEachNeighbour() throws IOException {
        Path document = Path.of(System.getProperty("neighbours.document"));
        String text = Files.readString(document);
        String begin = "<!-- neighbours: begin -->\n";
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf("<!-- neighbours: end -->");
        assertThat(from).as("section neighbours in %s", document).isBetween(begin.length(), to);
        if (System.getProperty("neighbours.table").equals("write")) {
            Files.writeString(document, text.substring(0, from) + table() + text.substring(to));
        } else {
            assertThat(text.substring(from, to))
                    .as("%s is not what this run found; if it should be, run:%n%s", document, COMMAND)
                    .isEqualTo(table());
        }
    }

    private static String table() {
        StringBuilder table = new StringBuilder("""
                | beside the SDK | OkHttp on the class path | Okio | Jackson | Kotlin | outcome |
                |---|---|---|---|---|---|
                """);
        OUTCOMES.forEach((neighbour, outcome) -> table.append("| ")
                .append(String.join(
                        " | ",
                        neighbour.name(),
                        neighbour.versions("okhttp|okhttp-jvm"),
                        neighbour.versions("okio-jvm"),
                        neighbour.versions("jackson-databind"),
                        neighbour.versions("kotlin-stdlib"),
                        outcome.inWords()))
                .append(" |\n"));
        return table.toString();
    }

    private static List<String> settings(Sandbox sandbox) {
        Behavior good = Behavior.passes();
        Behavior bad = Behavior.fails("connection refused");
        return List.of(
                "squared.url=" + sandbox.squared().baseUrl(),
                "squared.key=" + sandbox.squared().apiKey(),
                "squared.workspace=" + sandbox.squared().workspaceId(),
                "squared.good=" + sandbox.squared().connection(good).get("host"),
                "squared.bad=" + sandbox.squared().connection(bad).get("host"),
                "unstructured.url=" + sandbox.unstructured().baseUrl(),
                "unstructured.key=" + sandbox.unstructured().apiKey(),
                "unstructured.good=" + sandbox.unstructured().source(good),
                "unstructured.bad=" + sandbox.unstructured().source(bad),
                "datafold.url=" + sandbox.datafold().baseUrl(),
                "datafold.key=" + sandbox.datafold().apiKey(),
                "datafold.good=" + sandbox.datafold().dataSource(good),
                "datafold.bad=" + sandbox.datafold().dataSource(bad),
                "artie.url=" + sandbox.artie().baseUrl(),
                "artie.key=" + sandbox.artie().apiKey(),
                "artie.good=" + sandbox.artie().saved(good),
                "artie.bad=" + sandbox.artie().saved(bad));
    }
}
