package dev.connectioncheck.artie;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.artie.model.RouterConnectorPingResponse;
import dev.connectioncheck.fuzz.Campaign;
import dev.connectioncheck.fuzz.Readers;
import dev.connectioncheck.http.ApiResponse;
import dev.connectioncheck.spi.Progress;
import java.util.Optional;

final class ArtieVerdictFuzzTest {
    @FuzzTest(maxExecutions = Campaign.EXECUTIONS, maxDuration = Campaign.LONGEST)
    void passesOnlyAnObjectWithoutAnError(byte[] body) {
        judge(
                body,
                Readers.readIfAny(
                        body,
                        RouterConnectorPingResponse.class,
                        ping -> ArtieVerdict.read(ApiResponse.of(200, Optional.empty(), ping))));
    }

    static void judge(byte[] body, Optional<Progress> progress) {
        if (progress.isEmpty()) {
            return;
        }
        JsonNode tree = Readers.tree(body);
        JsonNode error = tree.path("error");
        Verdict verdict = ((Progress.Finished) progress.get()).verdict();
        if (verdict == Verdict.PASSED) {
            assertThat(tree.isObject()).isTrue();
            assertThat(tree.size()).isEqualTo(error.isMissingNode() ? 0 : 1);
            assertThat(error.asText("").replace("null", "")).isEmpty();
        }
        if (verdict == Verdict.FAILED) {
            assertThat(error.isTextual() || error.isNumber()).isTrue();
        }
    }
}
