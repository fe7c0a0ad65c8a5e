package dev.connectioncheck.specs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connectioncheck.specs.Page.Body;
import dev.connectioncheck.specs.Page.Expected;
import dev.connectioncheck.specs.Spec.Facts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds each operation against the facts of its published page and of its departures, which are in
 * src/test/resources/pages: every fact is in the spec, the spec has no other, and what differs from the page is marked.
 */
class PublishedPageTest {
    static List<Page> pages() {
        return Page.all();
    }

    @Test
    void everyOperationHasItsFacts() {
        Set<String> described = pages().stream()
                .map(page -> page.text("spec") + " " + page.operationName())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> specified = Spec.VENDORS.stream()
                .flatMap(
                        vendor -> Spec.of(vendor).operations().keySet().stream().map(name -> vendor + " " + name))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(specified).isEqualTo(described).hasSize(33);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theSpecHasThePagesServerAndNames(Page page) {
        JsonNode server = page.spec().root().path("servers").path(0);
        assertThat(server.path("url").asText()).isEqualTo(page.text("server"));
        assertThat(server.path("description").asText()).isEqualTo(page.text("serverDescription"));
        page.facts()
                .path("info")
                .properties()
                .forEach(fact -> assertThat(page.spec().root().path("info").path(fact.getKey()))
                        .isEqualTo(fact.getValue()));
        for (String name : List.of("summary", "description", "operationId", "tags")) {
            if (page.facts().has(name)) {
                assertThat(page.operation().path(name))
                        .as(name)
                        .isEqualTo(page.facts().path(name));
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
        assertThat(schemes).containsExactlyElementsOf(Page.names(page.facts().path("security")));
        for (String scheme : schemes) {
            assertThat(root.path("components").path("securitySchemes").path(scheme))
                    .isEqualTo(page.facts().path("security").path(scheme));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theParametersAreThoseOfThePageAndOfItsDepartures(Page page) {
        Map<String, Facts> own = new TreeMap<>();
        page.spec().parameters(page.operationName()).forEach((name, parameter) -> {
            Facts facts = page.spec()
                    .facts(parameter.path("schema"), parameter.path("required").asBoolean());
            facts.said().put("in", parameter.path("in").asText());
            facts.departures().addAll(Spec.texts(parameter.path("x-departure")));
            own.put(name, facts);
        });
        compare("parameter", page.parameters(), own, operationMarks(page));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theRequestBodyIsThatOfThePageAndOfItsDepartures(Page page) {
        JsonNode own = page.operation().path("requestBody");
        Body expected = page.request();
        assertThat(own.path("required").asBoolean()).isEqualTo(expected.required());
        assertMarks("request", expected, own);
        compareBodies(page, "request", expected, own);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theResponsesAreThoseOfThePageAndOfItsDepartures(Page page) {
        JsonNode own = page.operation().path("responses");
        Map<String, Body> expected = page.responses();
        assertThat(Page.names(own)).containsExactlyInAnyOrderElementsOf(expected.keySet());
        expected.forEach((status, body) -> {
            JsonNode response = page.spec().resolve(own.path(status));
            body.description()
                    .ifPresent(words ->
                            assertThat(response.path("description").asText()).isEqualTo(words));
            assertMarks(status, body, response);
            compareBodies(page, status, body, response);
        });
    }

    @ParameterizedTest
    @MethodSource("pages")
    void anOperationOfItsOwnIsMarkedIfItIsOnNoPage(Page page) {
        Set<String> marks = operationMarks(page);
        Set<String> said = page.parameters().values().stream()
                .filter(Expected::gone)
                .flatMap(gone -> gone.departure().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (page.facts().has("unpublished")) {
            said.add(page.text("unpublished"));
        }
        assertThat(marks).isEqualTo(said);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theSdkMakesOfItWhatItShould(Page page) {
        JsonNode sdk = page.facts().path("sdk");
        JsonNode operation = page.operation();
        String method =
                operation.path("x-method").asText(operation.path("operationId").asText());
        assertThat(method).isEqualTo(sdk.path("method").asText());
        assertThat(operation.path("x-resend").asText())
                .isEqualTo(sdk.path("resend").asText());
        assertThat(operation.path("x-permission")).isEqualTo(sdk.path("permission"));
        assertThat(flags(page)).containsExactlyInAnyOrderElementsOf(Spec.texts(sdk.path("marks")));
        assertThat(fieldsWith(page, "x-secret")).containsExactlyInAnyOrderElementsOf(Spec.texts(sdk.path("secrets")));
        assertThat(fieldsWith(page, "x-clearable"))
                .containsExactlyInAnyOrderElementsOf(Spec.texts(sdk.path("clearable")));
    }

    /** The marks without a value that an operation and the schemas of its request have. */
    private static Set<String> flags(Page page) {
        Set<String> flags = new TreeSet<>();
        for (String mark : List.of("x-long-running", "x-body-may-be-missing", "x-exact-status", "x-if-lost")) {
            if (page.operation().has(mark)) {
                flags.add(mark);
            }
        }
        page.spec()
                .schemas(schema(page.operation().path("requestBody")))
                .values()
                .forEach(schema -> Stream.of("x-refuse-masks", "x-send-nulls")
                        .filter(schema::has)
                        .forEach(flags::add));
        return flags;
    }

    private static List<String> fieldsWith(Page page, String mark) {
        Map<String, JsonNode> bodies = new LinkedHashMap<>();
        bodies.put("request", page.operation().path("requestBody"));
        page.operation()
                .path("responses")
                .properties()
                .forEach(response -> bodies.put(response.getKey(), page.spec().resolve(response.getValue())));
        List<String> found = new ArrayList<>();
        bodies.forEach((place, body) -> page.spec().schemas(schema(body)).forEach((way, field) -> {
            if (field.path(mark).asBoolean()) {
                found.add(place + " " + way);
            }
        }));
        return found;
    }

    private static Set<String> operationMarks(Page page) {
        return new TreeSet<>(Spec.texts(page.operation().path("x-departure")));
    }

    private static void assertMarks(String place, Body expected, JsonNode own) {
        assertThat(Spec.texts(own.path("x-departure")))
                .as("departures of %s", place)
                .containsExactlyElementsOf(expected.departure().stream().toList());
    }

    private static JsonNode schema(JsonNode body) {
        return body.path("content").path("application/json").path("schema");
    }

    private static void compareBodies(Page page, String place, Body expected, JsonNode own) {
        JsonNode schema = schema(own);
        assertThat(!schema.isMissingNode()).as("%s has a body", place).isEqualTo(expected.content());
        if (expected.content()) {
            assertThat(Page.names(own.path("content"))).containsExactly("application/json");
            compare(place, expected.fields(), page.spec().fields(schema), Set.of());
        }
    }

    private static void compare(
            String place, Map<String, Expected> expected, Map<String, Facts> own, Set<String> outer) {
        Map<String, Map<String, Object>> here = new TreeMap<>();
        expected.forEach((way, fact) -> {
            if (!fact.gone()) {
                here.put(way, fact.said());
            }
            fact.departure()
                    .ifPresent(departure -> assertThat(marks(way, own, outer))
                            .as("%s %s differs from the page", place, way)
                            .contains(departure));
        });
        assertThat(said(own)).as(place).isEqualTo(here);
        own.forEach((way, facts) -> assertThat(departuresWithin(way, expected))
                .as("%s %s: what its marks mean", place, way)
                .containsAll(facts.departures()));
    }

    /** What the spec says, less what it says everywhere: names of schemas, 64 bits, no word on unknown fields. */
    private static Map<String, Map<String, Object>> said(Map<String, Facts> own) {
        Map<String, Map<String, Object>> said = new TreeMap<>();
        own.forEach((way, facts) -> {
            Map<String, Object> rest = new TreeMap<>(facts.said());
            rest.remove("schema");
            rest.remove("format", "int64");
            rest.remove("additionalProperties", "none");
            said.put(way, rest);
        });
        return said;
    }

    /** The marks on a field, or on the nearest thing that holds it. */
    private static Set<String> marks(String way, Map<String, Facts> own, Set<String> outer) {
        Set<String> marks = new TreeSet<>(outer);
        own.forEach((other, facts) -> {
            if (contains(other, way)) {
                marks.addAll(facts.departures());
            }
        });
        return marks;
    }

    private static Set<String> departuresWithin(String way, Map<String, Expected> expected) {
        Set<String> departures = new TreeSet<>();
        expected.forEach((other, fact) -> {
            if (contains(way, other)) {
                fact.departure().ifPresent(departures::add);
            }
        });
        return departures;
    }

    private static boolean contains(String outer, String inner) {
        return outer.equals("$")
                || inner.equals(outer)
                || inner.startsWith(outer + ".")
                || inner.startsWith(outer + "[");
    }
}
