package dev.connectioncheck.benchmarks.polls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The figures of polling are taken only if the vendor's side saw every poll that they count. */
class OurPacingTest {
    @Test
    void everyPollThatIsCountedWasMade() {
        Cost cost = OurPacing.cost();

        assertThat(cost.meanPolls()).isGreaterThan(1);
        assertThat(cost.meanExtra()).isBetween(0.0, 100.0);
    }
}
