package dev.connectioncheck.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command for Maven in a document names profiles, modules, tests and properties that there are. */
class CommandsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<Path> FILES = allFiles();
    private static final Pattern COMMAND =
            Pattern.compile("(?:^|`)(mvn\\s[^`\\n]*(?:\\n[^`\\n]+)?)(?=`|$)", Pattern.MULTILINE);
    private static final Pattern PROFILE = Pattern.compile("<profile>\\s*<id>([^<]+)</id>");
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Set<String> PHASES = Set.of("test", "package", "verify", "install");

    /** What Maven and its plugins know by themselves. */
    private static final Set<String> KNOWN_PROPERTIES =
            Set.of("skipTests", "test", "surefire.failIfNoSpecifiedTests", "groups");

    private record Command(Path document, List<String> words) {
        /** The values of an option, apart by commas. */
        List<String> values(String option) {
            int at = words.indexOf(option);
            return at < 0 ? List.of() : List.of(words.get(at + 1).split(","));
        }

        /** The properties that it sets, with their values. */
        Stream<String> properties() {
            return words.stream().filter(word -> word.startsWith("-D")).map(word -> word.substring(2));
        }

        @Override
        public String toString() {
            return ROOT.relativize(document) + ": " + String.join(" ", words);
        }
    }

    static Stream<Command> commands() {
        return files(".md")
                .flatMap(document -> COMMAND.matcher(Markdown.read(document))
                        .results()
                        .map(match -> match.group(1)
                                .replaceAll("(?s)(\\s+(#|&&)|\\n(java|curl|mvn)\\s).*", "")
                                .strip())
                        .map(command -> new Command(document, Arrays.asList(command.split("\\s+")))));
    }

    @Test
    void theDocumentsHaveCommands() {
        assertThat(commands()).hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void itsProfilesAndModulesAndPhasesExist(Command command) {
        assertThat(profiles()).containsAll(command.values("-P"));
        assertThat(modules()).containsAll(command.values("-pl"));
        assertThat(command.words().subList(1, command.words().size()))
                .filteredOn(word -> !word.startsWith("-"))
                .filteredOn(word -> !command.values("-P").contains(word))
                .filteredOn(word -> !List.of(word.split(",")).equals(command.values("-P")))
                .filteredOn(word -> !List.of(word.split(",")).equals(command.values("-pl")))
                .isSubsetOf(PHASES);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void itsTestsAndPropertiesExist(Command command) {
        command.properties().forEach(property -> {
            String[] set = property.split("=", 2);
            if (set[0].equals("test")) {
                assertThat(files(set[1].replaceFirst("#.*", "") + ".java")).isNotEmpty();
            } else if (!KNOWN_PROPERTIES.contains(set[0])) {
                assertThat(Stream.concat(files("pom.xml"), files(".java")))
                        .anyMatch(file -> Markdown.read(file).contains(set[0]));
            }
        });
    }

    /** It is what the continuous integration runs, too: a switch that leaves tests out would leave them out there. */
    @Test
    void theReadmesTestCommandAndTheContributorsRunEveryTest() {
        assertThat(Markdown.blocks(Markdown.read(ROOT.resolve("README.md")), "sh")
                        .get(1))
                .isEqualTo("mvn -B verify\n");
        assertThat(Markdown.blocks(Markdown.read(ROOT.resolve("CONTRIBUTING.md")), "sh")
                        .get(0))
                .isEqualTo("mvn -B verify\n");
    }

    @Test
    void theContinuousIntegrationsProfilesExist() {
        String script = Markdown.read(ROOT.resolve(".ci/run"));
        List<String> everything = Pattern.compile("^everything=\"([^\"]+)\"$", Pattern.MULTILINE)
                .matcher(script)
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(everything).hasSize(1);
        assertThat(profiles()).contains(everything.get(0).split(","));
        assertThat(script).doesNotContain("skipTests", "maven.test.skip", "failure.ignore");
    }

    private static Set<String> profiles() {
        return found("pom.xml", PROFILE);
    }

    private static Set<String> modules() {
        return found("pom.xml", MODULE);
    }

    private static Set<String> found(String name, Pattern pattern) {
        Set<String> found = new TreeSet<>();
        files(name)
                .forEach(file ->
                        pattern.matcher(Markdown.read(file)).results().forEach(match -> found.add(match.group(1))));
        return found;
    }

    private static Stream<Path> files(String end) {
        return FILES.stream().filter(file -> file.getFileName().toString().endsWith(end));
    }

    private static List<Path> allFiles() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().matches(".*(\\.md|\\.java|pom\\.xml)"))
                    .filter(file -> !ROOT.relativize(file).toString().matches("(.*/)?target/.*"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
