package dev.connectioncheck.benchmarks.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class StartsTest {
    private static final int STARTS = 640;

    @Test
    void theServerEndsConnectionsWithRequestsOnTheirWay() throws IOException {
        Starts starts = Starts.make(STARTS, 32, 20);

        assertThat(starts.eachOnce(STARTS)).as("%s", starts).isTrue();
        assertThat(starts.ends()).isGreaterThan(STARTS / 20 / 2);
        assertThat(starts.refused()).isGreaterThanOrEqualTo(starts.ends());
    }

    @Test
    void startsThatFailedOrWereLostOrMadeTwiceAreSeen() {
        assertThat(new Starts(10, 0, 10, 0, 0).eachOnce(10)).isTrue();
        assertThat(new Starts(9, 1, 9, 0, 0).eachOnce(10)).isFalse();
        assertThat(new Starts(10, 0, 11, 0, 0).eachOnce(10)).isFalse();
        assertThat(new Starts(9, 0, 9, 0, 0).eachOnce(10)).isFalse();
    }
}
