package dev.connectioncheck.datafold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connectioncheck.AuthenticationException;
import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckStep;
import dev.connectioncheck.CheckTimeoutException;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.InvalidRequestException;
import dev.connectioncheck.PermissionDeniedException;
import dev.connectioncheck.RunningCheck;
import dev.connectioncheck.StepOutcome;
import dev.connectioncheck.TargetNotFoundException;
import dev.connectioncheck.TransportException;
import dev.connectioncheck.UnexpectedResponseException;
import dev.connectioncheck.VendorUnavailableException;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.Violation;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.DatafoldAnswer;
import dev.connectioncheck.sandbox.DatafoldSandbox;
import dev.connectioncheck.sandbox.Fault;
import dev.connectioncheck.sandbox.Phase;
import dev.connectioncheck.sandbox.Sandbox;
import dev.connectioncheck.sandbox.SandboxRequest;
import dev.connectioncheck.testing.HastyTime;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatafoldCheckTest {
    private static final Behavior SLOW = Behavior.passes().after(Duration.ofSeconds(40));

    private final HastyTime time = new HastyTime();
    private final Sandbox sandbox = Sandbox.builder().time(time::now).build();
    private final DatafoldSandbox datafold = sandbox.datafold();

    @AfterEach
    void closeSandbox() {
        sandbox.close();
    }

    @ParameterizedTest(name = "async: {0}")
    @ValueSource(booleans = {false, true})
    void aDataSourceThatWorksPasses(boolean async) {
        CheckResult result = check(async, datafold.dataSource(SLOW));

        assertThat(result.passed()).isTrue();
        assertThat(result.message()).contains("Connected to the database");
        assertThat(result.elapsed()).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(55));
        assertThat(Long.parseLong(result.checkId().orElseThrow())).isGreaterThan(Integer.MAX_VALUE);
        assertThat(result.polls()).isEqualTo(datafold.requests().size() - 1);
    }

    @ParameterizedTest(name = "async: {0}")
    @ValueSource(booleans = {false, true})
    void aDataSourceThatDoesNotWorkFailsThoughItsJobIsDone(boolean async) {
        CheckResult result = check(
                async,
                datafold.dataSource(
                        Behavior.fails("password authentication failed").after(Duration.ofSeconds(3))));

        assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(result.message()).contains("password authentication failed");
        assertThat(result.steps())
                .filteredOn(step -> step.outcome() == StepOutcome.FAILED)
                .extracting(CheckStep::name)
                .containsExactly("connection");
    }

    @Test
    void theVerdictDoesNotWaitForLineage() {
        long id = datafold.dataSource(
                Behavior.passes(),
                DatafoldAnswer.job("queued"),
                DatafoldAnswer.job("processing")
                        .step("lineage_download", "processing")
                        .step("connection", "done", "OK", "success", "Connected")
                        .step("temp_schema", "done", "OK", "skipped", "Not needed")
                        .rawStep("{\"step\":\"schema_download\",\"status\":\"done\",\"result\":{\"code\":\"ok\"}}"));
        CheckResult result = check(false, id);

        assertThat(result.passed()).isTrue();
        assertThat(result.polls()).isEqualTo(2);
        assertThat(result.steps()).hasSize(4);
    }

    @Test
    void aJobThatWaitsForAHumanIsInconclusiveAtOnce() {
        CheckResult result =
                check(false, datafold.dataSource(Behavior.passes(), DatafoldAnswer.job("needs_authentication")));

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.message().orElseThrow()).contains("needs_authentication");
        assertThat(result.polls()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/api/v1", "/api/v1/"})
    void aJobIsStartedOnceAndThenAskedForAtTheSamePathWhateverTheBaseUrlsForm(String suffix) {
        long id = datafold.dataSource(Behavior.passes());
        CheckResult result;
        try (ConnectionChecker checker =
                Clients.checker(Clients.builder(datafold).baseUrl(datafold.baseUrl() + suffix), time)) {
            result = checker.check(DatafoldTarget.dataSource(id));
        }
        assertThat(datafold.requests())
                .extracting(request -> request.method() + " " + request.path())
                .containsExactly(
                        "POST /api/v1/data_sources/" + id + "/test",
                        "GET /api/v1/data_sources/test/" + result.checkId().orElseThrow());
    }

    @Test
    void everyRequestCarriesTheKeyAfterTheWordKey() {
        check(false, datafold.dataSource(Behavior.passes()));

        for (SandboxRequest sent : datafold.requests()) {
            assertThat(sent.header("Authorization")).contains("Key " + datafold.apiKey());
            assertThat(sent.header("Accept")).contains("application/json");
            assertThat(sent.body()).isEmpty();
        }
        assertThat(datafold.requests()).hasSize(2);
    }

    @Test
    void aJobThatNeverEndsTellsItsLastStatusAndHowToGoOn() {
        long id = datafold.dataSource(Behavior.neverEnds());
        CheckTimeoutException late =
                refusal(CheckTimeoutException.class, Clients.builder(datafold), DatafoldTarget.dataSource(id));

        assertThat(late.lastStatus()).contains("processing");
        assertThat(late.token()).isPresent();
        assertThat(late.polls()).isEqualTo(datafold.requests().size() - 1);
    }

    @Test
    void aTokenGoesOnInAnotherChecker() {
        long id = datafold.dataSource(Behavior.fails("no route to host").after(Duration.ofSeconds(30)));
        String token;
        String job;
        try (ConnectionChecker checker = Clients.checker(Clients.builder(datafold), time)) {
            RunningCheck running = checker.start(DatafoldTarget.dataSource(id));
            token = running.token().orElseThrow();
            job = running.checkId().orElseThrow();
        }
        assertThat(token).doesNotContain(datafold.apiKey());
        try (ConnectionChecker other = Clients.checker(Clients.builder(datafold), time)) {
            RunningCheck resumed = other.resume(token);
            CheckResult result = resumed.await();

            assertThat(resumed.target()).isEqualTo(DatafoldTarget.dataSource(id));
            assertThat(result.checkId()).contains(job);
            assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
        }
        assertThat(datafold.requests()).extracting(SandboxRequest::method).containsOnlyOnce("POST");
    }

    @Test
    void aWrongKeyIsAnAuthenticationException() {
        AuthenticationException refused = refusal(
                AuthenticationException.class,
                Clients.builder(datafold).apiKey("not-the-key"),
                DatafoldTarget.dataSource(datafold.dataSource(Behavior.passes())));
        assertThat(refused).hasMessageContaining("The API key is missing or unknown");
        assertThat(refused).hasMessageNotContaining("not-the-key");
    }

    @Test
    void anUnknownDataSourceIsATargetNotFoundException() {
        TargetNotFoundException refused = refusal(
                TargetNotFoundException.class, Clients.builder(datafold), DatafoldTarget.dataSource(Long.MAX_VALUE));
        assertThat(refused).hasMessageContaining("Data source 9223372036854775807 does not exist");
        assertThat(refused.requestId()).isPresent();
    }

    @Test
    void whatTheVendorObjectsToIsNamedByField() {
        InvalidRequestException refused = refusalOfStart(InvalidRequestException.class, Fault.status(422));
        assertThat(refused.violations())
                .containsExactly(Violation.of(
                        "path.data_source_id",
                        "Input should be a valid integer, unable to parse string as an integer"));

        InvalidRequestException conflict = refusalOfStart(InvalidRequestException.class, Fault.status(409));
        assertThat(conflict.violations()).containsExactly(Violation.of("", "The resource exists already"));
    }

    static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of(Fault.status(403), PermissionDeniedException.class),
                Arguments.of(Fault.status(400), InvalidRequestException.class),
                Arguments.of(Fault.status(500), VendorUnavailableException.class),
                Arguments.of(Fault.resetBeforeHeaders(), TransportException.class),
                Arguments.of(Fault.html(), UnexpectedResponseException.class),
                Arguments.of(Fault.json("{}"), UnexpectedResponseException.class));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void aStartThatMayHaveBeenProcessedIsNotSentAgain(Fault fault, Class<? extends ConnectionCheckException> type) {
        refusalOfStart(type, fault);

        assertThat(datafold.requests()).hasSize(1);
    }

    private <E extends ConnectionCheckException> E refusalOfStart(Class<E> type, Fault fault) {
        long id = datafold.dataSource(Behavior.passes().at(Phase.START, fault));
        return refusal(type, Clients.builder(datafold), DatafoldTarget.dataSource(id));
    }

    private CheckResult check(boolean async, long id) {
        DatafoldTarget target = DatafoldTarget.dataSource(id);
        try (ConnectionChecker checker = Clients.checker(Clients.builder(datafold), time)) {
            return async ? checker.checkAsync(target).join() : checker.check(target);
        }
    }

    private <E extends ConnectionCheckException> E refusal(
            Class<E> type, DatafoldClient.Builder client, DatafoldTarget target) {
        CheckOptions minute =
                CheckOptions.builder().timeout(Duration.ofMinutes(1)).build();
        try (ConnectionChecker checker = Clients.checker(client, time)) {
            E refused = catchThrowableOfType(type, () -> checker.check(target, minute));
            assertThat(refused.vendor()).isEqualTo("datafold");
            return refused;
        }
    }
}
