package dev.connectioncheck.unstructured;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.fuzz.Campaign;
import dev.connectioncheck.fuzz.Readers;
import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.unstructured.model.DagNodeConnectionCheck;
import java.util.Optional;

final class UnstructuredVerdictFuzzTest {
    private static final String OURS = "c2b3a4d5-6e7f-8a9b-0c1d-2e3f4a5b6c7d";
    private static final Progress.Running RUNNING =
            Progress.running(OURS, "SCHEDULED").withMemo("2026-01-01T00:00:00Z");

    @FuzzTest(maxExecutions = Campaign.EXECUTIONS, maxDuration = Campaign.LONGEST)
    void passesOnlyASuccessOfOursOrOfANewerCheck(byte[] body) {
        Optional<Progress> progress = Readers.readIfAny(
                body, DagNodeConnectionCheck.class, latest -> UnstructuredVerdict.polled(latest, RUNNING));
        if (progress.isPresent()
                && progress.get() instanceof Progress.Finished finished
                && finished.verdict() == Verdict.PASSED) {
            JsonNode tree = Readers.tree(body);
            assertThat(tree.path("status").asText()).isEqualTo("SUCCESS");
            if (!tree.path("id").asText().equalsIgnoreCase(OURS)) {
                assertThat(tree.path("created_at").isTextual()).isTrue();
            }
        }
    }

    @FuzzTest(maxExecutions = Campaign.EXECUTIONS, maxDuration = Campaign.LONGEST)
    void startsOnlyWhatHasAnId(byte[] body) {
        Optional<Progress> progress = Readers.read(body, DagNodeConnectionCheck.class, UnstructuredVerdict::started);
        progress.ifPresent(
                started -> assertThat(((Progress.Running) started).checkId()).hasSize(36));
    }
}
