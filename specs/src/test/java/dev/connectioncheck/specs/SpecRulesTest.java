package dev.connectioncheck.specs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the templates and the reader of README.md rely on. That each spec is valid, the generator checks. */
class SpecRulesTest {
    private static final Set<String> SETTINGS =
            Set.of("connection_spec", "configuration", "sharedConfig", "config", "options");

    private static final Set<String> MARKS = Set.of(
            "x-resend",
            "x-long-running",
            "x-body-may-be-missing",
            "x-exact-status",
            "x-if-lost",
            "x-page",
            "x-method",
            "x-permission",
            "x-secret",
            "x-settings",
            "x-refuse-masks",
            "x-send-nulls",
            "x-clearable",
            "x-credential",
            "x-client-header",
            "x-departure");

    static List<String> vendors() {
        return Spec.VENDORS;
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void everyOperationSaysWhenItMayBeSentAgain(String vendor) {
        Spec.of(vendor).operations().forEach((name, operation) -> {
            String resend = operation.path("x-resend").asText();
            assertThat(resend).as(name).isIn("ALWAYS", "UNLESS_PROCESSED", "UNLESS_SENT", "NEVER");
            if (name.startsWith("get ")) {
                assertThat(resend).as(name).isEqualTo("ALWAYS");
            }
        });
    }

    @Test
    void aCheckWithSideEffectsAndACreateAreNotRepeated() {
        assertThat(resends("squared"))
                .containsEntry("checkConnection", "UNLESS_SENT")
                .containsEntry("createConnector", "NEVER");
        assertThat(resends("unstructured"))
                .containsEntry("create_connection_check_sources", "UNLESS_PROCESSED")
                .containsEntry("create_connection_check_destinations", "UNLESS_PROCESSED");
        assertThat(resends("datafold")).containsEntry("testDataSource", "UNLESS_PROCESSED");
        assertThat(resends("artie")).containsEntry("pingConnector", "ALWAYS");
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void everyHeaderParameterIsTheClients(String vendor) {
        Spec spec = Spec.of(vendor);
        for (String operation : spec.operations().keySet()) {
            spec.parameters(operation).forEach((name, parameter) -> {
                boolean header = parameter.path("in").asText().equals("header");
                boolean marked = parameter.has("x-credential") || parameter.has("x-client-header");
                assertThat(marked)
                        .as("%s of %s is set by the client", name, operation)
                        .isEqualTo(header);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void anAnswerWithAndWithoutABodyIsMarked(String vendor) {
        Spec spec = Spec.of(vendor);
        spec.operations().forEach((name, operation) -> {
            Set<Boolean> bodies = operation.path("responses").properties().stream()
                    .filter(response -> response.getKey().startsWith("2"))
                    .map(response -> spec.resolve(response.getValue()).has("content"))
                    .collect(Collectors.toSet());
            assertThat(bodies).as(name).isNotEmpty();
            if (bodies.size() == 2) {
                assertThat(operation.has("x-body-may-be-missing")).as(name).isTrue();
            }
            // A body that may be missing says nothing by being missing: then the status has to.
            assertThat(operation.has("x-exact-status")).as(name).isEqualTo(operation.has("x-body-may-be-missing"));
        });
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void whateverHoldsSettingsIsSecret(String vendor) {
        visit(Spec.of(vendor).root(), (name, node) -> {
            boolean settings = SETTINGS.contains(name);
            boolean hidden = node.path("writeOnly").asBoolean()
                    || node.path("format").asText().equals("password");
            if (settings || hidden) {
                assertThat(node.path("x-secret").asBoolean()).as(name).isTrue();
            }
        });
    }

    /** A vendor's settings are the same wherever they are sent, so what is said of their names is. */
    @ParameterizedTest
    @MethodSource("vendors")
    void settingsThatAreSentSayWhichNamesAreSecret(String vendor) {
        Spec spec = Spec.of(vendor);
        Set<JsonNode> marks = new HashSet<>();
        spec.operations().forEach((name, operation) -> {
            JsonNode body = operation.path("requestBody").path("content").path("application/json");
            spec.schemas(body.path("schema")).forEach((way, schema) -> {
                if (SETTINGS.contains(way.substring(way.lastIndexOf('.') + 1))) {
                    marks.add(schema.path("x-settings"));
                }
            });
        });
        assertThat(marks).as("marks of settings").hasSize(1).allSatisfy(mark -> {
            assertThat(Page.names(mark)).containsExactly("secret", "ordinary");
            assertThat(Collections.disjoint(Spec.texts(mark.path("secret")), Spec.texts(mark.path("ordinary"))))
                    .isTrue();
        });
    }

    /** Tools drop what stands beside a reference: a mark there would be no mark. */
    @ParameterizedTest
    @MethodSource("vendors")
    void aReferenceStandsAlone(String vendor) {
        visit(Spec.of(vendor).root(), (name, node) -> {
            if (node.has("$ref")) {
                assertThat(Page.names(node)).as(name).containsExactly("$ref");
            }
        });
    }

    /** A date that can't be read counts as absent, and must not keep the rest from being read. */
    @ParameterizedTest
    @MethodSource("vendors")
    void noDateIsRequired(String vendor) {
        visit(
                Spec.of(vendor).root(),
                (name, node) -> Spec.texts(node.path("required"))
                        .forEach(field -> assertThat(node.path("properties")
                                        .path(field)
                                        .path("format")
                                        .asText())
                                .as("%s.%s", name, field)
                                .isNotEqualTo("date-time")));
    }

    /** The templates make a method without arguments of an operation whose query is a matter of choice. */
    @ParameterizedTest
    @MethodSource("vendors")
    void aQueryIsAMatterOfChoice(String vendor) {
        Spec spec = Spec.of(vendor);
        spec.operations()
                .keySet()
                .forEach(operation -> spec.parameters(operation).forEach((name, parameter) -> {
                    if (parameter.path("in").asText().equals("query")) {
                        assertThat(parameter.path("required").asBoolean())
                                .as(name)
                                .isFalse();
                    }
                }));
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void aChangeSaysWhereToLookIfItsAnswerWasLost(String vendor) {
        Spec.of(vendor).operations().forEach((name, operation) -> {
            boolean changes = Set.of("create", "update", "delete")
                    .contains(operation.path("x-method").asText());
            assertThat(operation.has("x-if-lost")).as(name).isEqualTo(changes);
        });
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void whatIsSavedMustNotBeAMask(String vendor) {
        Spec spec = Spec.of(vendor);
        spec.operations().forEach((name, operation) -> {
            JsonNode body = operation.path("requestBody").path("content").path("application/json");
            boolean saves = Set.of("create", "update")
                    .contains(operation.path("x-method").asText());
            assertThat(spec.schemas(body.path("schema")).values().stream()
                            .anyMatch(schema -> schema.has("x-refuse-masks")))
                    .as(name)
                    .isEqualTo(saves || name.endsWith("/check_connection"));
        });
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void whatCanBeClearedIsNullableInASchemaThatSendsNulls(String vendor) {
        visit(Spec.of(vendor).root(), (name, node) -> {
            List<String> clearable = node.path("properties").properties().stream()
                    .filter(property -> property.getValue().has("x-clearable"))
                    .map(Map.Entry::getKey)
                    .toList();
            assertThat(node.has("x-send-nulls")).as(name).isEqualTo(!clearable.isEmpty());
            clearable.forEach(field -> assertThat(
                            node.path("properties").path(field).path("nullable").asBoolean())
                    .as("%s.%s", name, field)
                    .isTrue());
        });
    }

    /** The same family is called the same everywhere; what a vendor does not have is not there. */
    @Test
    void operationsAreNamedAlike() {
        assertThat(methods("squared", "Connectors"))
                .containsExactlyInAnyOrder(
                        "checkConnection", "list", "get", "create", "update", "delete", "querySource");
        for (String end : List.of("sources", "destinations")) {
            assertThat(methods("unstructured", end))
                    .containsExactlyInAnyOrder(
                            "createConnectionCheck", "getConnectionCheck", "list", "get", "create", "update", "delete");
        }
        assertThat(methods("datafold", "Data sources"))
                .containsExactlyInAnyOrder("testDataSource", "getDataSourceTest", "list", "get", "create", "types");
        assertThat(methods("artie", "Connectors"))
                .containsExactlyInAnyOrder("pingConnector", "list", "get", "create", "update", "delete");
    }

    private static List<String> methods(String vendor, String tag) {
        return Spec.of(vendor).operations().values().stream()
                .filter(operation -> operation.path("tags").path(0).asText().equals(tag))
                .map(operation -> operation
                        .path("x-method")
                        .asText(operation.path("operationId").asText()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void numbersAreSixtyFourBitsWide(String vendor) {
        visit(Spec.of(vendor).root(), (name, node) -> {
            if (node.path("type").asText().equals("integer") && !name.isEmpty()) {
                assertThat(node.path("format").asText()).as(name).isEqualTo("int64");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void everyEnumIsASchemaOfItsOwn(String vendor) {
        JsonNode root = Spec.of(vendor).root();
        List<JsonNode> named = new ArrayList<>();
        root.path("components").path("schemas").forEach(named::add);
        visit(root, (name, node) -> {
            if (node.has("enum")) {
                assertThat(named).as(name).contains(node);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void everyMarkIsOneThatTheTemplatesOrTestsKnow(String vendor) {
        visit(
                Spec.of(vendor).root(),
                (name, node) -> node.fieldNames().forEachRemaining(field -> {
                    if (field.startsWith("x-")) {
                        assertThat(MARKS).contains(field);
                    }
                }));
    }

    @Test
    void theReadmeExplainsEveryDepartureAndNoOther() throws IOException {
        Set<String> marked = new TreeSet<>();
        for (String vendor : Spec.VENDORS) {
            visit(Spec.of(vendor).root(), (name, node) -> {
                List<String> departures = Spec.texts(node.path("x-departure"));
                assertThat(departures).allMatch(departure -> departure.startsWith(vendor + "-"));
                marked.addAll(departures);
            });
        }
        assertThat(explained(name -> !name.startsWith("x-"))).isEqualTo(marked);
    }

    @Test
    void theReadmeExplainsEveryMarkAndNoOther() throws IOException {
        assertThat(explained(name -> name.startsWith("x-"))).isEqualTo(MARKS);
    }

    /** The names in the first column of the README's tables. */
    private static Set<String> explained(Predicate<String> wanted) throws IOException {
        return Pattern.compile("^\\| `([a-z-]+)` \\|", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(match -> match.group(1))
                .filter(wanted)
                .collect(Collectors.toSet());
    }

    private static Map<String, String> resends(String vendor) {
        return Spec.of(vendor).operations().values().stream()
                .collect(Collectors.toMap(
                        operation -> operation.path("operationId").asText(),
                        operation -> operation.path("x-resend").asText()));
    }

    /** Visits every node with the name that it has in its object; an element of a list has none. */
    private static void visit(JsonNode node, BiConsumer<String, JsonNode> visitor) {
        node.properties().forEach(member -> {
            visitor.accept(member.getKey(), member.getValue());
            visit(member.getValue(), visitor);
        });
        if (node.isArray()) {
            node.forEach(element -> {
                visitor.accept("", element);
                visit(element, visitor);
            });
        }
    }
}
