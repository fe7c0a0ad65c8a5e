package dev.connectioncheck.micrometer;

import static dev.connectioncheck.micrometer.ConnectionCheckObservationDocumentation.CHECK;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the page of names against the code. */
class DocumentedNamesTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "metrics.md");

    @Test
    void thePageListsTheKeysOfLowCardinality() throws IOException {
        assertThat(table("Keys of low cardinality")).isEqualTo(names(CHECK.getLowCardinalityKeyNames()));
    }

    @Test
    void thePageListsTheKeysOfHighCardinality() throws IOException {
        assertThat(table("Keys of high cardinality")).isEqualTo(names(CHECK.getHighCardinalityKeyNames()));
    }

    @Test
    void thePageListsTheEvents() throws IOException {
        assertThat(table("Events:"))
                .isEqualTo(Stream.of(CHECK.getEvents())
                        .map(Observation.Event::getName)
                        .toList());
    }

    @Test
    void thePageListsTheGaugesAndTheirKeys() throws IOException {
        assertThat(table("## Gauges"))
                .isEqualTo(Stream.of(ConnectionGaugeDocumentation.values())
                        .map(ConnectionGaugeDocumentation::getName)
                        .toList());
        String text = Files.readString(PAGE);
        assertThat(text.substring(text.indexOf("## Gauges")))
                .contains(names(ConnectionGaugeDocumentation.Keys.values()));
    }

    @Test
    void thePageNamesTheObservation() throws IOException {
        assertThat(Files.readString(PAGE))
                .contains("## The observation `" + new DefaultConnectionCheckObservationConvention().getName() + "`");
    }

    /** The first column of the first table after a text. */
    private static List<String> table(String after) throws IOException {
        String text = Files.readString(PAGE);
        assertThat(text).contains(after);
        String rows = text.substring(text.indexOf(after))
                .split("\\n\\|---\\|---\\|\\n", 2)[1]
                .split("\\n\\n", 2)[0];
        return Pattern.compile("^\\| `([^`]+)` \\|", Pattern.MULTILINE)
                .matcher(rows)
                .results()
                .map(row -> row.group(1))
                .toList();
    }

    private static List<String> names(KeyName[] keys) {
        return Stream.of(keys).map(KeyName::asString).toList();
    }
}
