package dev.connectioncheck.artie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.connectioncheck.AuthenticationException;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.InvalidRequestException;
import dev.connectioncheck.PermissionDeniedException;
import dev.connectioncheck.TargetNotFoundException;
import dev.connectioncheck.UnexpectedResponseException;
import dev.connectioncheck.VendorUnavailableException;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.Violation;
import dev.connectioncheck.internal.json.Json;
import dev.connectioncheck.sandbox.ArtieSandbox;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Fault;
import dev.connectioncheck.sandbox.Phase;
import dev.connectioncheck.sandbox.SandboxExtension;
import dev.connectioncheck.sandbox.SandboxRequest;
import dev.connectioncheck.sandbox.VirtualTime;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArtieCheckTest {
    @RegisterExtension
    final SandboxExtension sandbox = new SandboxExtension();

    @ParameterizedTest(name = "async: {0}")
    @ValueSource(booleans = {false, true})
    void anUnsavedConnectorThatWorksPasses(boolean async) {
        CheckResult result = check(async, unsaved(Behavior.passes()));

        assertThat(result.passed()).isTrue();
        assertThat(result.polls()).isZero();
        assertThat(result.checkId()).isEmpty();
        assertThat(artie().requests()).hasSize(1);
    }

    @ParameterizedTest(name = "async: {0}")
    @ValueSource(booleans = {false, true})
    void anUnsavedConnectorThatDoesNotWorkFailsThoughTheStatusIs200(boolean async) {
        CheckResult result = check(async, unsaved(Behavior.fails("no route to host")));

        assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(result.message()).contains("no route to host");
    }

    @ParameterizedTest(name = "async: {0}")
    @ValueSource(booleans = {false, true})
    void aSavedConnectorIsCheckedWithTheStoredSecrets(boolean async) {
        assertThat(check(async, ArtieTarget.saved(artie().saved(Behavior.passes())))
                        .passed())
                .isTrue();
        assertThat(check(async, ArtieTarget.saved(artie().saved(Behavior.fails("role is locked"))))
                        .message())
                .contains("role is locked");
    }

    @Test
    void anUnsavedConnectorIsSentAsItIs() {
        Map<String, Object> config = artie().unsaved(Behavior.passes());
        check(false, ArtieTarget.unsaved("postgresql", config));

        SandboxRequest sent = artie().requests().get(0);
        assertThat(sent.method() + " " + sent.path()).isEqualTo("POST /connectors/ping");
        assertThat(sent.header("Authorization")).contains("Bearer " + artie().apiKey());
        assertThat(sent.header("Accept")).contains("application/json");
        assertThat(json(sent)).isEqualTo(tree(Map.of("type", "postgresql", "sharedConfig", config)));
    }

    @Test
    void whatArtieTakesBesidesIsSentToo() {
        Map<String, Object> config = artie().unsaved(Behavior.passes());
        UUID tunnel = UUID.randomUUID();
        check(
                false,
                ArtieTarget.unsaved("postgresql", config)
                        .database("orders")
                        .sshTunnel(tunnel)
                        .asSource()
                        .with("brandNew", 1));

        assertThat(json(artie().requests().get(0)))
                .isEqualTo(tree(Map.of(
                        "type",
                        "postgresql",
                        "sharedConfig",
                        config,
                        "defaultDatabase",
                        "orders",
                        "sshTunnelUUID",
                        tunnel.toString(),
                        "connectionRole",
                        "source",
                        "brandNew",
                        1)));
    }

    @Test
    void aSavedConnectorIsReadAndItsWholeBodySentBack() {
        UUID uuid = artie().saved(Behavior.passes());
        String read = Clients.builder(artie())
                .build()
                .connectors()
                .get(uuid)
                .as(JsonNode.class)
                .execute()
                .toString();
        check(false, ArtieTarget.saved(uuid));

        assertThat(artie().requests())
                .extracting(request -> request.method() + " " + request.path())
                .containsExactly("GET /connectors/" + uuid, "GET /connectors/" + uuid, "POST /connectors/ping");
        assertThat(json(artie().requests().get(2)))
                .isEqualTo(Json.read(read.getBytes(StandardCharsets.UTF_8), JsonNode.class));
        assertThat(read).contains("\"uuid\":\"" + uuid, "\"isValid\":true", "\"sshTunnelUUID\":null");
    }

    @Test
    void whatTheSpecDoesNotKnowIsSentBackToTheLastDigit() {
        String unknown =
                "{\"uuid\":\"%s\",\"type\":\"postgresql\",\"big\":123456789012345678901234567890,\"exact\":0.10,\"long\":9007199254740993,"
                        + "\"tiny\":1.00000000000000000001,\"no\":null,\"sharedConfig\":{\"host\":\"%s\",\"none\":null,\"list\":[1,null,{}]}}";
        UUID uuid = artie().saved(Behavior.passes().at(Phase.READ, Fault.rewritten(body -> {
            JsonNode saved = Json.read(body.getBytes(StandardCharsets.UTF_8), JsonNode.class);
            return unknown.formatted(
                    saved.path("uuid").asText(),
                    saved.path("sharedConfig").path("host").asText());
        })));

        assertThat(check(false, ArtieTarget.saved(uuid)).passed()).isTrue();
        assertThat(artie().requests().get(1).body())
                .contains("\"big\":123456789012345678901234567890", "\"exact\":0.10", "\"long\":9007199254740993")
                .contains("\"tiny\":1.00000000000000000001", "\"no\":null", "\"none\":null,\"list\":[1,null,{}]")
                .contains("\"uuid\":\"" + uuid + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"message\":\"no healthy upstream\"}",
                "{\"uuid\":\"5b0a3c2e-7a4e-4c57-9d1c-0f6f3f8f9a11\"}"
            })
    void anObjectThatIsNotTheConnectorIsNotPinged(String other) {
        UUID uuid = artie().saved(Behavior.passes().at(Phase.READ, Fault.rewritten(body -> other)));

        UnexpectedResponseException refused =
                refusal(UnexpectedResponseException.class, Clients.builder(artie()), ArtieTarget.saved(uuid));

        assertThat(refused)
                .hasMessageStartingWith("artie getConnector answered")
                .hasMessageContaining("not the connector " + uuid)
                .hasMessageContaining("nothing was pinged");
        assertThat(refused.operation()).isEqualTo("getConnector");
        assertThat(artie().requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/"})
    void theBaseUrlMayEndInASlash(String suffix) {
        try (ConnectionChecker checker = ConnectionChecker.of(
                Clients.builder(artie()).baseUrl(artie().baseUrl() + suffix).build())) {
            assertThat(checker.check(unsaved(Behavior.passes())).passed()).isTrue();
        }
        assertThat(artie().requests().get(0).path()).isEqualTo("/connectors/ping");
    }

    @Test
    void aPasswordThatTheVendorEchoesIsMasked() {
        Map<String, Object> config =
                new HashMap<>(artie().unsaved(Behavior.fails("dial etl:S3cret-of-mine@db: refused")));
        config.put("password", "S3cret-of-mine");
        CheckResult result = check(false, ArtieTarget.unsaved("postgresql", config));

        assertThat(result.message().orElseThrow()).contains("***@db: refused").doesNotContain("S3cret");
    }

    @Test
    void whatASavedConnectorHoldsIsMaskedToo() {
        UUID uuid = artie().saved(Behavior.fails("no role S3cret-of-mine")
                .at(
                        Phase.READ,
                        Fault.rewritten(body -> body.replace("\"etl\"", "\"etl\",\"apiToken\":\"S3cret-of-mine\""))));

        assertThat(check(false, ArtieTarget.saved(uuid)).message()).contains("no role ***");
    }

    @Test
    void an200WithoutABodyIsInconclusive() {
        CheckResult result = check(false, unsaved(Behavior.passes().at(Phase.START, Fault.empty(200))));
        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void anUnknownConnectorIsATargetNotFoundException() {
        TargetNotFoundException refused =
                refusal(TargetNotFoundException.class, Clients.builder(artie()), ArtieTarget.saved(UUID.randomUUID()));
        assertThat(refused).hasMessageContaining("connector not found");
        assertThat(artie().requests()).hasSize(1);
    }

    @Test
    void aWrongKeyIsAnAuthenticationException() {
        AuthenticationException refused = refusal(
                AuthenticationException.class,
                Clients.builder(artie()).apiKey("arsk_not-the-key"),
                unsaved(Behavior.passes()));
        assertThat(refused).hasMessageContaining("unauthorized").hasMessageNotContaining("not-the-key");
    }

    @Test
    void whatTheVendorObjectsToIsTold() {
        InvalidRequestException refused = refusal(
                InvalidRequestException.class,
                Clients.builder(artie()),
                unsaved(Behavior.passes().at(Phase.START, Fault.status(400))));
        assertThat(refused.violations()).containsExactly(Violation.of("", "host is required"));
    }

    static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of(Fault.status(403), PermissionDeniedException.class),
                Arguments.of(Fault.status(422), InvalidRequestException.class),
                Arguments.of(Fault.status(404), UnexpectedResponseException.class),
                Arguments.of(Fault.html(), UnexpectedResponseException.class),
                Arguments.of(Fault.json("\"ok\""), UnexpectedResponseException.class),
                Arguments.of(Fault.json("[]"), UnexpectedResponseException.class));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void aPingThatIsRefusedOrNotUnderstoodIsAnErrorAndNotAskedAgain(
            Fault fault, Class<? extends ConnectionCheckException> type) {
        refusal(type, Clients.builder(artie()), unsaved(Behavior.passes().at(Phase.START, fault)));

        assertThat(artie().requests()).hasSize(1);
    }

    /** A ping does no harm twice (retrySemantics: safe, in artie-labs/artie-api-spec). */
    @Test
    void aPingIsSentAgainAfterTroubleThatTendsToPass() {
        assertThat(check(false, unsaved(Behavior.passes().at(Phase.START, Fault.status(503), 2)))
                        .passed())
                .isTrue();
        assertThat(check(false, unsaved(Behavior.passes().at(Phase.START, Fault.resetBeforeHeaders(), 1)))
                        .passed())
                .isTrue();
        assertThat(artie().requests()).hasSize(5);
    }

    @Test
    void aPingThatAlwaysFailsEndsAsTheVendorsTrouble() {
        VendorUnavailableException down = refusal(
                VendorUnavailableException.class,
                Clients.builder(artie()),
                ArtieTarget.saved(artie().saved(Behavior.passes().at(Phase.START, Fault.status(500)))));
        assertThat(down.operation()).isEqualTo("pingConnector");
    }

    private ArtieSandbox artie() {
        return sandbox.artie();
    }

    private ArtieTarget unsaved(Behavior behavior) {
        return ArtieTarget.unsaved("postgresql", artie().unsaved(behavior));
    }

    private CheckResult check(boolean async, ArtieTarget target) {
        try (ConnectionChecker checker = checker(Clients.builder(artie()))) {
            return async ? checker.checkAsync(target).join() : checker.check(target);
        }
    }

    private static ConnectionChecker checker(ArtieClient.Builder client) {
        return ConnectionChecker.builder()
                .client(client.build())
                .timeSource(new VirtualTime())
                .build();
    }

    private static <E extends ConnectionCheckException> E refusal(
            Class<E> type, ArtieClient.Builder client, ArtieTarget target) {
        try (ConnectionChecker checker = checker(client)) {
            E refused = catchThrowableOfType(type, () -> checker.check(target));
            assertThat(refused.vendor()).isEqualTo("artie");
            return refused;
        }
    }

    private static JsonNode json(SandboxRequest request) {
        return Json.read(request.body().getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }

    private static JsonNode tree(Object value) {
        return new ObjectMapper().valueToTree(value);
    }
}
