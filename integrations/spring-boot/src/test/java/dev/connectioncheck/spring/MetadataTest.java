package dev.connectioncheck.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.connectioncheck.spi.VendorModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;

/** What Spring Boot and editors read of the jar. An annotation processor that did not run is noticed here. */
class MetadataTest {
    private static final Path CLASSES = Path.of("target", "classes");

    @Test
    void theImportsListEveryAutoConfiguration() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            List<String> annotated = files.map(CLASSES::relativize)
                    .map(Path::toString)
                    .filter(name -> name.endsWith("AutoConfiguration.class"))
                    .map(name -> name.replace(".class", "").replace('/', '.'))
                    .sorted()
                    .toList();
            List<String> imported = StreamSupport.stream(
                            ImportCandidates.load(
                                            AutoConfiguration.class, getClass().getClassLoader())
                                    .spliterator(),
                            false)
                    .filter(name -> name.startsWith("dev.connectioncheck."))
                    .toList();

            assertThat(imported).hasSize(7).isEqualTo(annotated);
        }
    }

    @Test
    void theConditionsAreKnownWithoutLoadingClasses() throws IOException {
        assertThat(Files.readString(CLASSES.resolve("META-INF/spring-autoconfigure-metadata.properties")))
                .contains(
                        "dev.connectioncheck.spring.Boot4HealthAutoConfiguration.ConditionalOnClass=org.springframework.boot.health.contributor.CompositeHealthContributor")
                .contains(
                        "dev.connectioncheck.spring.Boot3HealthAutoConfiguration.ConditionalOnClass=org.springframework.boot.actuate.health.CompositeHealthContributor");
    }

    @Test
    void everyPropertyIsDescribedInTheMetadata() throws IOException {
        assertThat(properties())
                .containsKeys(
                        "connectioncheck.config",
                        "connectioncheck.clients",
                        "connectioncheck.connections",
                        "connectioncheck.watch.enabled",
                        "connectioncheck.watch.interval",
                        "connectioncheck.watch.max-age",
                        "management.health.connections.enabled")
                .allSatisfy((name, property) -> {
                    assertThat(property.path("type").asText()).as(name).isNotEmpty();
                    assertThat(property.path("description").asText())
                            .as(name)
                            .endsWith(".")
                            .doesNotStartWith("The ");
                });
        assertThat(properties())
                .hasEntrySatisfying(
                        "connectioncheck.watch.interval",
                        interval -> assertThat(interval.path("defaultValue").asText())
                                .isEqualTo("15m"));
    }

    @Test
    void theKeysOfEachVendorAreThoseOfItsModule() throws IOException {
        for (VendorModule module : VendorModules.in(getClass().getClassLoader()).all()) {
            if (module instanceof LampModule) {
                continue;
            }
            String prefix = "connectioncheck." + module.vendor() + ".";
            assertThat(properties().keySet().stream().filter(name -> name.startsWith(prefix)))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(module.clientKeys().stream().map(Object::toString), Stream.of("ssl.bundle"))
                                    .map(prefix::concat)
                                    .toList());
        }
    }

    @Test
    void theFailureAnalyzerIsKnown() throws IOException {
        assertThat(Files.readString(CLASSES.resolve("META-INF/spring.factories")))
                .contains("FailureAnalyzer=" + ConfigurationFailureAnalyzer.class.getName());
    }

    private static Map<String, JsonNode> properties() throws IOException {
        try (InputStream in = Files.newInputStream(CLASSES.resolve("META-INF/spring-configuration-metadata.json"))) {
            Map<String, JsonNode> properties = new TreeMap<>();
            Objects.requireNonNull(new ObjectMapper().readTree(in))
                    .path("properties")
                    .forEach(property -> properties.put(property.path("name").asText(), property));
            return properties;
        }
    }
}
