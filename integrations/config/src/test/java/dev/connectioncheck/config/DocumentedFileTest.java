package dev.connectioncheck.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page about the file, as far as it can be run. */
class DocumentedFileTest {
    @Test
    void theFileOfThePageIsRead() throws IOException {
        String page = java.nio.file.Files.readString(Path.of("../../docs/connections-file.md"));
        int from = page.indexOf("```yaml\n") + "```yaml\n".length();

        Connections connections = Files.reader().parse("page", page.substring(from, page.indexOf("```", from)));

        assertThat(connections.connections()).hasSize(6);
        assertThat(connections.warnings()).isEmpty();
    }
}
