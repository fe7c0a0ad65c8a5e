package dev.connectioncheck.datafold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.connectioncheck.datafold.model.AsyncDataSourceTestResults;
import dev.connectioncheck.datafold.model.ConfigurationCheckStep;
import dev.connectioncheck.datafold.model.JobStatus;
import dev.connectioncheck.datafold.model.TestDataSourceAsyncResponse;
import dev.connectioncheck.datafold.model.TestResultStep;
import dev.connectioncheck.internal.json.Json;
import dev.connectioncheck.internal.json.UnreadableAnswerException;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.SandboxExtension;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The generated client of Datafold, used on its own. */
class DatafoldModelTest {
    @RegisterExtension
    static final SandboxExtension SANDBOX = new SandboxExtension();

    @Test
    void theOperationsAreUsableOnTheirOwn() {
        DatafoldClient client = Clients.builder(SANDBOX.datafold()).build();
        long id = SANDBOX.datafold().dataSource(Behavior.passes());

        long job = client.dataSources().testDataSource(id).execute().jobId();
        AsyncDataSourceTestResults answer =
                client.dataSources().getDataSourceTest(job).executeAsync().join();
        assertThat(answer.id()).isEqualTo(job);
        assertThat(answer.status()).isEqualTo(JobStatus.DONE);
        assertThat(answer.results())
                .extracting(TestResultStep::step)
                .contains(ConfigurationCheckStep.CONNECTION, ConfigurationCheckStep.LINEAGE_DOWNLOAD);
    }

    @Test
    void idsAreReadWhole() {
        assertThat(read("{\"job_id\":9223372036854775807}", TestDataSourceAsyncResponse.class)
                        .jobId())
                .isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "1.5", "\"abc\"", "{}"})
    void whatIsNoIdIsNotCutToFit(String id) {
        assertThatThrownBy(() -> read("{\"job_id\":" + id + "}", TestDataSourceAsyncResponse.class))
                .hasMessageContaining("not the JSON that was expected");
    }

    @Test
    void unknownWordsKeepTheirTextAndUnknownFieldsAreIgnored() {
        AsyncDataSourceTestResults job = read(
                "{\"id\":1,\"status\":\"Paused!\",\"eta\":[1],\"results\":[{\"step\":\"warp\",\"status\":\"spinning\"}]}",
                AsyncDataSourceTestResults.class);
        assertThat(job.status()).hasToString("Paused!").isEqualTo(JobStatus.of("Paused!"));
        assertThat(job.status().isKnown()).isFalse();
        assertThat(job.results().get(0).step()).hasToString("warp");
        assertThat(job.results().get(0).result()).isEmpty();
        assertThat(JobStatus.known()).hasSize(8).contains(JobStatus.QUEUED);
    }

    @Test
    void aFieldThatTheAnswerLacksIsNamedWhenItIsRead() {
        assertThatExceptionOfType(UnreadableAnswerException.class)
                .isThrownBy(() -> read("{}", TestDataSourceAsyncResponse.class))
                .withMessageContaining("lacks the field job_id");
        assertThatExceptionOfType(UnreadableAnswerException.class)
                .isThrownBy(() -> read(
                        "{\"id\":1,\"status\":\"done\",\"results\":[{\"step\":\"connection\"}]}",
                        AsyncDataSourceTestResults.class))
                .withMessageContaining("TestResultStep lacks the field status");
    }

    @Test
    void aBuilderNamesTheFieldThatIsMissing() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> TestResultStep.builder().status(JobStatus.DONE).build())
                .withMessageContaining("TestResultStep needs step");
    }

    @Test
    void modelsAreImmutableAllTheWayDown() {
        Map<String, Object> result = new HashMap<>(Map.of("code", "OK"));
        List<TestResultStep> steps = new ArrayList<>(List.of(step(result)));
        AsyncDataSourceTestResults job = job(steps);

        steps.clear();
        result.put("code", "ERROR");

        assertThat(job.results()).hasSize(1).isUnmodifiable();
        assertThat(job.results().get(0).result()).contains(Map.of("code", "OK"));
    }

    @Test
    void aResultMayQuoteASecretSoItIsNotShown() {
        assertThat(job(List.of(step(Map.of("message", "got S3cret")))).toString())
                .contains("status=done")
                .doesNotContain("S3cret");
    }

    @Test
    void modelsSurviveJsonAndAreEqualByTheirFields() throws JsonProcessingException {
        AsyncDataSourceTestResults model = job(List.of(step(Map.of("code", "OK", "outcome", "success"))));
        String json = new JsonMapper().writeValueAsString(model);

        assertThat(read(json, AsyncDataSourceTestResults.class))
                .isEqualTo(model)
                .hasSameHashCodeAs(model);
        assertThat(model.toBuilder().build()).isEqualTo(model);
        assertThat(model.toBuilder().id(2L).build()).isNotEqualTo(model);
    }

    private static TestResultStep step(Object result) {
        return TestResultStep.builder()
                .step(ConfigurationCheckStep.CONNECTION)
                .status(JobStatus.DONE)
                .result(result)
                .build();
    }

    private static AsyncDataSourceTestResults job(List<TestResultStep> steps) {
        return AsyncDataSourceTestResults.builder()
                .id(5_000_000_000L)
                .status(JobStatus.DONE)
                .results(steps)
                .build();
    }

    private static <T> T read(String json, Class<T> type) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8), type);
    }
}
