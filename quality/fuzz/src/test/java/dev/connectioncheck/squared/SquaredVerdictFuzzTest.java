package dev.connectioncheck.squared;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.fuzz.Campaign;
import dev.connectioncheck.fuzz.Readers;
import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.squared.model.CheckConnectionResponse;
import java.util.Optional;

final class SquaredVerdictFuzzTest {
    @FuzzTest(maxExecutions = Campaign.EXECUTIONS, maxDuration = Campaign.LONGEST)
    void passesOnlyWhatSaysSo(byte[] body) {
        judge(body, Readers.read(body, CheckConnectionResponse.class, SquaredVerdict::read));
    }

    static void judge(byte[] body, Optional<Progress> progress) {
        if (progress.isPresent() && ((Progress.Finished) progress.get()).verdict() == Verdict.PASSED) {
            JsonNode tree = Readers.tree(body);
            String status = tree.path("connection_status").path("status").asText("");
            String result = tree.path("result").asText("");
            assertThat(status + "/" + result)
                    .isIn("succeeded/", "/success", "succeeded/success", "succeeded/null", "null/success");
        }
    }
}
