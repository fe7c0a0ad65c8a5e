package dev.connectioncheck.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.connectioncheck.spi.SettingKey;
import dev.connectioncheck.spi.VendorModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The schema for editors, held against the reader and the vendors' modules. */
class SchemaTest {
    /** Mistakes that no schema can see, since they are no part of the values, or stand elsewhere. */
    private static final Set<String> BLIND = Set.of(
            "an-environment-that-cannot-be-used.yaml",
            "files-that-are-none.yaml",
            "numbers-of-old-yaml.yaml",
            "too-deep.yaml",
            "unknown-vendor-and-client.yaml",
            "unset-environment-of-a-client.yaml",
            "unset-variables.yaml");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode TEXT = text();
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(TEXT);

    @ParameterizedTest
    @MethodSource
    void whatTheReaderTakesIsValid(Path file) throws IOException {
        assertThat(SCHEMA.validate(tree(file).orElseThrow())).isEmpty();
    }

    static List<Path> whatTheReaderTakesIsValid() {
        return Files.in("good");
    }

    @ParameterizedTest
    @MethodSource
    void whatTheReaderRefusesIsInvalidIfASchemaCanSeeIt(Path file) throws IOException {
        boolean isSeen =
                !BLIND.contains(Objects.requireNonNull(file.getFileName()).toString());

        assertThat(SCHEMA.validate(tree(file).orElseThrow()).isEmpty()).isNotEqualTo(isSeen);
    }

    static List<Path> whatTheReaderRefusesIsInvalidIfASchemaCanSeeIt() throws IOException {
        List<Path> readable = new ArrayList<>();
        for (Path file : Files.in("mistakes")) {
            if (tree(file).isPresent()) {
                readable.add(file);
            }
        }
        return readable;
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void theKeysOfClientsAreThoseOfTheVendorsModule(VendorModule module) {
        JsonNode client = TEXT.at("/definitions/" + module.vendor() + "-client");

        assertThat(keys(client)).isEqualTo(names(module.clientKeys(), ClientReader.KEYS));
        assertThat(strings(client.get("required")))
                .isEqualTo(names(
                        module.clientKeys().stream()
                                .filter(SettingKey::required)
                                .toList(),
                        ClientReader.KEYS));
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void theKeysOfConnectionsAreThoseOfTheVendorsModule(VendorModule module) {
        assertThat(keys(TEXT.at("/definitions/" + module.vendor() + "-connection")))
                .isEqualTo(names(module.targetKeys(), ConnectionReader.KEYS));
    }

    static List<VendorModule> vendors() {
        return Files.fourVendors();
    }

    @Test
    void theSchemaIsASchema() {
        Schema meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(com.networknt.schema.SchemaLocation.of("http://json-schema.org/draft-07/schema#"));

        assertThat(meta.validate(TEXT)).isEmpty();
    }

    private static Set<String> names(List<SettingKey> keys, List<String> ours) {
        Set<String> names = new HashSet<>(ours);
        keys.forEach(key -> names.add(key.name()));
        return names;
    }

    private static Set<String> keys(JsonNode definition) {
        Set<String> keys = new HashSet<>();
        definition.get("properties").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static Set<String> strings(JsonNode array) {
        Set<String> strings = new HashSet<>();
        array.forEach(each -> strings.add(each.asText()));
        return strings;
    }

    /** Reads a file as an editor does; empty if it is no YAML. */
    private static Optional<JsonNode> tree(Path file) throws IOException {
        try {
            LoadSettings settings = LoadSettings.builder().build();
            return Optional.of(
                    JSON.valueToTree(new Load(settings).loadFromString(java.nio.file.Files.readString(file))));
        } catch (YamlEngineException e) {
            return Optional.empty();
        }
    }

    private static JsonNode text() {
        try (InputStream in =
                SchemaTest.class.getResourceAsStream("/META-INF/connection-check/connections.schema.json")) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
