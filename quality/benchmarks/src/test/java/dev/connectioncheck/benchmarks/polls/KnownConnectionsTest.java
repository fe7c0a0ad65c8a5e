package dev.connectioncheck.benchmarks.polls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The figures of known connections are of connections that are known. */
class KnownConnectionsTest {
    private final KnownConnections connections = new KnownConnections(medians(10));

    @Test
    void connectionsThatWereCheckedEightTimesArePolledLessOften() {
        assertThat(connections.known().meanPolls()).isLessThan(10);
        assertThat(connections.by(() -> () -> 1).meanPolls()).isBetween(8.0, 12.0);
    }

    @Test
    void changedConnectionsAreCountedAloneAndOnlyWithinTheRange() {
        assertThat(connections.changed(10).meanPolls()).isGreaterThan(10);
        assertThat(connections.changedAlone(0.1).meanExtra()).isGreaterThan(200);
        assertThat(new KnownConnections(medians(100)).changed(1).meanPolls()).isGreaterThan(5);
    }

    private static double[] medians(double seconds) {
        double[] medians = new double[40];
        Arrays.fill(medians, seconds);
        return medians;
    }
}
