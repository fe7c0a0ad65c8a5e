package dev.connectioncheck.benchmarks.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.benchmarks.server.Manner;
import dev.connectioncheck.benchmarks.server.VendorServer;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FirstOutcomeRunTest {
    private static final long MILLI = 1_000_000;

    @Test
    void bothWaitForAnAnswerOfTheVendor() throws IOException {
        VendorServer server = VendorServer.start(Manner.slow(20));
        try (ConnectionChecker checker = ConnectionChecker.of(FourVendors.artie(server.url()))) {
            assertThat(FirstOutcomeRun.single(checker)).isGreaterThan(20 * MILLI);
            assertThat(server.requests()).isEqualTo(1);
            assertThat(FirstOutcomeRun.firstOfMany(checker)).isGreaterThan(20 * MILLI);
            assertThat(server.requests()).isGreaterThan(1);
        }
    }
}
