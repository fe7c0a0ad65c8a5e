package dev.connectioncheck.specs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the table of operations in README.md: where each is published, how it departs from that, and what tries it. */
class OperationTableTest {
    private static final String COMMAND = "mvn -q -B -pl specs test -Dtest=OperationTableTest -Dspecs.table=write";
    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- operations: begin -->\n";
    private static final String END = "<!-- operations: end -->";

    @Test
    void theReadmeListsEveryOperation() throws IOException {
        String text = Files.readString(README);
        int from = text.indexOf(BEGIN) + BEGIN.length();
        int to = text.indexOf(END);
        assertThat(to).isGreaterThanOrEqualTo(from);
        if (System.getProperty("specs.table", "compare").equals("write")) {
            Files.writeString(README, text.substring(0, from) + table() + text.substring(to));
        } else {
            assertThat(text.substring(from, to))
                    .as("README.md is not what the specs and tests say; if it should be, run:%n%s", COMMAND)
                    .isEqualTo(table());
        }
    }

    private static String table() {
        return Page.all().stream()
                .sorted(Comparator.comparing(page -> Spec.VENDORS.indexOf(page.text("spec"))))
                .map(OperationTableTest::row)
                .collect(Collectors.joining("\n", """

                        | operation | page | departures | tests |
                        |---|---|---|---|
                        """, "\n\n"));
    }

    private static String row(Page page) {
        String[] request = page.operationName().split(" ", 2);
        Set<String> tests = tests(page);
        assertThat(tests).as("tests of %s", page).isNotEmpty();
        return "| `%s.%s().%s`: %s %s | [%s](%s) | %s | %s |"
                .formatted(
                        page.text("spec"),
                        accessor(page),
                        method(page),
                        request[0].toUpperCase(Locale.ROOT),
                        request[1],
                        page.text("page").contains("github.com") ? "OpenAPI" : "page",
                        page.text("page"),
                        words(departures(page)),
                        words(tests));
    }

    private static String words(Set<String> names) {
        return names.isEmpty()
                ? "none"
                : names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    private static String accessor(Page page) {
        String tag = page.operation().path("tags").path(0).asText();
        return tag.equals("Data sources") ? "dataSources" : tag.toLowerCase(Locale.ROOT);
    }

    private static String method(Page page) {
        return page.facts().path("sdk").path("method").asText();
    }

    /** Every departure that is a difference between the page and what is said here. */
    private static Set<String> departures(Page page) {
        Set<String> departures = new TreeSet<>();
        JsonNode here = page.facts().path("here");
        here.path("errors").fieldNames().forEachRemaining(departures::add);
        here.findValues("departure").forEach(departure -> departures.add(departure.asText()));
        if (page.facts().has("unpublished")) {
            departures.add(page.text("unpublished"));
        }
        return departures;
    }

    /** The test classes of the vendor's module that call the operation. */
    private static Set<String> tests(Page page) {
        Pattern call = Pattern.compile("\\b" + accessor(page) + "\\(\\)\\s*\\." + method(page) + "\\(");
        Set<String> tests = new TreeSet<>();
        for (Path file : sources(Path.of("../sdk-" + page.text("spec") + "/src/test/java"))) {
            if (call.matcher(read(file)).find()) {
                tests.add(file.getFileName().toString().replace(".java", ""));
            }
        }
        return tests;
    }

    private static List<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return new ArrayList<>(
                    files.filter(file -> file.toString().endsWith("Test.java")).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
