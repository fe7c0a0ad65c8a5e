package dev.connectioncheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateTest {
    @TempDir
    private Path folder;

    @Test
    void aFileWithoutMistakesIsValidThoughItsVariablesAreNotSet() throws IOException {
        Files.writeString(folder.resolve("connections.yaml"), """
                connections:
                  warehouse: { client: datafold, data-source: 42 }
                """);

        Command.Ended ended = Command.in(folder).run("validate");

        assertThat(ended.code()).isZero();
        assertThat(ended.err())
                .contains("warning: connections.yaml:2:", "DATAFOLD_API_KEY")
                .contains("has no mistakes");
    }

    @Test
    void allMistakesAreTold() throws IOException {
        Files.writeString(folder.resolve("other.yaml"), """
                connections:
                  warehouse: { client: datafold, data-sauce: 42 }
                  orders: { client: nobody }
                """);

        Command.Ended ended = Command.in(folder).run("validate", "--file", "other.yaml");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("other.yaml:2:", "data-sauce", "other.yaml:3:", "nobody");
        assertThat(ended.out()).isEmpty();
    }
}
