package dev.connectioncheck.unstructured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connectioncheck.Verdict;
import dev.connectioncheck.fuzz.Readers;
import dev.connectioncheck.fuzz.Seeds;
import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.unstructured.model.DagNodeConnectionCheck;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A planted reader that passes everything: the fuzz test's oracle has to see it. */
class UnstructuredOracleTest {
    private static final String OURS = "c2b3a4d5-6e7f-8a9b-0c1d-2e3f4a5b6c7d";
    private static final String OTHER = "a1b2c3d4-6e7f-8a9b-0c1d-2e3f4a5b6c7d";

    @ParameterizedTest
    @CsvSource({
        OURS + ", FAILURE, 2026-01-01T00:00:00Z",
        OURS + ", success, 2026-01-01T00:00:00Z",
        OTHER + ", SUCCESS, 2025-12-31T23:59:59Z",
        OTHER + ", SUCCESS, 2026-01-01T00:00:00Z",
        OTHER + ", SUCCESS, 2026-01-01T00:00:01+01:00",
        OTHER + ", SUCCESS, soon",
        OTHER + ", SUCCESS, ''"
    })
    void aReaderThatPassesWhatNobodySaidIsSeen(String id, String status, String begun) {
        assertThatThrownBy(() -> judge(id, status, begun)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        OURS + ", SUCCESS, 2025-12-31T23:59:59Z",
        OTHER + ", SUCCESS, 2026-01-01T00:00:00.001Z",
        OTHER + ", SUCCESS, 2026-01-01T00:00:01"
    })
    void whatTheVendorSaidOfOursOrOfANewerOneMayPass(String id, String status, String begun) {
        assertThatCode(() -> judge(id, status, begun)).doesNotThrowAnyException();
    }

    @Test
    void aReaderThatMakesAnIdUpIsSeen() {
        assertThatThrownBy(
                        () -> UnstructuredVerdictFuzzTest.judgeStart(Optional.of(Progress.running("7", "SCHEDULED"))))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void someSeedsPassAndSomeDoNot() {
        Progress.Running running = Progress.running(OURS, "SCHEDULED").withMemo("2026-01-01T00:00:00Z");
        assertThat(Seeds.of(UnstructuredVerdictFuzzTest.class, "passesOnlyASuccessOfOursOrOfANewerCheck"))
                .map(seed -> Readers.readIfAny(
                        seed, DagNodeConnectionCheck.class, latest -> UnstructuredVerdict.polled(latest, running)))
                .anyMatch(progress -> is(progress, Verdict.PASSED))
                .anyMatch(progress -> is(progress, Verdict.FAILED))
                .contains(Optional.of(running));
    }

    private static boolean is(Optional<Progress> progress, Verdict verdict) {
        return progress.isPresent()
                && progress.get() instanceof Progress.Finished finished
                && finished.verdict() == verdict;
    }

    private static void judge(String id, String status, String begun) {
        String body = "{\"id\": \"" + id + "\", \"status\": \"" + status + "\", \"created_at\": \"" + begun + "\"}";
        UnstructuredVerdictFuzzTest.judge(body.getBytes(StandardCharsets.UTF_8), Optional.of(Progress.passed()));
    }
}
