package dev.connectioncheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a module among modules, for who does not take the one jar. */
class ModulePathTest {
    private static final String NEEDED =
            ".*(classes|sdk-.*|okhttp-jvm-.*|okio-jvm-.*|kotlin-stdlib-.*|jackson-(core|databind|annotations)-.*"
                    + "|slf4j-api-.*|slf4j-simple-.*|snakeyaml-engine-.*|picocli-.*)";

    @TempDir
    private Path folder;

    @Test
    void asAModuleItReadsOptionsAndFindsTheVendors() throws IOException {
        Files.writeString(folder.resolve("connections.yaml"), """
                connections:
                  warehouse: { client: datafold, data-source: 42 }
                """);
        String separator = System.getProperty("path.separator");
        String modules = Arrays.stream(System.getProperty("java.class.path").split(separator, -1))
                .filter(entry -> entry.matches(NEEDED) && !entry.contains("test-classes"))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(separator));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        Command.Ended ended = Command.in(folder)
                .exec(
                        java,
                        "-p",
                        modules,
                        "-m",
                        "dev.connectioncheck.cli/" + ConnectionCheck.class.getName(),
                        "validate");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err()).contains("DATAFOLD_API_KEY", "connections.yaml has no mistakes.");
    }
}
