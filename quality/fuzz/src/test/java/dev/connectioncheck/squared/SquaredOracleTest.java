package dev.connectioncheck.squared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.connectioncheck.Verdict;
import dev.connectioncheck.fuzz.Readers;
import dev.connectioncheck.fuzz.Seeds;
import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.squared.model.CheckConnectionResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A planted reader that passes everything: the fuzz test's oracle has to see it. */
class SquaredOracleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"connection_status\": {\"status\": \"failed\"}}",
                "{\"connection_status\": {\"status\": \"SUCCESS\"}}",
                "{\"result\": \"failure\"}",
                "{\"result\": \"failure\", \"connection_status\": {\"status\": \"succeeded\"}}"
            })
    void aReaderThatPassesWhatNobodySaidIsSeen(String body) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> SquaredVerdictFuzzTest.judge(
                        body.getBytes(StandardCharsets.UTF_8), Optional.of(Progress.passed())));
    }

    @Test
    void someSeedsPassAndSomeDoNot() {
        assertThat(Seeds.of(SquaredVerdictFuzzTest.class, "passesOnlyWhatSaysSo"))
                .map(seed -> Readers.read(seed, CheckConnectionResponse.class, SquaredVerdict::read))
                .anyMatch(progress -> is(progress, Verdict.PASSED))
                .anyMatch(progress -> is(progress, Verdict.FAILED));
    }

    private static boolean is(Optional<Progress> progress, Verdict verdict) {
        return progress.isPresent()
                && progress.get() instanceof Progress.Finished finished
                && finished.verdict() == verdict;
    }
}
