package dev.connectioncheck.datafold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.connectioncheck.Connection;
import dev.connectioncheck.RecordedVerdict;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.datafold.model.AsyncDataSourceTestResults;
import dev.connectioncheck.fuzz.Readers;
import dev.connectioncheck.fuzz.Seeds;
import dev.connectioncheck.spi.Progress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Planted readers that take everything: the fuzz tests' oracles have to see it. */
class DatafoldOracleTest {
    private static final String OK = step("connection", "done", "OK", "success");

    @ParameterizedTest
    @CsvSource({
        "connection, done, ERROR, success",
        "connection, done, OK, failed",
        "connection, failed, OK, success",
        "connection, processing, OK, success",
        "connection, done, SKIP, ''",
        "connection, done, WELL, success",
        "temp_schema, done, OK, success"
    })
    void aReaderThatPassesWhatNobodySaidIsSeen(String name, String status, String code, String outcome) {
        assertIsSeen("{\"status\": \"done\", \"results\": [" + step(name, status, code, outcome) + "]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"temp_schema", "schema_download"})
    void aReaderThatPassesBesideADecidingFaultIsSeen(String deciding) {
        assertIsSeen(
                "{\"status\": \"done\", \"results\": [" + OK + ", " + step(deciding, "done", "ERROR", "failed") + "]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"job_id\": 8}", "{\"job_id\": 7.5}", "{\"job\": 7}", "{}"})
    void aReaderThatMakesAnIdUpIsSeen(String body) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> DatafoldVerdictFuzzTest.judgeStart(bytes(body), Optional.of(7L)));
    }

    @ParameterizedTest
    @CsvSource({"done, ERROR, success", "failed, OK, success", "done, WELL, ''"})
    void aListThatRecordsAPassNobodySaidIsSeen(String status, String code, String outcome) {
        String list = "[{\"id\": 7, \"last_test\": {\"tested_at\": \"2026-01-01T00:00:00Z\", \"results\": ["
                + step("connection", status, code, outcome) + "]}}]";
        Connection passed = Connection.builder("datafold", "data source", "7")
                .lastVerdict(RecordedVerdict.of(Verdict.PASSED, Optional.empty(), Instant.EPOCH))
                .notCheckable("planted")
                .build();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> DatafoldInventoryFuzzTest.judge(bytes(list), List.of(passed)));
    }

    @Test
    void someSeedsPassAndSomeDoNot() {
        assertThat(Seeds.of(DatafoldVerdictFuzzTest.class, "passesOnlyAConnectionThatIsOkBesideNoDecidingFault"))
                .map(seed ->
                        Readers.read(seed, AsyncDataSourceTestResults.class, job -> DatafoldVerdict.read(job, "1")))
                .anyMatch(progress -> is(progress, Verdict.PASSED))
                .anyMatch(progress -> is(progress, Verdict.FAILED));
    }

    private static boolean is(Optional<Progress> progress, Verdict verdict) {
        return progress.isPresent()
                && progress.get() instanceof Progress.Finished finished
                && finished.verdict() == verdict;
    }

    private static void assertIsSeen(String body) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> DatafoldVerdictFuzzTest.judge(bytes(body), Optional.of(Progress.passed())));
    }

    private static String step(String name, String status, String code, String outcome) {
        return "{\"step\": \"" + name + "\", \"status\": \"" + status + "\", \"result\": {\"code\": \"" + code
                + "\", \"outcome\": \"" + outcome + "\"}}";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
