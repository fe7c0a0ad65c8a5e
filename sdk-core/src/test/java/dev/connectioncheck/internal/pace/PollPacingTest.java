package dev.connectioncheck.internal.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pause before the next poll, as a table: by age, by what is expected, and by chance. */
class PollPacingTest {
    private static final double NO_CHANCE = 0;

    @ParameterizedTest
    @CsvSource({
        "0, 150",
        "1, 150",
        "500, 150",
        "1000, 250",
        "4000, 1000",
        "60000, 15000",
        "120000, 30000",
        "121000, 30000",
        "86400000, 30000"
    })
    void aCheckOfWhichNothingIsExpectedWaitsAQuarterOfItsAgeWithinFloorAndCap(long age, long pause) {
        assertThat(pause(age, null)).isEqualTo(pause);
    }

    /** A typical time of 10 s with a spread of 0.2: the first poll is due at 8.353 s, small steps end at 18.776 s. */
    @ParameterizedTest
    @CsvSource({
        "0, 8352, no poll before a verdict is likely",
        "1000, 7352, nor if it is asked for later",
        "7500, 852, the rest of that wait",
        "7518, 900, what chance took from that wait is no reason for another poll",
        "8353, 900, a step is 0.45 of the spread",
        "10000, 900, the same step around the typical time",
        "18700, 900, and until seven steps after it",
        "18800, 4700, then as if nothing had been expected",
        "400000, 30000, within the cap"
    })
    void aCheckThatIsExpectedIsPolledAroundTheExpectedTime(long age, long pause, String why) {
        assertThat(pause(age, new Expectation(1e10, 0.2, false))).as(why).isEqualTo(pause);
    }

    /** The same, but the last check ended before anybody looked. */
    @ParameterizedTest
    @CsvSource({"0, 150", "150, 150", "1000, 1000", "4000, 4000", "5000, 3352", "8353, 900"})
    void aDoubtfulExpectationIsApproachedByPausesThatDouble(long age, long pause) {
        assertThat(pause(age, new Expectation(1e10, 0.2, true))).isEqualTo(pause);
    }

    @ParameterizedTest
    @CsvSource({"20, 16705", "35, 29234", "36, 15034", "100, 27842", "1000, 29831"})
    void aWaitBeyondTheCapIsMadeInEqualParts(long typicalSeconds, long pause) {
        assertThat(pause(0, new Expectation(typicalSeconds * 1e9, 0.2, false))).isEqualTo(pause);
    }

    @ParameterizedTest
    @CsvSource({"0.02, 0.2, 0", "0.2, 0.1, 0", "0.2, 0.1, 170", "1, 0.1, 900"})
    void noExpectationMakesAPauseShorterThanTheFloor(double typicalSeconds, double spread, long age) {
        assertThat(pause(age, new Expectation(typicalSeconds * 1e9, spread, false)))
                .isGreaterThanOrEqualTo(150);
    }

    @Test
    void aWideExpectationMakesNoStepLongerThanAQuarterOfTheAge() {
        assertThat(pause(7_000, new Expectation(1e10, 0.5, false))).isEqualTo(1_750);
    }

    /** A spread of nothing has its limits at whole numbers: a tenth before the first poll, and the last step. */
    @ParameterizedTest
    @CsvSource({"8999, 1001", "9000, 150", "9999, 150", "10000, 2500"})
    void theLimitsThemselvesBelongToWhatComesAfterThem(long age, long pause) {
        assertThat(pause(age, new Expectation(1e10, 0, false))).isEqualTo(pause);
    }

    @Test
    void chanceTakesUpToATenthAwayWhateverIsExpected() {
        for (Expectation expected : Arrays.asList(null, new Expectation(1e10, 0.2, false))) {
            for (long age : new long[] {0, 9_000, 60_000}) {
                long full = pause(age, expected);
                long[] pauses = LongStream.range(0, 1_000)
                        .map(n -> millis(PollPacing.pause(nanos(age), expected)))
                        .toArray();
                assertThat(Arrays.stream(pauses).max().orElseThrow()).isBetween(full * 98 / 100, full);
                assertThat(Arrays.stream(pauses).min().orElseThrow()).isBetween(full * 9 / 10 - 1, full * 92 / 100);
                assertThat(millis(PollPacing.leastPause(nanos(age), expected)))
                        .isBetween(full * 9 / 10 - 1, full * 9 / 10 + 1);
            }
        }
    }

    @Test
    void checksThatBeganTogetherArePolledApartWhateverIsExpected() {
        assertThat(polls(new Expectation(1e10, 0.2, false), 0.1))
                .doesNotContainAnyElementsOf(polls(new Expectation(1e10, 0.2, false), 0.9));
    }

    private static List<Long> polls(Expectation expected, double chance) {
        List<Long> moments = new ArrayList<>();
        for (long age = 0; moments.size() < 10; moments.add(age)) {
            age += PollPacing.pause(age, expected, chance);
        }
        return moments;
    }

    private static long pause(long ageMillis, @Nullable Expectation expected) {
        return millis(PollPacing.pause(nanos(ageMillis), expected, NO_CHANCE));
    }

    private static long nanos(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }

    private static long millis(long nanos) {
        return Duration.ofNanos(nanos).toMillis();
    }
}
