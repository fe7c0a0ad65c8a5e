package dev.connectioncheck.specs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.connectioncheck.specs.Spec.Facts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds each spec against the vendor's published page, whose facts are in src/test/resources/pages. */
class PublishedPageTest {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final TypeReference<Map<String, Map<String, Object>>> FACTS = new TypeReference<>() {};

    static List<Page> pages() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/pages"))) {
            return files.sorted().map(Page::read).toList();
        }
    }

    @Test
    void thereAreFivePages() throws IOException {
        assertThat(pages()).hasSize(5);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theSpecHasThePagesServerAndOperation(Page page) {
        JsonNode server = page.spec().root().path("servers").path(0);
        assertThat(server.path("url").asText()).isEqualTo(page.text("server"));
        assertThat(server.path("description").asText()).isEqualTo(page.text("serverDescription"));
        page.facts()
                .path("info")
                .properties()
                .forEach(fact -> assertThat(page.spec().root().path("info").path(fact.getKey()))
                        .isEqualTo(fact.getValue()));
        assertThat(page.spec().operations()).containsKey(page.text("operation"));
        for (String name : List.of("summary", "description", "operationId", "tags")) {
            if (page.facts().has(name)) {
                assertThat(page.operation().path(name)).isEqualTo(page.facts().path(name));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theSpecHasThePagesSecurity(Page page) {
        JsonNode root = page.spec().root();
        JsonNode security =
                page.operation().has("security") ? page.operation().path("security") : root.path("security");
        List<String> schemes = new ArrayList<>();
        security.forEach(choice -> choice.fieldNames().forEachRemaining(schemes::add));
        assertThat(schemes).containsExactlyElementsOf(names(page.facts().path("security")));
        for (String scheme : schemes) {
            assertThat(root.path("components").path("securitySchemes").path(scheme))
                    .isEqualTo(page.facts().path("security").path(scheme));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theSpecHasThePagesParametersAndMarksItsOwn(Page page) {
        Map<String, Facts> own = new TreeMap<>();
        page.spec().parameters(page.text("operation")).forEach((name, parameter) -> {
            Facts facts = page.spec()
                    .facts(parameter.path("schema"), parameter.path("required").asBoolean());
            facts.said().put("in", parameter.path("in").asText());
            facts.departures().addAll(Spec.texts(parameter.path("x-departure")));
            own.put(name, facts);
        });
        compare("parameter", facts(page.facts().path("parameters")), own);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theSpecHasThePagesRequestBodyAndMarksItsOwn(Page page) {
        JsonNode published = page.facts().path("request");
        JsonNode own = page.operation().path("requestBody");
        assertThat(own.isMissingNode()).isEqualTo(published.isMissingNode());
        if (published.path("required").asBoolean() || !own.has("x-departure")) {
            assertThat(own.path("required").asBoolean())
                    .isEqualTo(published.path("required").asBoolean());
        }
        compareBodies(page, "request", published, own);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theSpecHasThePagesResponsesAndMarksItsOwn(Page page) {
        JsonNode published = page.facts().path("responses");
        JsonNode own = page.operation().path("responses");
        assertThat(names(own)).containsAll(names(published));
        for (String status : names(own)) {
            JsonNode response = page.spec().resolve(own.path(status));
            if (published.has(status)) {
                assertThat(response.path("description"))
                        .isEqualTo(published.path(status).path("description"));
                compareBodies(page, status, published.path(status), response);
            } else {
                assertThat(Spec.texts(response.path("x-departure")))
                        .as("departures of status %s, which is not on the page", status)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void anOperationThatIsOnNoPageIsMarked() throws IOException {
        List<Page> pages = pages();
        for (String vendor : Spec.VENDORS) {
            List<String> published = pages.stream()
                    .filter(page -> page.text("spec").equals(vendor))
                    .map(page -> page.text("operation"))
                    .toList();
            Spec.of(vendor)
                    .operations()
                    .forEach((name, operation) -> assertThat(operation.has("x-departure"))
                            .as("%s: %s is marked", vendor, name)
                            .isNotEqualTo(published.contains(name)));
        }
    }

    private static void compareBodies(Page page, String place, JsonNode published, JsonNode own) {
        JsonNode schema = own.path("content").path("application/json").path("schema");
        assertThat(schema.isMissingNode())
                .as("%s has no body", place)
                .isEqualTo(published.path("fields").isMissingNode());
        if (!schema.isMissingNode()) {
            assertThat(names(own.path("content"))).containsExactly("application/json");
            compare(place, facts(published.path("fields")), page.spec().fields(schema));
        }
    }

    /** Every published fact is in the spec; whatever the spec adds is marked as a departure. */
    private static void compare(String place, Map<String, Map<String, Object>> published, Map<String, Facts> own) {
        assertThat(own.keySet()).as(place).containsAll(published.keySet());
        own.forEach((way, facts) -> {
            Map<String, Object> page = published.get(way);
            if (page == null) {
                assertThat(isMarked(way, published, own))
                        .as("%s %s, which is not on the page, is marked", place, way)
                        .isTrue();
                return;
            }
            page.forEach((fact, value) -> {
                Object said = facts.said().get(fact);
                if (value instanceof Collection<?> values && said instanceof Collection<?> more) {
                    assertThat(more.containsAll(values) && (more.size() == values.size() || marked(facts)))
                            .as("%s %s: %s is %s on the page, %s here", place, way, fact, values, more)
                            .isTrue();
                } else {
                    assertThat(said).as("%s %s: %s", place, way, fact).isEqualTo(value);
                }
            });
            Map<String, Object> added = new TreeMap<>(facts.said());
            added.keySet().removeAll(page.keySet());
            added.remove("schema");
            added.remove("format", "int64");
            if (!marked(facts)) {
                assertThat(added).as("%s %s: added without a mark", place, way).isEmpty();
            }
        });
    }

    /** A field is marked itself, or lies in an object that is marked and not on the page either. */
    private static boolean isMarked(String way, Map<String, ?> published, Map<String, Facts> own) {
        if (published.containsKey(way)) {
            return false;
        }
        int dot = way.lastIndexOf('.');
        return marked(own.get(way))
                || (dot > 0 && isMarked(way.substring(0, dot).replaceFirst("\\[]$", ""), published, own));
    }

    private static boolean marked(Facts facts) {
        return !facts.departures().isEmpty();
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Map<String, Map<String, Object>> facts(JsonNode node) {
        return node.isMissingNode() ? Map.of() : YAML.convertValue(node, FACTS);
    }

    /** A published page. */
    record Page(String name, JsonNode facts, Spec spec) {
        static Page read(Path file) {
            JsonNode facts = Spec.read(file);
            return new Page(
                    file.getFileName().toString(),
                    facts,
                    Spec.of(facts.path("spec").asText()));
        }

        String text(String name) {
            return facts.path(name).asText();
        }

        JsonNode operation() {
            return spec.operations().get(text("operation"));
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
