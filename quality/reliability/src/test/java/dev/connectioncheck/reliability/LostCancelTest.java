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
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import javax.net.SocketFactory;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/**
 * A cancel that gets lost. OkHttp forgets one that comes after a connection was made and before its TLS handshake, or
 * the tunnel through a proxy, begins; a second one is ignored. Here the connection is made once the cancel has come, by
 * a socket that does not hear of it, which comes to the same.
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
    void blockingChecksEndAllTheSame() {
        try (ConnectionChecker checker = checker(http)) {
            assertThatThrownBy(() -> checker.check(TARGET)).isInstanceOf(CheckTimeoutException.class);
            assertThatThrownBy(() -> checker.check(TARGET)).isInstanceOf(CheckTimeoutException.class);
        }
    }

    @Test
    void asynchronousChecksEndAllTheSameAndLeaveNoCallBehind() {
        leavesNoCallBehind(http);
    }

    @Test
    void soDoThoseThroughAProxy() {
        leavesNoCallBehind(http.newBuilder()
                .proxy(new Proxy(Proxy.Type.HTTP, silent.getLocalSocketAddress()))
                .build());
    }

    /** The second check is one of a client that knows whether it connects through a proxy. */
    private void leavesNoCallBehind(OkHttpClient client) {
        try (ConnectionChecker checker = checker(client)) {
            for (int round = 0; round < 2; round++) {
                assertThatThrownBy(() -> checker.checkAsync(TARGET).get())
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(CheckTimeoutException.class);
                Bench.await(() -> client.dispatcher().runningCallsCount() == 0);
            }
        }
        assertThat(client.dispatcher().queuedCallsCount()).isZero();
    }

    private ConnectionChecker checker(OkHttpClient client) {
        DatafoldClient datafold = DatafoldClient.builder()
                .apiKey("key")
                .baseUrl("https://localhost:" + silent.getLocalPort())
                .httpClient(client)
                .build();
        return ConnectionChecker.builder()
                .client(datafold)
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

    /** Makes sockets that connect when they are closed, and stay open. */
    private static final class DeafSockets extends SocketFactory {
        @Override
        public Socket createSocket() {
            CountDownLatch closed = new CountDownLatch(1);
            return new Socket() {
                @Override
                public void connect(SocketAddress address, int millis) throws IOException {
                    super.connect(address, millis);
                    await(closed);
                }

                @Override
                public synchronized void close() {
                    closed.countDown();
                }
            };
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
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
