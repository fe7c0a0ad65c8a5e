package dev.connectioncheck.datafold;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.datafold.model.AsyncDataSourceTestResults;
import dev.connectioncheck.datafold.model.TestDataSourceAsyncResponse;
import dev.connectioncheck.fuzz.Campaign;
import dev.connectioncheck.fuzz.Readers;
import dev.connectioncheck.spi.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class DatafoldVerdictFuzzTest {
    private static final Set<String> DECIDING = Set.of("connection", "temp_schema", "schema_download");

    @FuzzTest(maxExecutions = Campaign.EXECUTIONS, maxDuration = Campaign.LONGEST)
    void passesOnlyAConnectionThatIsOkBesideNoDecidingFault(byte[] body) {
        judge(body, Readers.read(body, AsyncDataSourceTestResults.class, job -> DatafoldVerdict.read(job, "1")));
    }

    static void judge(byte[] body, Optional<Progress> progress) {
        if (progress.isPresent()
                && progress.get() instanceof Progress.Finished finished
                && finished.verdict() == Verdict.PASSED) {
            List<String> deciding = new ArrayList<>();
            for (JsonNode step : Readers.tree(body).path("results")) {
                if (DECIDING.contains(step.path("step").asText())) {
                    deciding.add(step.path("step").asText() + "=" + said(step));
                }
            }
            assertThat(deciding)
                    .contains("connection=ok")
                    .allMatch(step -> step.endsWith("=ok") || step.endsWith("=skipped"));
        }
    }

    /** A second reading of a step, written apart from the one under test. */
    private static String said(JsonNode step) {
        JsonNode result = step.path("result");
        String code =
                result.path("code").isTextual() ? result.path("code").asText().strip() : "";
        String outcome = result.path("outcome").isTextual()
                ? result.path("outcome").asText().strip()
                : "";
        boolean fault = code.equalsIgnoreCase("error") || outcome.equalsIgnoreCase("failed");
        if (!step.path("status").asText().equals("done") || fault) {
            return "fault";
        }
        if (outcome.equalsIgnoreCase("skipped") || (outcome.isEmpty() && code.equalsIgnoreCase("skip"))) {
            return "skipped";
        }
        boolean ok = code.equalsIgnoreCase("ok") || (code.isEmpty() && outcome.equalsIgnoreCase("success"));
        return ok && (outcome.isEmpty() || outcome.equalsIgnoreCase("success")) ? "ok" : "unknown";
    }

    @FuzzTest(maxExecutions = Campaign.EXECUTIONS, maxDuration = Campaign.LONGEST)
    void startsOnlyAJobWithANumber(byte[] body) {
        judgeStart(body, Readers.read(body, TestDataSourceAsyncResponse.class, TestDataSourceAsyncResponse::jobId));
    }

    static void judgeStart(byte[] body, Optional<Long> id) {
        id.ifPresent(number ->
                assertThat(Readers.tree(body).path("job_id").asText().strip()).isEqualTo(number.toString()));
    }
}
