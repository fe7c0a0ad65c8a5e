package dev.connectioncheck.unstructured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.connectioncheck.Verdict;
import dev.connectioncheck.internal.json.Json;
import dev.connectioncheck.internal.json.UnreadableAnswerException;
import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.unstructured.model.DagNodeConnectionCheck;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnstructuredVerdictTest {
    private static final String OURS = "c2b3a4d5-6e7f-8a9b-0c1d-2e3f4a5b6c7d";
    private static final String OTHER = "00000000-6e7f-8a9b-0c1d-2e3f4a5b6c7d";

    @ParameterizedTest
    @ValueSource(strings = {"SCHEDULED", "SUCCESS", "FAILURE", "QUEUED"})
    void aStartedCheckRunsWhateverTheAnswerSays(String status) {
        assertThat(started(status)).isEqualTo(Progress.running(OURS, status).withMemo("2026-01-01T00:00:00Z"));
    }

    @Test
    void aStartedCheckNeedsNoDate() {
        assertThat(UnstructuredVerdict.started(check("{\"id\":\"" + OURS + "\",\"status\":\"SCHEDULED\"}")))
                .isEqualTo(Progress.running(OURS, "SCHEDULED"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"id":"%s","status":"SUCCESS","reason":null,"created_at":"2026-01-01T00:00:00Z"} | PASSED |
            {"id":"%s","status":"SUCCESS"} | PASSED |
            {"id":"%s","status":"SUCCESS","created_at":"2020-01-01T00:00:00Z"} | PASSED |
            {"id":"%s","status":"FAILURE","reason":"bad key\\n","created_at":"2026-01-01T00:00:00Z"} | FAILED | bad key
            {"id":"%s","status":"FAILURE","reason":null,"new_field":{}} | FAILED |
            {"id":"%s","status":"FAILURE"} | FAILED |
            """)
    void ourOwnCheckDecidesWhenItIsTerminal(String json, Verdict verdict, @Nullable String reason) {
        assertThat(polled(json.formatted(OURS)))
                .isEqualTo(
                        Progress.finished(verdict, Optional.ofNullable(reason)).withCheckId(OURS));
    }

    @Test
    void anIdInCapitalsIsOursToo() {
        assertThat(polled("{\"id\":\"" + OURS.toUpperCase(Locale.ROOT) + "\",\"status\":\"SUCCESS\"}"))
                .isInstanceOf(Progress.Finished.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SCHEDULED", "IN_PROGRESS", "success", "Failure", "FAILED", ""})
    void anUnknownStatusGoesOn(String status) {
        assertThat(polled("{\"id\":\"%s\",\"status\":\"%s\",\"reason\":\"x\"}".formatted(OURS, status)))
                .isEqualTo(ours().withStatus(status));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUCCESS", "FAILURE", "SCHEDULED"})
    void anOlderChecksAnswerIsIgnored(String status) {
        assertThat(polled(other(status, "2025-12-31T23:59:59.999999Z"))).isEqualTo(ours());
    }

    @Test
    void aCheckOfTheSameMomentIsNoNewerOne() {
        assertThat(polled(other("SUCCESS", "2026-01-01T00:00:00Z"))).isEqualTo(ours());
        assertThat(polled(other("SUCCESS", "2026-01-01T02:00:00+02:00"))).isEqualTo(ours());
    }

    @ParameterizedTest
    @CsvSource({"SUCCESS, PASSED", "FAILURE, FAILED"})
    void aNewerChecksTerminalAnswerIsTakenWithItsId(String status, Verdict verdict) {
        Progress.Finished end = (Progress.Finished) polled(other(status, "2026-01-01T00:00:00.000001Z"));
        assertThat(end.verdict()).isEqualTo(verdict);
        assertThat(end.checkId()).contains(OTHER);
    }

    @Test
    void aNewerCheckThatRunsIsWaitedForAndOursStillCounts() {
        assertThat(polled(other("SCHEDULED", "2026-01-01T00:01:00Z"))).isEqualTo(ours().withStatus("SCHEDULED"));
    }

    @Test
    void anotherCheckWithoutADateIsNotBelieved() {
        assertThat(polled("{\"id\":\"" + OTHER + "\",\"status\":\"SUCCESS\"}")).isEqualTo(ours());
        assertThat(polled("{\"id\":\"" + OTHER + "\",\"status\":\"SUCCESS\",\"created_at\":null}"))
                .isEqualTo(ours());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "1767225600"})
    void anotherCheckIsNotBelievedIfNobodyKnowsWhenOursBegan(String memo) {
        Progress.Running running = Progress.running(OURS, "SCHEDULED");
        Progress.Running ours = memo.isEmpty() ? running : running.withMemo(memo);
        assertThat(UnstructuredVerdict.polled(Optional.of(check(other("SUCCESS", "2026-02-01T00:00:00Z"))), ours))
                .isEqualTo(ours);
    }

    @Test
    void noBodyGoesOn() {
        assertThat(UnstructuredVerdict.polled(
                        Json.readIfAny("null".getBytes(StandardCharsets.UTF_8), DagNodeConnectionCheck.class), ours()))
                .isEqualTo(ours());
        assertThat(UnstructuredVerdict.polled(Optional.empty(), ours())).isEqualTo(ours());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {} | id
            {"status":"SUCCESS"} | id
            {"id":"c2b3a4d5-6e7f-8a9b-0c1d-2e3f4a5b6c7d"} | status
            {"detail":"Not Found"} | id
            """)
    void anAnswerWithoutIdOrStatusIsNoVerdict(String json, String field) {
        assertThatExceptionOfType(UnreadableAnswerException.class)
                .isThrownBy(() -> polled(json))
                .withMessageContaining("lacks the field " + field);
    }

    private static Progress.Running started(String status) {
        return (Progress.Running) UnstructuredVerdict.started(check(
                "{\"id\":\"%s\",\"status\":\"%s\",\"reason\":null,\"created_at\":\"2026-01-01T00:00:00Z\",\"reported_at\":null}"
                        .formatted(OURS, status)));
    }

    private static Progress.Running ours() {
        return started("SCHEDULED");
    }

    private static Progress polled(String json) {
        return UnstructuredVerdict.polled(Optional.of(check(json)), ours());
    }

    private static String other(String status, String createdAt) {
        return "{\"id\":\"%s\",\"status\":\"%s\",\"created_at\":\"%s\"}".formatted(OTHER, status, createdAt);
    }

    private static DagNodeConnectionCheck check(String json) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8), DagNodeConnectionCheck.class);
    }
}
