package dev.connectioncheck.artie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.connectioncheck.Verdict;
import dev.connectioncheck.artie.model.RouterConnectorPingResponse;
import dev.connectioncheck.fuzz.Readers;
import dev.connectioncheck.fuzz.Seeds;
import dev.connectioncheck.http.ApiResponse;
import dev.connectioncheck.spi.Progress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A planted reader that passes everything: the fuzz test's oracle has to see it. */
class ArtieOracleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "7",
                "{\"error\": \"no route\"}",
                "{\"error\": \" \"}",
                "{\"x\": 1}",
                "{\"error\": null, \"x\": 1}"
            })
    void aReaderThatPassesWhatNobodySaidIsSeen(String body) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> ArtieVerdictFuzzTest.judge(
                        body.getBytes(StandardCharsets.UTF_8), Optional.of(Progress.passed())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"error\": false}", "{\"error\": {}}"})
    void aReaderThatFailsWhatNobodySaidIsSeen(String body) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> ArtieVerdictFuzzTest.judge(
                        body.getBytes(StandardCharsets.UTF_8), Optional.of(Progress.failed(Optional.of("no")))));
    }

    @Test
    void someSeedsPassAndSomeDoNot() {
        assertThat(Seeds.of(ArtieVerdictFuzzTest.class, "passesOnlyAnObjectWithoutAnError"))
                .flatExtracting(seed -> Readers.readIfAny(
                                seed,
                                RouterConnectorPingResponse.class,
                                ping -> ArtieVerdict.read(ApiResponse.of(200, Optional.empty(), ping)))
                        .stream()
                        .toList())
                .extracting(progress -> ((Progress.Finished) progress).verdict())
                .contains(Verdict.PASSED, Verdict.FAILED);
    }
}
