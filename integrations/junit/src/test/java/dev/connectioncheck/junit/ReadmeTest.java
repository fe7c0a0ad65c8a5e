package dev.connectioncheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Does what the README says, with a connection that is broken. */
class ReadmeTest {
    private static final int MOST_LINES = 25;

    @RegisterExtension
    static final SandboxExtension sandbox = new SandboxExtension();

    @TempDir
    private Path folder;

    @Test
    void theTestOfTheReadmeFailsOnABrokenConnection() throws IOException {
        String readme = Files.readString(Path.of("..", "..", "README.md"));
        Files.writeString(folder.resolve("connections.yaml"), block(section(readme, "In a pipeline"), "yaml"));
        Path source = folder.resolve("DeployedConnectionsTest.java");
        Files.writeString(source, block(section(readme, "In a test"), "java"));
        int problems = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", folder.toString(), source.toString());
        assertThat(problems).isZero();
        assertThat(sandbox.datafold().dataSource(Behavior.fails("Role REPORTER may not use warehouse WH")))
                .isEqualTo(42);

        assertThat(Junit.NEWEST.run(folder, environment(), "DeployedConnectionsTest"))
                .anyMatch(line -> line.equals(
                        "works | warehouse | FAILED | warehouse: FAILED, Role REPORTER may not use warehouse WH"));
    }

    @Test
    void theSectionIsShort() throws IOException {
        String readme = Files.readString(Path.of("..", "..", "README.md"));

        assertThat(section(readme, "In a test").lines()).hasSizeLessThanOrEqualTo(MOST_LINES);
    }

    private static Map<String, String> environment() {
        return Map.of(
                "DATAFOLD_API_KEY", sandbox.datafold().apiKey(),
                "DATAFOLD_HOST", sandbox.datafold().baseUrl());
    }

    private static String section(String readme, String title) {
        return first("(?ms)^### " + title + "\\n(.*?)(?=^##)", readme).strip();
    }

    private static String block(String text, String language) {
        return first("(?ms)^```" + language + "\\n(.*?)^```$", text);
    }

    private static String first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
