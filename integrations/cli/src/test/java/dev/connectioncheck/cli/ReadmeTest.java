package dev.connectioncheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the README's commands in a copy of what Git knows of this checkout. The jar that this build made stands in for
 * the command that builds it, unless {@code -Dreadme.build=true} asks for that too.
 */
class ReadmeTest {
    private static final Path REPOSITORY = Path.of(System.getProperty("repository"));
    private static final String JAR = "integrations/cli/target/connection-check.jar";
    private static final int MOST_LINES = 25;

    @RegisterExtension
    static final SandboxExtension sandbox = new SandboxExtension();

    @TempDir
    private Path copy;

    @Test
    void aStepOfAPipelineFailsAndLeavesAJunitFile() throws Exception {
        String section = section();
        Files.writeString(
                copyOfTheCheckout().resolve("connections.yaml"),
                block(section, "yaml").get(0));
        assertThat(sandbox.datafold().dataSource(Behavior.fails("Role REPORTER may not use warehouse WH")))
                .isEqualTo(42);

        List<String> commands = block(section, "sh");
        assertThat(commands).hasSize(2);
        Command.Ended step = run(commands.get(1));

        assertThat(step.code()).as(step.err()).isEqualTo(1);
        assertThat(step.out()).contains("FAILED", "warehouse", "Role REPORTER may not use warehouse WH");
        Path junit = copy.resolve("connections.xml");
        assertThat(Documents.problems(junit)).isEmpty();
        assertThat(Documents.elements(Documents.test(junit, "warehouse"), "failure"))
                .hasSize(1);
    }

    @Test
    void theSectionIsShort() throws IOException {
        assertThat(section().lines()).hasSizeLessThanOrEqualTo(MOST_LINES);
    }

    private Path copyOfTheCheckout() throws IOException {
        Command.Ended known = Command.in(REPOSITORY).exec("git", "-c", "safe.directory=*", "ls-files");
        assertThat(known.code()).as(known.err()).isZero();
        for (String name : known.out().lines().toList()) {
            if (Files.isRegularFile(REPOSITORY.resolve(name))) {
                put(REPOSITORY.resolve(name), name);
            }
        }
        if (Boolean.getBoolean("readme.build")) {
            Command.Ended built = run(block(section(), "sh").get(0));
            assertThat(built.code()).as(built.out()).isZero();
        } else {
            put(Command.JAR, JAR);
        }
        return copy;
    }

    private void put(Path file, String name) throws IOException {
        Path place = copy.resolve(name);
        Files.createDirectories(Objects.requireNonNull(place.getParent()));
        Files.copy(file, place);
    }

    /** Runs a command as a pipeline does, where Java and Maven are and the key is in the environment. */
    private Command.Ended run(String command) {
        return Command.in(copy)
                .with("HOME", System.getProperty("user.home"))
                .with("PATH", Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH"))
                .with("JAVA_HOME", System.getProperty("java.home"))
                .with("DATAFOLD_API_KEY", sandbox.datafold().apiKey())
                .with("DATAFOLD_HOST", sandbox.datafold().baseUrl())
                .exec("bash", "-c", command);
    }

    private static String section() throws IOException {
        return matches("(?ms)^### In a pipeline\\n(.*?)(?=^##)", Files.readString(REPOSITORY.resolve("README.md")))
                .get(0)
                .strip();
    }

    private static List<String> block(String text, String language) {
        return matches("(?ms)^```" + language + "\\n(.*?)^```$", text);
    }

    private static List<String> matches(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(ReadmeTest::content)
                .toList();
    }

    private static String content(MatchResult match) {
        return Objects.requireNonNull(match.group(1));
    }
}
