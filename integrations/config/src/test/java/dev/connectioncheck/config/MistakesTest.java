package dev.connectioncheck.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused, and in which words: each file ends with comments that say all that is wrong with it. */
class MistakesTest {
    @ParameterizedTest
    @MethodSource("files")
    void allThatIsWrongIsSaidAtOnce(Path file) throws IOException {
        List<String> expected = java.nio.file.Files.readString(file)
                .lines()
                .filter(line -> line.matches("# \\d+:\\d+: .*"))
                .map(line -> file + ":" + line.substring(2))
                .toList();

        ConfigurationException mistaken = catchThrowableOfType(
                ConfigurationException.class, () -> Files.reader().read(file));

        assertThat(expected).isNotEmpty();
        assertThat(mistaken.mistakes()).extracting(Diagnostic::toString).containsExactlyElementsOf(expected);
        assertThat(mistaken).hasMessage(String.join("\n", expected)).message().doesNotContain("s3cr3t");
    }

    static List<Path> files() {
        return Files.in("mistakes");
    }

    @Test
    void thereAreManyMistakesToMake() {
        assertThat(files()).hasSizeGreaterThan(30);
    }

    @Test
    void aMistakeKnowsItsFileLineAndColumn() {
        Diagnostic mistake = mistakesOf("connections:\n  a: { client: none }\n").get(0);

        assertThat(mistake.source()).isEqualTo("text.yaml");
        assertThat(mistake.line()).hasValue(2);
        assertThat(mistake.column()).hasValue(16);
        assertThat(mistake.message()).startsWith("The client none is not known");
    }

    @Test
    void aFileThatIsNotThereIsNamed(@TempDir Path folder) {
        Path file = folder.resolve("connections.yaml");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ConnectionsFile.read(file))
                .withMessage(file + ": The file does not exist.")
                .satisfies(e -> assertThat(e.mistakes().get(0).line()).isEmpty())
                .satisfies(e -> assertThat(e.mistakes().get(0).column()).isEmpty());
    }

    @Test
    void aFileThatIsNotUtf8IsRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("latin-1.yaml");
        java.nio.file.Files.write(file, new byte[] {'a', ':', ' ', (byte) 0xE9});

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ConnectionsFile.read(file))
                .withMessage(file + ": The file is not in UTF-8.");
    }

    @Test
    void aFolderIsNoFile(@TempDir Path folder) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ConnectionsFile.read(folder))
                .withMessageStartingWith(folder + ": The file can't be read");
    }

    @Test
    void aSecretFileThatIsTooLargeOrNoTextIsRefused(@TempDir Path folder) throws IOException {
        java.nio.file.Files.write(folder.resolve("large"), new byte[(1 << 20) + 1]);
        java.nio.file.Files.write(folder.resolve("binary"), new byte[] {(byte) 0xFF, (byte) 0xFE});
        Path file = folder.resolve("c.yaml");
        java.nio.file.Files.writeString(file, """
                clients:
                  a: { vendor: artie, api-key: "@large" }
                  b: { vendor: artie, api-key: "@binary" }
                """);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Files.reader().read(file))
                .withMessage(file + ":2:32: The file large can't be read: it is larger than 1 MiB.\n" + file
                        + ":3:32: The file binary is not in UTF-8.");
    }

    @Test
    void aSecretFileOfAMebibyteIsRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("c.yaml");
        java.nio.file.Files.writeString(file, """
                clients:
                  a: { vendor: artie, api-key: "@large" }
                """);
        for (int size : List.of((1 << 20) - 1, 1 << 20)) {
            java.nio.file.Files.writeString(folder.resolve("large"), "k".repeat(size));

            assertThat(Files.reader().read(file)).isNotNull();
        }
    }

    @Test
    void aCharacterThatNoTextHoldsIsRefused() {
        assertThat(mistakesOf("connections: { a\u0001: {} }\n"))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.message()).isEqualTo("This can't be read as YAML or JSON."));
    }

    @Test
    void mistakesOfATreeHaveItsPaths() {
        Map<String, Object> tree = Map.of(
                "connections",
                Map.of("orders", Map.of("client", "datafold", "data-source", "x", "tags", Arrays.asList("a", null))));

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Files.reader().tree("connectioncheck", tree))
                .withMessageContainingAll(
                        "connectioncheck.connections.orders.tags[1]: A tag has no value.",
                        "connectioncheck.connections.orders.data-source: data-source must be a whole number.");
    }

    @Test
    void diagnosticsOfOnePlaceAndMessageAreEqual() {
        Diagnostic one = mistakesOf("connections: 1").get(0);

        assertThat(one)
                .isEqualTo(mistakesOf("connections: 1").get(0))
                .hasSameHashCodeAs(mistakesOf("connections: 1").get(0))
                .isNotEqualTo(mistakesOf("connections:  1").get(0))
                .isNotEqualTo(mistakesOf("clients: 1").get(0));
    }

    private static List<Diagnostic> mistakesOf(String text) {
        return catchThrowableOfType(
                        ConfigurationException.class, () -> Files.reader().parse("text.yaml", text))
                .mistakes();
    }
}
