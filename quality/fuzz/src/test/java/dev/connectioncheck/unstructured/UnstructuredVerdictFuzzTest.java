package dev.connectioncheck.unstructured;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.fuzz.Campaign;
import dev.connectioncheck.fuzz.Readers;
import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.unstructured.model.DagNodeConnectionCheck;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

final class UnstructuredVerdictFuzzTest {
    private static final String OURS = "c2b3a4d5-6e7f-8a9b-0c1d-2e3f4a5b6c7d";
    private static final Instant BEGUN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Progress.Running RUNNING =
            Progress.running(OURS, "SCHEDULED").withMemo(BEGUN.toString());

    @FuzzTest(maxExecutions = Campaign.EXECUTIONS, maxDuration = Campaign.LONGEST)
    void passesOnlyASuccessOfOursOrOfANewerCheck(byte[] body) {
        judge(
                body,
                Readers.readIfAny(
                        body, DagNodeConnectionCheck.class, latest -> UnstructuredVerdict.polled(latest, RUNNING)));
    }

    static void judge(byte[] body, Optional<Progress> progress) {
        if (progress.isPresent()
                && progress.get() instanceof Progress.Finished finished
                && finished.verdict() == Verdict.PASSED) {
            JsonNode tree = Readers.tree(body);
            assertThat(tree.path("status").asText()).isEqualTo("SUCCESS");
            if (!tree.path("id").asText().equalsIgnoreCase(OURS)) {
                assertThat(begun(tree)).isAfter(BEGUN);
            }
        }
    }

    /** A second reading of the moment; without a zone it is UTC. */
    private static Instant begun(JsonNode check) {
        TemporalAccessor begun = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                check.path("created_at").asText().strip(), ZonedDateTime::from, LocalDateTime::from);
        return begun instanceof ZonedDateTime zoned
                ? zoned.toInstant()
                : LocalDateTime.from(begun).toInstant(ZoneOffset.UTC);
    }

    @FuzzTest(maxExecutions = Campaign.EXECUTIONS, maxDuration = Campaign.LONGEST)
    void startsOnlyWhatHasAnId(byte[] body) {
        judgeStart(Readers.read(body, DagNodeConnectionCheck.class, UnstructuredVerdict::started));
    }

    static void judgeStart(Optional<Progress> progress) {
        progress.ifPresent(
                started -> assertThat(((Progress.Running) started).checkId()).hasSize(36));
    }
}
