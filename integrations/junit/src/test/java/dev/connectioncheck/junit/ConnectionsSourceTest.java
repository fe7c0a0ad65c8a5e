package dev.connectioncheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.DatafoldRow;
import dev.connectioncheck.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of users' tests, on the oldest JUnit and on the newest; on the latter side by side. */
class ConnectionsSourceTest {
    @RegisterExtension
    final SandboxExtension sandbox = new SandboxExtension();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void eachConnectionIsATestThatEndsAsTheConnectionDoes(Junit junit) throws IOException {
        List<String> ended = junit.run(
                folder,
                environment(),
                SampleConnections.class.getName(),
                "-Djunit.jupiter.execution.parallel.enabled=" + (junit == Junit.NEWEST),
                "-Djunit.jupiter.execution.parallel.mode.default=concurrent",
                "-Djunit.jupiter.execution.parallel.config.executor-service=FORK_JOIN_POOL");

        assertThat(ended)
                .contains("The shared checker is closed.")
                .anyMatch(line -> line.startsWith("works | good | SUCCESSFUL"))
                .anyMatch(line -> line.startsWith("works | bad | FAILED | bad: FAILED, Role REPORTER may not"))
                .anyMatch(line -> line.startsWith("works | locked | ABORTED | ") && line.contains("401"))
                .anyMatch(line -> line.startsWith("worksAtNight | locked | FAILED | ") && line.contains("401"))
                .anyMatch(line -> line.contains("called for good, which PASSED, with an open checker: true"))
                .noneMatch(line -> line.startsWith("worksAtNight | bad"))
                .anyMatch(line -> line.startsWith("worksEveryWeek | ")
                        && line.contains("No connection of classpath:connections.yaml is meant"))
                .anyMatch(
                        line -> line.startsWith("everyRow | everything/stock | FAILED | everything/stock: FAILED, no"))
                .anyMatch(line -> line.startsWith("everyRow | everything/old | ABORTED | everything/old: SKIPPED, "))
                .anyMatch(line -> line.startsWith("everyRow | list of wrong | ABORTED | ") && line.contains("401"))
                .anyMatch(line -> line.startsWith("ofSomebodyElse | clear | SUCCESSFUL"))
                .anyMatch(line ->
                        line.startsWith("ofSomebodyElse | blocked | FAILED | blocked: FAILED, blocked by a cat"))
                .anyMatch(line -> line.startsWith("hasNoFile | ")
                        && line.contains("FAILED | none.yaml: The file does not exist."))
                .anyMatch(line -> line.contains("There is no resource none.yaml on the class path."));
    }

    private Map<String, String> environment() throws IOException {
        String url = sandbox.datafold().baseUrl();
        sandbox.datafold().add(DatafoldRow.of("pg").named("stock").behaving(Behavior.fails("no role")));
        sandbox.datafold().add(DatafoldRow.of("pg").named("old").paused());
        Files.writeString(folder.resolve("connections.yaml"), """
                clients:
                  wrong: { vendor: datafold, api-key: "${WRONG_KEY}", base-url: "%s" }
                connections:
                  good: { client: datafold, data-source: %d, tags: [nightly] }
                  bad: { client: datafold, data-source: %d }
                  locked: { client: wrong, data-source: 1, tags: [nightly] }
                  everything: { client: datafold, all: true, tags: [all] }
                  unlisted: { client: wrong, all: true, tags: [all] }
                  clear: { client: toy, pipe: clear, tags: [toys] }
                  blocked: { client: toy, pipe: blocked, tags: [toys] }
                """.formatted(
                        url,
                        sandbox.datafold().dataSource(Behavior.passes()),
                        sandbox.datafold().dataSource(Behavior.fails("Role REPORTER may not use warehouse WH"))));
        return Map.of(
                "DATAFOLD_API_KEY",
                sandbox.datafold().apiKey(),
                "DATAFOLD_HOST",
                url,
                "WRONG_KEY",
                "another-key",
                "TOY_KEY",
                "toy-key");
    }
}
