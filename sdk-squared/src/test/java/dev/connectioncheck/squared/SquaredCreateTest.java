package dev.connectioncheck.squared;

import static dev.connectioncheck.squared.SquaredCheckTest.json;
import static dev.connectioncheck.squared.SquaredCheckTest.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connectioncheck.AuthenticationException;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.InvalidRequestException;
import dev.connectioncheck.RateLimitedException;
import dev.connectioncheck.TransportException;
import dev.connectioncheck.VendorUnavailableException;
import dev.connectioncheck.Violation;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Fault;
import dev.connectioncheck.sandbox.Phase;
import dev.connectioncheck.sandbox.SandboxExtension;
import dev.connectioncheck.sandbox.SandboxRequest;
import dev.connectioncheck.squared.model.Connector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SquaredCreateTest {
    @RegisterExtension
    final SandboxExtension sandbox = new SandboxExtension();

    @Test
    void whatWasCheckedIsExactlyWhatIsCreated() {
        SquaredClient squared = Clients.of(sandbox);
        SquaredTarget target = target(Behavior.passes());
        try (ConnectionChecker checker = ConnectionChecker.of(squared)) {
            assertThat(checker.check(target).passed()).isTrue();
        }

        Connector created =
                squared.createConnector(target, "Warehouse").execute().data();

        List<SandboxRequest> requests = sandbox.squared().requests();
        JsonNode checked = json(requests.get(0));
        SandboxRequest create = requests.get(1);
        assertThat(create.method() + " " + create.path()).isEqualTo("POST /api/v1/connectors");
        assertThat(create.header("Workspace-Id"))
                .contains(Long.toString(sandbox.squared().workspaceId()));
        assertThat(json(create))
                .isEqualTo(tree(Map.of(
                        "connector",
                        Map.of(
                                "name", "Warehouse",
                                "connector_type", checked.path("type"),
                                "connector_name", checked.path("name"),
                                "configuration", checked.path("connection_spec")))));
        assertThat(created.id()).isEqualTo("1");
        assertThat(created.attributes().name()).isEqualTo("Warehouse");
    }

    @Test
    void aTargetKeepsWhatItWasGivenThoughTheMapChanges() {
        Map<String, Object> spec = new HashMap<>(sandbox.squared().connection(Behavior.passes()));
        Map<String, Object> before = Map.copyOf(spec);
        SquaredTarget target = SquaredTarget.source("Postgresql", spec);
        spec.put("host", "elsewhere.example.com");

        Clients.of(sandbox).createConnector(target, "Warehouse").executeAsync().join();

        assertThat(json(sandbox.squared().requests().get(0)).path("connector").path("configuration"))
                .isEqualTo(tree(before));
    }

    @Test
    void aTakenNameIsAnInvalidRequest() {
        SquaredClient squared = Clients.of(sandbox);
        squared.createConnector(target(Behavior.passes()), "Warehouse").execute();

        InvalidRequestException refused = catchThrowableOfType(
                InvalidRequestException.class,
                () -> squared.createConnector(target(Behavior.passes()), "Warehouse")
                        .execute());

        assertThat(refused.status()).hasValue(422);
        assertThat(refused.violations())
                .containsExactly(Violation.of("", "A connector with the same name already exists."));
    }

    @Test
    void aConfigurationThatDoesNotFitIsNamedByField() {
        SquaredTarget target = SquaredTarget.source("Postgresql", Map.of("host", "db.example.com"));

        InvalidRequestException refused = catchThrowableOfType(
                InvalidRequestException.class,
                () -> Clients.of(sandbox).createConnector(target, "Warehouse").execute());

        assertThat(refused.violations()).containsExactly(Violation.of("configuration", "Connector creation failed"));
    }

    /** As recorded: a name of hard blanks, which Java takes for more than blank. */
    @Test
    void whatTheServerSaysOfAnAttributeIsShown() {
        SquaredClient squared = Recorded.answering(
                        422,
                        "{\"errors\":[{\"status\":422,\"title\":\"Error\",\"detail\":\"Connector creation failed\","
                                + "\"source\":{\"name\":\"can't be blank\"}}]}")
                .client();

        InvalidRequestException refused = catchThrowableOfType(
                InvalidRequestException.class,
                () -> squared.createConnector(target(Behavior.passes()), "\u00a0")
                        .execute());

        assertThat(refused.violations()).containsExactly(Violation.of("name", "can't be blank"));
        assertThat(refused).hasMessageContaining("name: can't be blank");
    }

    static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of(Fault.status(401), AuthenticationException.class),
                Arguments.of(Fault.status(429), RateLimitedException.class),
                Arguments.of(Fault.status(503), VendorUnavailableException.class),
                Arguments.of(Fault.resetBeforeHeaders(), TransportException.class),
                Arguments.of(Fault.resetInsideBody(), TransportException.class));
    }

    /** The key is renewable, so that 401 would invite a second try if creates allowed any. */
    @ParameterizedTest
    @MethodSource("troubles")
    void aCreateIsNeverSentAgain(Fault fault, Class<? extends ConnectionCheckException> type) {
        SquaredClient squared = Clients.builder(sandbox.squared())
                .apiKey(sandbox.squared()::apiKey)
                .build();
        SquaredTarget target = target(Behavior.passes().at(Phase.CREATE, fault));

        assertThatThrownBy(() -> squared.createConnector(target, "Warehouse").execute())
                .isInstanceOf(type);
        assertThatThrownBy(() ->
                        squared.createConnector(target, "Lake").executeAsync().join())
                .hasCauseInstanceOf(type);

        assertThat(sandbox.squared().requests()).hasSize(2);
    }

    private SquaredTarget target(Behavior behavior) {
        return SquaredTarget.source("Postgresql", sandbox.squared().connection(behavior));
    }
}
