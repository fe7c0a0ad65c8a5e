package dev.connectioncheck.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LongSummaryStatistics;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long is waited before something is sent again, and how deep a reason is looked for. */
class RetriesTest {
    /** Doubled each time, up to half a minute, less a quarter by chance: so many draws come close to both ends. */
    @ParameterizedTest
    @CsvSource({"1, 500", "2, 1000", "3, 2000", "6, 16000", "7, 30000", "8, 30000", "100, 30000"})
    void aPauseIsDoubledUpToHalfAMinuteLessAQuarterAtMost(int attempts, long longest) {
        LongSummaryStatistics pauses = LongStream.range(0, 20_000)
                .map(draw -> Retries.backoff(attempts))
                .summaryStatistics();

        long most = Duration.ofMillis(longest).toNanos();
        assertThat(pauses.getMax()).isBetween(most - most / 1_000, most);
        assertThat(pauses.getMin()).isBetween(most * 3 / 4, most * 3 / 4 + most / 1_000);
    }

    /** It was sent three times by then, and its turn goes on from there. */
    @ParameterizedTest
    @CsvSource({"1, 4000", "2, 8000", "3, 16000"})
    void aCheckThatIsRefusedWaitsLongerThanTheRetriesOfItsCall(int refusals, long longest) {
        assertThat(Retries.pauseAfter(refusals))
                .isBetween(Duration.ofMillis(longest * 3 / 4), Duration.ofMillis(longest));
    }

    @ParameterizedTest
    @CsvSource({"19, UNKNOWN_HOST", "20, UNKNOWN_HOST", "21, OTHER"})
    void aReasonIsLookedForTwentyCausesDeep(int depth, String kind) {
        IOException failure = new UnknownHostException("no-such-toy");
        for (int causes = 1; causes < depth; causes++) {
            failure = new IOException("around it", failure);
        }

        assertThat(Failures.kindOf(failure).name()).isEqualTo(kind);
    }
}
