package dev.connectioncheck.benchmarks.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.benchmarks.server.VendorServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All contenders start each check and poll it as often as its job takes. */
class ThroughputRunTest {
    private static final int CHECKS = 50;

    private final VendorServer server = startedServer();

    @ParameterizedTest
    @ValueSource(strings = {"ours", "by hand", "checkAll", "checkEach"})
    void everyWayAsksForEachCheck(String way) throws Exception {
        assertThat(ThroughputRun.way(way, server.url(), 10).measure(CHECKS)).isPositive();

        assertThat(server.requests()).isEqualTo((long) CHECKS * ThroughputRun.REQUESTS);
    }

    private static VendorServer startedServer() {
        try {
            return VendorServer.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
