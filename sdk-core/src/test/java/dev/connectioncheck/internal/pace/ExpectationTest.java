package dev.connectioncheck.internal.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is expected, at the limits of what tells anything. */
class ExpectationTest {
    private static final RememberedPace KNOWN = new RememberedPace(8, 1, 0.2, false, 0);

    @Test
    void whatVariesByHalfTellsATimeAndWhatVariesMoreDoesNot() {
        double half = 0.5 / Math.sqrt(2); // of one run, which counts for a factor of the root of two

        assertThat(Expectation.of(new RememberedPace(1, 1, half, false, 0), null))
                .isNotNull();
        assertThat(Expectation.of(new RememberedPace(1, 1, half + 1e-6, false, 0), null))
                .isNull();
    }

    @Test
    void othersThatEndAQuarterSoonerAreNoticedAndThoseThatEndLessSoonerAreChance() {
        double usual = typical(0);

        assertThat(typical(-0.25)).isLessThan(usual);
        assertThat(typical(-0.249)).isEqualTo(usual);
    }

    private static double typical(double sooner) {
        return Objects.requireNonNull(Expectation.of(KNOWN, RememberedPace.NONE.withSooner(sooner)))
                .typical();
    }

    /** Typical milliseconds, thousandths of spread, and whether that can be. */
    @ParameterizedTest
    @CsvSource({
        "0, 200, false",
        "-1, 200, false",
        "1, 200, true",
        "1000, 99, false",
        "1000, 100, true",
        "1000, 500, true",
        "1000, 501, false"
    })
    void numbersOfATokenAreTakenIfTheyCanBe(long typical, long spread, boolean taken) {
        assertThat(Expectation.of(List.of(typical, spread, 0L)) != null).isEqualTo(taken);
    }

    @Test
    void numbersAreReadAsTheyWereWritten() {
        Expectation expected = Objects.requireNonNull(Expectation.of(List.of(12_500L, 200L, 1L)));

        assertThat(expected).isEqualTo(new Expectation(1.25e10, 0.2, true));
        assertThat(expected.numbers()).containsExactly(12_500L, 200L, 1L);
        assertThat(Expectation.of(Arrays.asList(12_500L, 200L, null))).isNull();
        assertThat(Expectation.of(List.of(12_500L, 200L))).isNull();
    }
}
