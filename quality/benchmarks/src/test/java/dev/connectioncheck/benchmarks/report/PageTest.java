package dev.connectioncheck.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PageTest {
    @Test
    void theReadmesFirstCommandIsTheOneThatThePageNames() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String fence = "```sh\n";
        int first = readme.indexOf(fence) + fence.length();

        assertThat(readme.substring(first, readme.indexOf("\n```", first))).isEqualTo(Page.COMMAND);
    }
}
