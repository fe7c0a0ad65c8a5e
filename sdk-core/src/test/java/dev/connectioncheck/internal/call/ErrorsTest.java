package dev.connectioncheck.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.InvalidRequestException;
import dev.connectioncheck.RateLimitedException;
import dev.connectioncheck.TransportException;
import dev.connectioncheck.Violation;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.http.Resend;
import dev.connectioncheck.internal.check.Simulation;
import dev.connectioncheck.internal.drive.Machine;
import dev.connectioncheck.internal.json.UnreadableAnswerException;
import dev.connectioncheck.internal.log.CourseLog;
import dev.connectioncheck.internal.secret.Secrets;
import dev.connectioncheck.internal.wire.Answer;
import dev.connectioncheck.internal.wire.Attempt;
import dev.connectioncheck.sandbox.VirtualTime;
import dev.connectioncheck.toy.Toy;
import dev.connectioncheck.toy.ToyClient;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which exception an answer, or none, becomes, and what it says. */
class ErrorsTest {
    private static final ToyClient CLIENT = ToyClient.builder().withKey().build();
    private static final ApiCall<Toy> ABOUT_TARGET = CLIENT.read("t1");
    private static final ApiCall<Toy> NOT_ABOUT_TARGET = CLIENT.send(Resend.NEVER, Map.of("password", "s3cr3t-word"));

    @ParameterizedTest
    @CsvSource({
        "300, UnexpectedResponse, false", "304, UnexpectedResponse, false", "307, UnexpectedResponse, false",
        "400, InvalidRequest, false", "401, Authentication, false", "402, UnexpectedResponse, false",
        "403, PermissionDenied, false", "404, UnexpectedResponse, false", "405, UnexpectedResponse, false",
        "408, UnexpectedResponse, true", "409, InvalidRequest, false", "410, UnexpectedResponse, false",
        "412, InvalidRequest, false", "415, UnexpectedResponse, false", "421, UnexpectedResponse, false",
        "422, InvalidRequest, false", "425, UnexpectedResponse, true", "429, RateLimited, true",
        "451, UnexpectedResponse, false", "500, VendorUnavailable, true", "501, VendorUnavailable, false",
        "502, VendorUnavailable, true", "503, VendorUnavailable, true", "504, VendorUnavailable, true",
        "511, VendorUnavailable, false", "599, VendorUnavailable, false", "204, UnexpectedResponse, false",
        "600, UnexpectedResponse, false",
    })
    void aStatusHasItsType(int status, String type, boolean retryable) {
        ConnectionCheckException error = error(NOT_ABOUT_TARGET, status, "");

        assertThat(error.getClass().getSimpleName()).isEqualTo(type + "Exception");
        assertThat(error.retryable()).isEqualTo(retryable);
        assertThat(error.status()).hasValue(status);
        assertThat(error.vendor()).isEqualTo("toy");
        assertThat(error.operation()).isEqualTo("sendToy");
        assertThat(error)
                .hasMessageStartingWith("toy sendToy answered " + status + ". ")
                .hasNoCause();
        assertThat(error.getMessage()).matches(".*\\. [A-Z][^.]*.*\\.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | | of a proxy, or of another server. Check the base URL",
                "422 | {} | of a proxy, or of another server. Check the base URL",
                "400 | {\"error\": \"no\"} | Correct the request",
                "402 | | The account's plan does not cover this, or its quota is used up",
                "402 | {\"detail\": \"quota\"} | answered 402: quota. The account's plan does not cover this",
                "403 | | may not do this, or a proxy or firewall on the way does not let it through",
                "403 | <html> | may not do this, or a proxy or firewall on the way does not let it through",
                "403 | {\"error\": \"no\"} | The API key may not do this; give its owner the permission",
            })
    void whatIsSaidDependsOnWhetherTheVendorSaysAnything(int status, @Nullable String body, String advice) {
        assertThat(error(NOT_ABOUT_TARGET, status, body == null ? "" : body))
                .hasMessageContaining(advice)
                .hasMessageNotContaining("is valid");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405, 502, 503})
    void aPageOfHtmlIsCalledSo(int status) {
        assertThat(error(NOT_ABOUT_TARGET, status, "<html><body>No.</body></html>"))
                .hasMessageContaining("answered " + status + " with an HTML page. ")
                .hasMessageNotContaining("No.");
        assertThat(error(NOT_ABOUT_TARGET, status, "No.", "Content-Type", "text/html; charset=utf-8"))
                .hasMessageContaining("with an HTML page");
        assertThat(error(NOT_ABOUT_TARGET, status, "{}")).hasMessageNotContaining("HTML");
    }

    @ParameterizedTest
    @CsvSource({
        "300, /toys/sign_in, true",
        "302, /toys/sign_in, true",
        "302, https://api.toy.test/eu/toys/sign_in.json, true",
        "303, https://api.toy.test/toys/sign_in?next=/x, true",
        "399, /toys/sign_in, true",
        "302, /toys/sign_in/help, false",
        "302, /toys/sign_inside, false",
        "302, /toys, false",
        "302, 'no:such', false",
        "201, /toys/sign_in, false",
    })
    void aRedirectionToTheSignInPageIsARefusedAccount(int status, String location, boolean refused) {
        ConnectionCheckException error = error(NOT_ABOUT_TARGET, status, "", "Location", location);

        assertThat(error.getClass().getSimpleName())
                .isEqualTo(refused ? "AuthenticationException" : "UnexpectedResponseException");
        assertThat(String.valueOf(error.getMessage()).contains("may be locked or not confirmed"))
                .isEqualTo(refused);
        assertThat(error.retryable()).isFalse();
        assertThat(error.status()).hasValue(status);
    }

    @Test
    void aRefusalThatNamesTheSignInPageIsNoRedirectionToIt() {
        assertThat(error(NOT_ABOUT_TARGET, 400, "", "Location", "/toys/sign_in"))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void anAnswerThatCannotBeReadTellsItsRequestIdToo() {
        Answer answer = Objects.requireNonNull(
                Simulation.answerOf(200, "{", "x-request-id", "r-7").answer());

        assertThat(errors(ABOUT_TARGET)
                        .unreadable(answer, new UnreadableAnswerException("it is cut off"))
                        .requestId())
                .contains("r-7");
    }

    /** Fifty objections of two thousand characters each are a hundred pages. */
    @Test
    void aMessageOfManyObjectionsIsShortened() {
        String objection = "{\"field\": \"f\", \"message\": \"" + "too long ".repeat(300) + "\"}";
        String body = "{\"errors\": [" + (objection + ", ").repeat(49) + objection + "]}";

        ConnectionCheckException error = error(NOT_ABOUT_TARGET, 400, body);

        assertThat(error.getMessage()).hasSizeLessThan(2_200).contains(" … (shortened). ");
        assertThat(((InvalidRequestException) error).violations()).hasSize(50);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"errors\": {\"password\": [\"hunter-of-others\"]}} | password | ***",
                "{\"errors\": {\"source\": {\"credentials\": {\"value\": \"hunter\"}}}} | source.credentials.value | ***",
                "{\"errors\": {\"credentials\": {\"username\": \"etl\"}}} | credentials.username | etl",
                "{\"errors\": {\"password\": [\"must be filled\"]}} | password | must be filled",
                "{\"errors\": {\"api_key\": [\"invalid\"]}} | api_key | invalid",
                "{\"errors\": {\"host\": [\"db.example.com\"]}} | host | db.example.com",
                "{\"detail\": [{\"loc\": [\"body\", \"client_secret\"], \"msg\": \"s3cr3t\"}]} | body.client_secret | ***",
            })
    void whatAnErrorSaysOfASecretFieldIsHiddenUnlessItIsASentence(String body, String field, String message) {
        assertThat(((InvalidRequestException) error(NOT_ABOUT_TARGET, 422, body)).violations())
                .containsExactly(Violation.of(field, message));
    }

    @Test
    void notFoundIsAboutTheTargetWhereThePathNamesOne() {
        assertThat(error(ABOUT_TARGET, 404, "").getClass().getSimpleName()).isEqualTo("TargetNotFoundException");
        assertThat(error(ABOUT_TARGET, 404, "")).hasMessageContaining("Check the id");
        assertThat(error(NOT_ABOUT_TARGET, 404, "")).hasMessageContaining("https://api.toy.test");
    }

    static Stream<ErrorBodyTest.Shape> shapes() {
        return ErrorBodyTest.shapes();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyShapeOfBodyBecomesViolations(ErrorBodyTest.Shape shape) {
        ConnectionCheckException error = error(ABOUT_TARGET, 422, shape.body());

        assertThat(error)
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        invalid -> assertThat(invalid.violations()).containsExactlyElementsOf(shape.violations()));
        assertThat(shape.violations())
                .allSatisfy(violation -> assertThat(error).hasMessageContaining(violation.message()));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 599})
    void theBodyOfAServersErrorIsNeverShown(int status) {
        ConnectionCheckException error = error(ABOUT_TARGET, status, "{\"error\": \"dump of the rows\"}");

        assertThat(error).hasMessageNotContaining("dump");
    }

    @Test
    void theVendorsWordsStandInTheMessageWithItsOwnAdvice() {
        assertThat(error(ABOUT_TARGET, 400, "{\"error\": \"the toy is not wound up\"}"))
                .hasMessage("toy readToy answered 400: the toy is not wound up. Wind the toy up first.");
        assertThat(error(ABOUT_TARGET, 400, "{\"error\": \"no.\"}"))
                .hasMessage("toy readToy answered 400: no. Correct the request; the same one will be refused again.");
    }

    /** Some vendors' words go on from the field, others begin a sentence. */
    @ParameterizedTest
    @CsvSource({
        "name, invalid connector source name",
        "name, can''t be blank",
        "/request/payload, There was a problem with the request format",
    })
    void aFieldAndWhatIsSaidOfItDoNotRunTogether(String field, String message) {
        String body = "{\"errors\": [{\"field\": \"" + field + "\", \"message\": \"" + message + "\"}]}";

        assertThat(error(NOT_ABOUT_TARGET, 422, body))
                .hasMessageContaining("answered 422: " + field + ": " + message + ". ");
        assertThat(Violation.of(field, message)).hasToString(field + ": " + message);
        assertThat(Violation.of("", message)).hasToString(message);
    }

    @Test
    void whatWasSentIsHiddenInWordsFieldsAndRequestId() {
        String body = "{\"errors\": [{\"field\": \"x s3cr3t-word\", \"message\": \"not s3cr3t-word\"}]}";

        ConnectionCheckException error = error(NOT_ABOUT_TARGET, 400, body, "x-request-id", "r s3cr3t-word");

        assertThat(error).hasMessageContaining("x ***: not ***").hasMessageNotContaining("s3cr3t");
        assertThat(((InvalidRequestException) error).violations()).containsExactly(Violation.of("x ***", "not ***"));
        assertThat(error.requestId()).contains("r ***");
    }

    @ParameterizedTest
    @CsvSource({"X-Request-Id", "request-id", "X-Correlation-Id"})
    void theVendorsIdOfTheRequestIsKept(String header) {
        assertThat(error(ABOUT_TARGET, 500, "", header, "r1").requestId()).contains("r1");
        assertThat(error(ABOUT_TARGET, 500, "", header, " ").requestId()).isEmpty();
        assertThat(error(ABOUT_TARGET, 409, "{\"instance\": \"abc\"}").requestId())
                .contains("abc");
    }

    @Test
    void aRateLimitTellsHowLongToWait() {
        assertThat(error(ABOUT_TARGET, 429, "", "Retry-After", "90"))
                .isInstanceOfSatisfying(
                        RateLimitedException.class,
                        limited -> assertThat(limited.retryAfter()).contains(Duration.ofSeconds(90)));
        assertThat(((RateLimitedException) error(ABOUT_TARGET, 429, "")).retryAfter())
                .isEmpty();
    }

    @Test
    void aMissingAnswerSaysWhyAndKeepsTheCause() {
        Errors errors = errors(ABOUT_TARGET);

        assertThat(errors.ofFailure(new UnknownHostException("api.toy.test"), new Attempt()))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("The name api.toy.test can't be resolved")
                .hasMessageContaining("It was not sent.");
        assertThat(errors.ofFailure(new IOException("reset by peer"), sent()))
                .hasMessageContaining("(IOException); see the cause")
                .hasStackTraceContaining("reset by peer");
    }

    private static Attempt sent() {
        Attempt attempt = new Attempt();
        attempt.markSent();
        return attempt;
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 401, 403, 404, 422, 429, 500})
    void exceptionsSurviveJavaSerialization(int status) throws Exception {
        ConnectionCheckException error =
                error(ABOUT_TARGET, status, "{\"error\": \"no\"}", "Retry-After", "1", "x-request-id", "r1");

        assertThat(copy(error)).usingRecursiveComparison().isEqualTo(error);
    }

    @Test
    void exceptionsWithCausesSurviveJavaSerialization() throws Exception {
        Errors errors = errors(ABOUT_TARGET);
        CallEnds ends = ends(ABOUT_TARGET);

        for (ConnectionCheckException error : new ConnectionCheckException[] {
            ends.timedOut(errors.ofFailure(new IOException("reset"), sent()), Duration.ZERO),
            ends.stopped(Machine.Stop.INTERRUPTED),
            ends.stopped(Machine.Stop.CANCELLED),
            ends.broken(new IllegalStateException("x"))
        }) {
            ConnectionCheckException copy = copy(error);
            assertThat(copy).hasSameClassAs(error).hasMessage(error.getMessage());
            assertThat(copy.vendor()).isEqualTo("toy");
        }
    }

    private static ConnectionCheckException copy(ConnectionCheckException error) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(error);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (ConnectionCheckException) in.readObject();
        }
    }

    private static ConnectionCheckException error(ApiCall<Toy> call, int status, String body, String... headers) {
        Answer answer = Objects.requireNonNull(
                Simulation.answerOf(status, body, headers).answer());
        return errors(call).ofStatus(answer);
    }

    private static Errors errors(ApiCall<Toy> call) {
        return new Errors(planOf(call), ends(call));
    }

    private static CallEnds ends(ApiCall<Toy> call) {
        CallPlan<Toy> plan = planOf(call);
        Secrets secrets = new Secrets();
        secrets.addBody(plan.request().body());
        CallOwner owner = new CallOwner("toy", plan.request().operation(), null);
        return new CallEnds(
                owner,
                false,
                null,
                secrets,
                CallBudget.ofCall(owner, 0, CourseLog.ofCall("toy", new Secrets()), new VirtualTime()));
    }

    private static CallPlan<Toy> planOf(ApiCall<Toy> call) {
        return ((HttpCall<Toy>) call).plan();
    }
}
