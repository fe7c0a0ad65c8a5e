package dev.connectioncheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Holds docs/command.md against the command and its schemas. */
class CommandDocumentTest {
    /** Said once for all commands. */
    private static final Set<String> OF_ALL = Set.of("-h", "--help", "-q", "--quiet", "-v", "--verbose");

    static Stream<String> commands() {
        return command().getSubcommands().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theOptionsOfACommandAreThoseOfItsSection(String name) throws IOException {
        Set<String> options = new TreeSet<>();
        subcommand(name).getCommandSpec().options().forEach(option -> options.addAll(List.of(option.names())));
        options.removeAll(OF_ALL);

        String section = first("(?ms)^### `" + name + "\\b.*?(?=^##)");
        Set<String> documented = new TreeSet<>();
        section.lines()
                .filter(line -> line.startsWith("| `-"))
                .flatMap(line -> all("(?<=[`\\s])--?[a-z]+", line.substring(0, line.indexOf('|', 1))).stream())
                .forEach(documented::add);

        assertThat(documented).isEqualTo(options);
    }

    @Test
    void everyCommandHasWhatAllHave() throws IOException {
        assertThat(commands())
                .allSatisfy(name -> assertThat(subcommand(name).getCommandSpec().optionsMap())
                        .containsKeys(OF_ALL.toArray(String[]::new)));
        assertThat(text()).contains(OF_ALL);
    }

    @Test
    void theCommandsOfTheDocumentAreThoseThatThereAre() throws IOException {
        assertThat(all("(?m)(?<=^### `)[a-z]+", text()))
                .containsExactlyInAnyOrderElementsOf(commands().toList());
    }

    @Test
    void theExitCodesOfDocumentAndHelpAreThoseOfTheCommand() throws IOException {
        List<String> codes = Stream.of(
                        ExitCode.PASSED,
                        ExitCode.FAILED,
                        ExitCode.USAGE,
                        ExitCode.UNDETERMINED,
                        ExitCode.FAULT,
                        ExitCode.INTERRUPTED)
                .map(code -> Integer.toString(code))
                .toList();

        assertThat(all("(?m)(?<=^\\| )\\d+(?= \\|)", first("(?ms)^## Exit codes.*?(?=^##)")))
                .isEqualTo(codes);
        assertThat(command().getCommandSpec().usageMessage().exitCodeList().keySet().stream()
                        .map(String::strip))
                .containsExactlyElementsOf(codes);
    }

    @Test
    void theFormatsOfTheDocumentAreThoseThatThereAre() throws IOException {
        List<String> formats = Stream.of(dev.connectioncheck.cli.report.ReportFormat.values())
                .map(dev.connectioncheck.cli.report.ReportFormat::word)
                .toList();

        assertThat(all("(?m)(?<=^\\| `)[a-z]+(?=` \\|)", first("(?ms)^## Outputs.*?(?=^##)")))
                .isEqualTo(formats);
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "list"})
    void theJsonOfTheDocumentIsValidAndHasEveryKeyOfTheSchema(String schema) throws IOException {
        List<String> blocks = all("(?ms)(?<=^```json\\n).*?(?=^```$)", text());
        JsonNode example = new ObjectMapper().readTree(blocks.get(schema.equals("report") ? 0 : 1));
        JsonNode known = Schemas.text(schema);

        assertThat(Schemas.problemsOfTheSchema(schema)).isEmpty();
        assertThat(Schemas.problems(schema, example)).isEmpty();
        assertThat(Schemas.keys(example)).isEqualTo(Schemas.keys(known.get("properties")));
        String rows = schema.equals("report") ? "outcomes" : "connections";
        JsonNode row = known.at("/definitions/" + rows.substring(0, rows.length() - 1) + "/properties");
        assertThat(Schemas.keys(example.get(rows).get(0))).isEqualTo(Schemas.keys(row));
    }

    private static CommandLine command() {
        Shell nowhere = new Shell(
                new ByteArrayOutputStream(),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                StandardCharsets.UTF_8,
                Map.of());
        return ConnectionCheck.commandLine(nowhere);
    }

    private static CommandLine subcommand(String name) {
        return java.util.Objects.requireNonNull(command().getSubcommands().get(name));
    }

    private static String first(String pattern) throws IOException {
        return all(pattern, text()).get(0);
    }

    private static List<String> all(String pattern, String text) {
        return new ArrayList<>(Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group())
                .toList());
    }

    private static String text() throws IOException {
        return Files.readString(Path.of(System.getProperty("repository"), "docs", "command.md"));
    }
}
