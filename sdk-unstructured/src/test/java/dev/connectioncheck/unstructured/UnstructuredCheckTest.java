package dev.connectioncheck.unstructured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connectioncheck.AuthenticationException;
import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTimeoutException;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.InvalidRequestException;
import dev.connectioncheck.PermissionDeniedException;
import dev.connectioncheck.RunningCheck;
import dev.connectioncheck.TargetNotFoundException;
import dev.connectioncheck.UnexpectedResponseException;
import dev.connectioncheck.VendorUnavailableException;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.Violation;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Fault;
import dev.connectioncheck.sandbox.Phase;
import dev.connectioncheck.sandbox.Sandbox;
import dev.connectioncheck.sandbox.SandboxRequest;
import dev.connectioncheck.sandbox.UnstructuredAnswer;
import dev.connectioncheck.sandbox.UnstructuredSandbox;
import dev.connectioncheck.testing.HastyTime;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnstructuredCheckTest {
    private static final Behavior SLOW = Behavior.passes().after(Duration.ofSeconds(90));

    private final HastyTime time = new HastyTime();
    private final Sandbox sandbox = Sandbox.builder().time(time::now).build();
    private final UnstructuredSandbox unstructured = sandbox.unstructured();

    @AfterEach
    void closeSandbox() {
        sandbox.close();
    }

    @ParameterizedTest(name = "async: {0}")
    @ValueSource(booleans = {false, true})
    void aSourceThatWorksPasses(boolean async) {
        CheckResult result = check(async, UnstructuredTarget.source(unstructured.source(SLOW)));

        assertThat(result.passed()).isTrue();
        assertThat(result.elapsed()).isBetween(Duration.ofSeconds(90), Duration.ofSeconds(120));
        assertThat(result.checkId()).isPresent();
        assertThat(result.polls()).isEqualTo(unstructured.requests().size() - 1);
    }

    @ParameterizedTest(name = "async: {0}")
    @ValueSource(booleans = {false, true})
    void aDestinationThatDoesNotWorkFailsWithItsReason(boolean async) {
        UUID id = unstructured.destination(Behavior.fails("bad credentials").after(Duration.ofSeconds(5)));
        CheckResult result = check(async, UnstructuredTarget.destination(id));

        assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(result.message()).contains("bad credentials");
    }

    @Test
    void aPrivateKeyInTheReasonIsMasked() {
        UUID id = unstructured.source(
                Behavior.fails("got -----BEGIN PRIVATE KEY-----\nMIIEvS3cret\n-----END PRIVATE KEY----- instead"));
        CheckResult result = check(false, UnstructuredTarget.source(id));

        assertThat(result.message()).contains("got *** instead");
        assertThat(result.toString()).doesNotContain("MIIEvS3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/api/v1", "/api/v1/"})
    void aCheckIsStartedOnceAndThenAskedForAtTheSamePathWhateverTheBaseUrlsForm(String suffix) {
        UUID source = unstructured.source(Behavior.passes());
        UUID destination = unstructured.destination(Behavior.passes());
        try (ConnectionChecker checker =
                Clients.checker(Clients.builder(unstructured).baseUrl(unstructured.baseUrl() + suffix), time)) {
            assertThat(checker.check(UnstructuredTarget.source(source)).passed())
                    .isTrue();
            assertThat(checker.check(UnstructuredTarget.destination(destination))
                            .passed())
                    .isTrue();
        }
        assertThat(unstructured.requests())
                .extracting(request -> request.method() + " " + request.path())
                .containsExactly(
                        "POST /api/v1/sources/" + source + "/connection-check",
                        "GET /api/v1/sources/" + source + "/connection-check",
                        "POST /api/v1/destinations/" + destination + "/connection-check",
                        "GET /api/v1/destinations/" + destination + "/connection-check");
    }

    @Test
    void everyRequestCarriesTheBareKeyAndNoBody() {
        check(false, UnstructuredTarget.source(unstructured.source(Behavior.passes())));

        for (SandboxRequest sent : unstructured.requests()) {
            assertThat(sent.header("unstructured-api-key")).contains(unstructured.apiKey());
            assertThat(sent.header("Authorization")).isEmpty();
            assertThat(sent.header("Accept")).contains("application/json");
            assertThat(sent.body()).isEmpty();
        }
        assertThat(unstructured.requests()).hasSize(2);
    }

    @Test
    void anOlderChecksSuccessIsNotTakenForOurs() {
        UUID id = unstructured.source(
                Behavior.passes(),
                UnstructuredAnswer.older("SUCCESS"),
                UnstructuredAnswer.ours("WHO_KNOWS"),
                UnstructuredAnswer.ours("FAILURE").reason("no such bucket"));
        CheckResult result = check(false, UnstructuredTarget.source(id));

        assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(result.message()).contains("no such bucket");
        assertThat(result.polls()).isEqualTo(3);
    }

    @Test
    void aNewerChecksEndIsTakenWithItsId() {
        UUID id = unstructured.source(
                Behavior.passes(), UnstructuredAnswer.newer("SCHEDULED"), UnstructuredAnswer.newer("SUCCESS"));
        try (ConnectionChecker checker = Clients.checker(Clients.builder(unstructured), time)) {
            RunningCheck running = checker.start(UnstructuredTarget.source(id));
            CheckResult result = running.await();

            assertThat(result.passed()).isTrue();
            assertThat(result.checkId()).isPresent().isNotEqualTo(running.checkId());
        }
    }

    @ParameterizedTest
    @MethodSource("answersWithoutACheck")
    void aPollThatFindsNoCheckYetGoesOn(Fault fault) {
        UUID id = unstructured.source(Behavior.passes().at(Phase.POLL, fault, 2));
        CheckResult result = check(false, UnstructuredTarget.source(id));

        assertThat(result.passed()).isTrue();
        assertThat(result.polls()).isEqualTo(3);
    }

    static Stream<Fault> answersWithoutACheck() {
        return Stream.of(Fault.json("null"), Fault.empty(200), Fault.status(404));
    }

    @Test
    void aCheckThatNeverEndsTellsItsLastStatusAndHowToGoOn() {
        UUID id = unstructured.source(Behavior.neverEnds());
        CheckTimeoutException late = refusal(CheckTimeoutException.class, UnstructuredTarget.source(id));

        assertThat(late.lastStatus()).contains("SCHEDULED");
        assertThat(late.token()).isPresent();
        assertThat(late.polls()).isEqualTo(unstructured.requests().size() - 1);
    }

    @Test
    void aTokenGoesOnInAnotherChecker() {
        UUID id = unstructured.destination(
                SLOW, UnstructuredAnswer.older("FAILURE"), UnstructuredAnswer.newer("SUCCESS"));
        String token;
        try (ConnectionChecker checker = Clients.checker(Clients.builder(unstructured), time)) {
            token = checker.start(UnstructuredTarget.destination(id)).token().orElseThrow();
        }
        assertThat(token).doesNotContain(unstructured.apiKey());
        try (ConnectionChecker other = Clients.checker(Clients.builder(unstructured), time)) {
            RunningCheck resumed = other.resume(token);
            CheckResult result = resumed.await();

            assertThat(resumed.target()).isEqualTo(UnstructuredTarget.destination(id));
            assertThat(result.passed()).isTrue();
            assertThat(result.polls()).isEqualTo(2);
        }
        assertThat(unstructured.requests()).extracting(SandboxRequest::method).containsExactly("POST", "GET", "GET");
    }

    @Test
    void aWrongKeyIsAnAuthenticationException() {
        UnstructuredTarget target = UnstructuredTarget.source(unstructured.source(Behavior.passes()));
        unstructured.rotateApiKey();
        UnstructuredClient.Builder stale = Clients.builder(unstructured).apiKey("not-the-key");

        AuthenticationException refused = refusal(AuthenticationException.class, stale, target);
        assertThat(refused).hasMessageContaining("API key is invalid").hasMessageNotContaining("not-the-key");
    }

    @Test
    void anUnknownConnectorIsATargetNotFoundException() {
        TargetNotFoundException refused =
                refusal(TargetNotFoundException.class, UnstructuredTarget.source(UUID.randomUUID()));
        assertThat(refused).hasMessageContaining("Source not found").hasMessageContaining("Check the id");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(Fault.status(403), PermissionDeniedException.class, 1),
                Arguments.of(Fault.status(422), InvalidRequestException.class, 1),
                Arguments.of(Fault.status(500), VendorUnavailableException.class, 1),
                Arguments.of(Fault.status(307), UnexpectedResponseException.class, 1),
                Arguments.of(Fault.html(), UnexpectedResponseException.class, 1),
                Arguments.of(Fault.json("{}"), UnexpectedResponseException.class, 1));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aStartThatMayHaveBeenProcessedIsNotSentAgain(
            Fault fault, Class<? extends ConnectionCheckException> type, int requests) {
        UUID id = unstructured.source(Behavior.passes().at(Phase.START, fault));
        refusal(type, UnstructuredTarget.source(id));

        assertThat(unstructured.requests()).hasSize(requests);
    }

    static Stream<Arguments> objections() {
        return Stream.of(
                Arguments.of(
                        422,
                        "{\"detail\":[{\"loc\":[\"body\",0,\"source_id\"],\"msg\":\"Not a UUID\",\"type\":\"uuid_parsing\"}]}",
                        Violation.of("body.0.source_id", "Not a UUID")),
                Arguments.of(422, "{\"detail\":\"Bad strategy\"}", Violation.of("", "Bad strategy")),
                Arguments.of(
                        412,
                        "{\"errors\":[{\"field\":\"access_config.key\",\"message\":\"Field is sensitive\"}]}",
                        Violation.of("access_config.key", "Field is sensitive")));
    }

    /** Bodies as recorded (UNS-MCP notebooks, docs.unstructured.io). */
    @ParameterizedTest
    @MethodSource("objections")
    void whatTheVendorObjectsToIsReadFromEveryShape(int status, String body, Violation violation) throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.enqueue(new MockResponse.Builder().code(status).body(body).build());
            server.start();
            UnstructuredClient.Builder client =
                    Clients.builder(unstructured).baseUrl(server.url("/").toString());

            InvalidRequestException refused =
                    refusal(InvalidRequestException.class, client, UnstructuredTarget.source(UUID.randomUUID()));
            assertThat(refused.violations()).containsExactly(violation);
        }
    }

    private CheckResult check(boolean async, UnstructuredTarget target) {
        try (ConnectionChecker checker = Clients.checker(Clients.builder(unstructured), time)) {
            return async ? checker.checkAsync(target).join() : checker.check(target);
        }
    }

    private <E extends ConnectionCheckException> E refusal(Class<E> type, UnstructuredTarget target) {
        return refusal(type, Clients.builder(unstructured), target);
    }

    private <E extends ConnectionCheckException> E refusal(
            Class<E> type, UnstructuredClient.Builder client, UnstructuredTarget target) {
        CheckOptions minute =
                CheckOptions.builder().timeout(Duration.ofMinutes(1)).build();
        try (ConnectionChecker checker = Clients.checker(client, time)) {
            E refused = catchThrowableOfType(type, () -> checker.check(target, minute));
            assertThat(refused.vendor()).isEqualTo("unstructured");
            return refused;
        }
    }
}
