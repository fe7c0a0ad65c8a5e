package dev.connectioncheck.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckTimeoutException;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.datafold.DatafoldTarget;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import javax.net.SocketFactory;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/**
 * A cancel that gets lost. OkHttp forgets one that comes after a connection was made and before its TLS handshake
 * begins; a second one is ignored. Here the socket does not hear that it is closed, which comes to the same.
 */
@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
class LostCancelTest {
    private static final DatafoldTarget TARGET = DatafoldTarget.dataSource(42);

    private final OkHttpClient http =
            new OkHttpClient.Builder().socketFactory(new DeafSockets()).build();
    private ServerSocket silent = unopened();

    @BeforeEach
    void listen() throws IOException {
        silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        silent.close();
    }

    @Test
    void aBlockingCheckEndsAllTheSame() {
        try (ConnectionChecker checker = checker()) {
            assertThatThrownBy(() -> checker.check(TARGET)).isInstanceOf(CheckTimeoutException.class);
        }
    }

    @Test
    void anAsynchronousCheckEndsAllTheSameAndLeavesNoCallBehind() {
        try (ConnectionChecker checker = checker()) {
            assertThatThrownBy(() -> checker.checkAsync(TARGET).get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(CheckTimeoutException.class);
            Bench.await(() -> http.dispatcher().runningCallsCount() == 0);
        }
        assertThat(http.dispatcher().queuedCallsCount()).isZero();
    }

    private ConnectionChecker checker() {
        DatafoldClient client = DatafoldClient.builder()
                .apiKey("key")
                .baseUrl("https://localhost:" + silent.getLocalPort())
                .httpClient(http)
                .build();
        return ConnectionChecker.builder()
                .client(client)
                .defaultOptions(
                        CheckOptions.builder().timeout(Duration.ofMillis(300)).build())
                .build();
    }

    private static ServerSocket unopened() {
        try {
            return new ServerSocket();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes sockets that stay open whoever closes them. */
    private static final class DeafSockets extends SocketFactory {
        @Override
        public Socket createSocket() {
            return new Socket() {
                @Override
                public void close() {
                    // It was not heard.
                }
            };
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException();
        }
    }
}
