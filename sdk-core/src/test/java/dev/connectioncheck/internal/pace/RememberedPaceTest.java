package dev.connectioncheck.internal.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is remembered, as the text that users keep. */
class RememberedPaceTest {
    @Test
    void aTextIsReadAsItWasWritten() {
        RememberedPace pace = new RememberedPace(8, Math.log(10.312), 0.212, true, -0.7);

        assertThat(pace.text()).isEqualTo("1;8;10312;212;1;-700");
        assertThat(Objects.requireNonNull(RememberedPace.parse(pace.text())).text())
                .isEqualTo(pace.text());
    }

    @Test
    void aTextOfTheFirstReleaseIsRead() {
        RememberedPace pace = Objects.requireNonNull(RememberedPace.parse("1;5;2500;180;0;0"));

        assertThat(pace.runs()).isEqualTo(5);
        assertThat(pace.mean()).isCloseTo(Math.log(2.5), within(1e-9));
        assertThat(pace.spread()).isEqualTo(0.18);
        assertThat(pace.doubtful()).isFalse();
        assertThat(pace.sooner()).isZero();
    }

    @Test
    void aKindOfWhichNothingIsKnownCanBeWritten() {
        assertThat(RememberedPace.parse(RememberedPace.NONE.text())).isEqualTo(RememberedPace.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "2;5;2500;180;0;0",
                "1;5;2500;180;0",
                "1;5;2500;180;2;0",
                "1;-5;2500;180;0;0",
                "1;5;99999999999;180;0;0",
                "1;5;2500;NaN;0;0",
                "1;5;2500;180;0;0;0",
                "{\"runs\":5}"
            })
    void anyOtherTextIsNone(String text) {
        assertThat(RememberedPace.parse(text)).isNull();
    }

    @Test
    void aTextThatClaimsTooMuchIsHeldWithinBounds() {
        RememberedPace pace = Objects.requireNonNull(RememberedPace.parse("1;9999;0;0;0;9999"));

        assertThat(pace.runs()).isEqualTo(1_000);
        assertThat(pace.mean()).isEqualTo(Math.log(0.001));
        assertThat(pace.spread()).isEqualTo(0.1);
        assertThat(pace.sooner()).isEqualTo(-5);
    }

    @Test
    void aTextOfNoRunsTellsNothing() {
        assertThat(Expectation.of(RememberedPace.parse("1;0;2500;180;0;0"), null))
                .isNull();
    }
}
