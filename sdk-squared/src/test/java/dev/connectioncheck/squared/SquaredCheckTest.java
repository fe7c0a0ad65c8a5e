package dev.connectioncheck.squared;

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
import dev.connectioncheck.TransportException;
import dev.connectioncheck.UnexpectedResponseException;
import dev.connectioncheck.VendorUnavailableException;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.Violation;
import dev.connectioncheck.internal.json.Json;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Fault;
import dev.connectioncheck.sandbox.Phase;
import dev.connectioncheck.sandbox.SandboxExtension;
import dev.connectioncheck.sandbox.SandboxRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SquaredCheckTest {
    @RegisterExtension
    final SandboxExtension sandbox = new SandboxExtension();

    @ParameterizedTest(name = "async: {0}")
    @ValueSource(booleans = {false, true})
    void aWorkingConnectionPasses(boolean async) {
        CheckResult result = check(async, target(Behavior.passes()));

        assertThat(result.passed()).isTrue();
        assertThat(result.message()).isEmpty();
        assertThat(result.checkId()).isEmpty();
        assertThat(result.polls()).isZero();
        assertThat(sandbox.squared().requests()).hasSize(1);
    }

    @ParameterizedTest(name = "async: {0}")
    @ValueSource(booleans = {false, true})
    void aBrokenConnectionFailsWithTheDriversWords(boolean async) {
        CheckResult result = check(async, target(Behavior.fails("connection refused\n")));

        assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(result.message()).contains("connection refused");
    }

    @Test
    void aPasswordThatTheVendorEchoesIsMasked() {
        Map<String, Object> spec = sandbox.squared().connection(Behavior.fails("no login with S3cret-of-mine"));
        CheckResult result = check(false, SquaredTarget.source("Http", with(spec, "api_token", "S3cret-of-mine")));

        assertThat(result.message()).contains("no login with ***");
        assertThat(result.toString()).doesNotContain("S3cret-of-mine");
    }

    @Test
    void aCheckSendsTheTargetTheWorkspaceAndTheKey() {
        Map<String, Object> spec = sandbox.squared().connection(Behavior.passes());
        check(false, SquaredTarget.destination("Klaviyo", spec));

        SandboxRequest sent = onlyRequest();
        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.header("Authorization"))
                .contains("Bearer " + sandbox.squared().apiKey());
        assertThat(sent.header("Workspace-Id"))
                .contains(Long.toString(sandbox.squared().workspaceId()));
        assertThat(sent.header("Accept")).contains("application/json");
        assertThat(sent.header("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(json(sent))
                .isEqualTo(tree(Map.of("type", "destination", "name", "Klaviyo", "connection_spec", spec)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/api/v1", "/api/v1/"})
    void theBaseUrlMayHaveTheApiPathAndASlash(String suffix) {
        SquaredClient client = Clients.builder(sandbox.squared())
                .baseUrl(sandbox.squared().baseUrl() + suffix)
                .build();
        assertThat(check(client, target(Behavior.passes())).passed()).isTrue();
        assertThat(onlyRequest().path()).isEqualTo("/api/v1/connector_definitions/check_connection");
    }

    @Test
    void aForeignWorkspaceTellsToSetTheWorkspace() {
        SquaredClient client = Clients.builder(sandbox.squared()).workspaceId(1).build();

        InvalidRequestException refused = refusal(InvalidRequestException.class, client, target(Behavior.passes()));
        assertThat(refused).hasMessageContaining("Workspace not found").hasMessageContaining("workspaceId(...)");
    }

    @Test
    void anUnknownDefinitionIsNamedByField() {
        SquaredTarget target =
                SquaredTarget.source("postgresql", sandbox.squared().connection(Behavior.passes()));

        InvalidRequestException refused = refusal(InvalidRequestException.class, Clients.of(sandbox), target);
        assertThat(refused.violations()).containsExactly(Violation.of("name", "invalid connector source name"));
        assertThat(refused.status()).hasValue(400);
        assertThat(refused.requestId()).isPresent();
    }

    @Test
    void aConnectorThatBreaksDownIsNoVerdict() {
        SquaredTarget withoutCredentials = SquaredTarget.source(
                "Postgresql",
                Map.of("host", sandbox.squared().connection(Behavior.passes()).get("host")));

        InvalidRequestException refused =
                refusal(InvalidRequestException.class, Clients.of(sandbox), withoutCredentials);
        assertThat(refused.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("/request/payload");
            assertThat(violation.message()).contains("undefined method");
        });
        assertThat(refused)
                .hasMessageContaining("The server broke down on this request: the settings may be incomplete")
                .hasMessageNotContaining("will be refused again")
                .hasMessageNotContaining("workspaceId");
    }

    @Test
    void aWrongKeyIsAnAuthenticationException() {
        SquaredClient client =
                Clients.builder(sandbox.squared()).apiKey("not-the-key").build();

        AuthenticationException refused = refusal(AuthenticationException.class, client, target(Behavior.passes()));
        assertThat(refused).hasMessageContaining("401").hasMessageNotContaining("not-the-key");
        assertThat(sandbox.squared().requests()).hasSize(1);
    }

    /** As recorded: 302 with an empty page, for a token that is valid. */
    @Test
    void aLockedAccountIsAnAuthenticationException() {
        Fault signIn = Fault.status(302).header("Location", sandbox.squared().baseUrl() + "/users/sign_in.json");

        AuthenticationException refused = refusal(
                AuthenticationException.class,
                Clients.of(sandbox),
                target(Behavior.passes().at(Phase.START, signIn)));

        assertThat(refused).hasMessageContaining("may be locked or not confirmed");
        assertThat(refused.status()).hasValue(302);
        assertThat(sandbox.squared().requests()).hasSize(1);
    }

    @Test
    void anExpiredTokenIsRenewedOnce() {
        String expired = sandbox.squared().apiKey();
        String fresh = sandbox.squared().rotateApiKey();
        var tokens = Stream.of(expired, fresh).iterator();
        SquaredClient client =
                Clients.builder(sandbox.squared()).apiKey(tokens::next).build();

        assertThat(check(client, target(Behavior.passes())).passed()).isTrue();
        assertThat(sandbox.squared().requests()).hasSize(2);
    }

    @Test
    void aViewerMayNotCheck() {
        SquaredClient client = Clients.builder(sandbox.squared())
                .apiKey(sandbox.squared().viewerApiKey())
                .build();

        PermissionDeniedException refused = refusal(PermissionDeniedException.class, client, target(Behavior.passes()));
        assertThat(refused).hasMessageContaining("You are not authorized to do this action");
    }

    static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of(Fault.status(404), UnexpectedResponseException.class),
                Arguments.of(Fault.status(422), InvalidRequestException.class),
                Arguments.of(Fault.status(500), VendorUnavailableException.class),
                Arguments.of(Fault.status(503), VendorUnavailableException.class),
                Arguments.of(Fault.html(), UnexpectedResponseException.class),
                Arguments.of(Fault.empty(200), UnexpectedResponseException.class),
                Arguments.of(Fault.json("null"), UnexpectedResponseException.class),
                Arguments.of(Fault.resetBeforeHeaders(), TransportException.class),
                Arguments.of(Fault.truncatedJson(), UnexpectedResponseException.class));
    }

    /** A check may create things or cost money at the vendor: only the user may ask again. */
    @ParameterizedTest
    @MethodSource("troubles")
    void aCheckThatWasSentIsNeverSentAgain(Fault fault, Class<? extends ConnectionCheckException> type) {
        refusal(type, Clients.of(sandbox), target(Behavior.passes().at(Phase.START, fault)));

        assertThat(sandbox.squared().requests()).hasSize(1);
    }

    private SquaredTarget target(Behavior behavior) {
        return SquaredTarget.source("Postgresql", sandbox.squared().connection(behavior));
    }

    private CheckResult check(boolean async, SquaredTarget target) {
        try (ConnectionChecker checker = ConnectionChecker.of(Clients.of(sandbox))) {
            return async ? checker.checkAsync(target).join() : checker.check(target);
        }
    }

    private static CheckResult check(SquaredClient client, SquaredTarget target) {
        try (ConnectionChecker checker = ConnectionChecker.of(client)) {
            return checker.check(target);
        }
    }

    private static <E extends ConnectionCheckException> E refusal(
            Class<E> type, SquaredClient client, SquaredTarget target) {
        E refused = catchThrowableOfType(type, () -> check(client, target));
        assertThat(refused.vendor()).isEqualTo("squared");
        return refused;
    }

    private SandboxRequest onlyRequest() {
        assertThat(sandbox.squared().requests()).hasSize(1);
        return sandbox.squared().requests().get(0);
    }

    private static Map<String, Object> with(Map<String, Object> spec, String name, Object value) {
        Map<String, Object> more = new HashMap<>(spec);
        more.put(name, value);
        return more;
    }

    static JsonNode json(SandboxRequest request) {
        return Json.read(request.body().getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }

    static JsonNode tree(Object value) {
        return new ObjectMapper().valueToTree(value);
    }
}
