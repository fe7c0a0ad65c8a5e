package dev.connectioncheck.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RequestCountTest {
    private final AtomicLong requests = new AtomicLong(1_000);
    private final RequestCount count = RequestCount.at(requests::get);

    @Test
    void aContenderThatAnswersFromMemoryDoesNotCount() {
        assertThatIllegalStateException()
                .isThrownBy(() -> count.during("from memory", 25, () -> 0.1))
                .withMessage("from memory made 0 requests for work that takes 25: it does not count.");
    }

    @Test
    void aContenderThatLeavesOneRequestOutDoesNotCount() {
        assertThatIllegalStateException()
                .isThrownBy(() -> count.during("almost", 25, () -> requests.addAndGet(24)))
                .withMessageContaining("almost made 24 requests");
    }

    @Test
    void whoeverAsksOftenEnoughCounts() {
        assertThat(count.during("honest", 25, () -> requests.addAndGet(25))).isEqualTo(1_025);
        assertThat(count.during("thorough", 25, () -> requests.addAndGet(26))).isEqualTo(1_051);
    }

    @Test
    void allOfARunCountsToo() {
        count.requireAtLeast("honest", 1_000);
        assertThatIllegalStateException().isThrownBy(() -> count.requireAtLeast("lazy", 1_001));
    }

    @Test
    void theServerCountsEveryRequestButThoseForTheCount() throws IOException {
        VendorServer server = VendorServer.start();
        RequestCount remote = ServerProcess.countAt(server.url());

        String read = remote.during("a client", 1, () -> get(server, "/api/v1/data_sources/test/1"));

        assertThat(read).contains("\"id\":1");
        assertThat(server.requests()).isEqualTo(1);
        remote.requireAtLeast("a client", 1);
        assertThat(server.requests()).isEqualTo(1);
    }

    private static String get(VendorServer server, String path) throws IOException {
        try (var body = URI.create(server.url() + path).toURL().openStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
