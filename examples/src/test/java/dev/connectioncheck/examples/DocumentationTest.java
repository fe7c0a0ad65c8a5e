package dev.connectioncheck.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Keeps the documents true: every block of Java or XML in them stands word for word in a file that the build compiles
 * or reads, and every link into the repository leads somewhere.
 */
class DocumentationTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    static Stream<Snippet> snippets() {
        return documents().flatMap(document -> Snippet.allIn(ROOT, document));
    }

    static Stream<Path> documents() {
        Stream<Path> atTheTop =
                Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md").map(ROOT::resolve);
        return Stream.concat(atTheTop, filesUnder(ROOT.resolve("docs")));
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void aSnippetIsWhatTheBuildCompiles(Snippet snippet) {
        assertThat(snippet.text()).isEqualTo(snippet.source());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkIntoTheRepositoryLeadsSomewhere(Path document) {
        assertThat(Markdown.links(read(document)))
                .allSatisfy(link -> assertThat(document.resolveSibling(link)).exists());
    }

    @Test
    void theReadmesFirstTwoCommandsAreOneLineEach() {
        List<String> commands = Markdown.blocks(read(ROOT.resolve("README.md")), "sh");

        assertThat(commands.subList(0, 2))
                .allSatisfy(command -> assertThat(command.lines()).hasSize(1));
        assertThat(commands.get(0)).contains("quick-start");
        assertThat(commands.get(1)).contains("verify");
    }

    @Test
    void bothConsumersCompileTheSameFirstProgram() {
        assertThat(program("plain")).isEqualTo(program("modular")).isNotEmpty();
    }

    @Test
    void theReadmesLinesForGradleNameWhatThisBuildMakes() {
        String readme = read(ROOT.resolve("README.md"));
        String bom = read(ROOT.resolve("sdk-bom/pom.xml"));
        List<String> lines = Stream.of("groovy", "kotlin")
                .flatMap(language -> Markdown.blocks(readme, language).stream())
                .flatMap(String::lines)
                .toList();

        assertThat(lines).hasSize(4).allSatisfy(line -> {
            List<String> parts =
                    List.of(line.replaceAll(".*['\"](.*)['\"].*", "$1").split(":"));
            assertThat(parts.get(0)).isEqualTo("dev.connectioncheck");
            assertThat(bom).contains("<artifactId>" + parts.get(1) + "</artifactId>");
            assertThat(parts.size() == 2 || bom.contains("<version>" + parts.get(2) + "</version>"))
                    .as(line)
                    .isTrue();
        });
    }

    private static String program(String consumer) {
        String file = read(ROOT.resolve(
                "quality/consumers/" + consumer + "/src/main/java/com/example/" + consumer + "/FirstProgram.java"));
        return Snippet.region(file, "clients") + Snippet.region(file, "checks");
    }

    private static Stream<Path> filesUnder(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".md")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        return Markdown.read(file);
    }
}
