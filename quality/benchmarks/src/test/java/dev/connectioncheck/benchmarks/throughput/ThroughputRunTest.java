package dev.connectioncheck.benchmarks.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.benchmarks.server.VendorServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Both contenders start each check and poll it as often as its job takes. */
class ThroughputRunTest {
    private static final int CHECKS = 50;

    private final VendorServer server = startedServer();

    @Test
    void oursAsksForEachCheck() throws InterruptedException {
        assertAsks(new Checks(server.url(), 0.001)::check);
    }

    @Test
    void theOneByHandAsksForEachCheck() throws InterruptedException {
        assertAsks(new ChecksByHand(server.url(), CHECKS, 1_000)::check);
    }

    private void assertAsks(IntFunction<CompletableFuture<Boolean>> check) throws InterruptedException {
        assertThat(Load.perSecond(check, CHECKS, 10)).isPositive();
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
