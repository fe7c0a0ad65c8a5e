package dev.connectioncheck.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.http.Resend;
import dev.connectioncheck.toy.GoawayServer;
import dev.connectioncheck.toy.Relay;
import dev.connectioncheck.toy.Toy;
import dev.connectioncheck.toy.ToyClient;
import dev.connectioncheck.toy.ToyServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One connection that carries many requests: what a server refuses of them, and what becomes of one that dies. */
@Timeout(60)
class Http2Test {
    private static final String WORKS = "{\"id\": \"c1\", \"status\": \"works\"}";
    private static final int REFUSED_STREAM = 7;

    private final ToyServer server = ToyServer.http2();

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void aRequestThatTheServerRefusedUnseenIsSentAgainWhateverItIs(Resend resend) {
        server.says(new MockResponse.Builder()
                        .onRequestStart(new SocketEffect.CloseStream(REFUSED_STREAM))
                        .build())
                .says(200, WORKS);

        assertThat(client(server.url()).send(resend).execute().status()).isEqualTo("works");
        assertThat(server.requests()).isEqualTo(2);
    }

    @Test
    void startsAcrossTheEndsOfConnectionsAllSucceedAndAreProcessedOnce() throws Exception {
        try (GoawayServer ending = new GoawayServer(100)) {
            ToyClient client = client(ending.url());
            Semaphore atATime = new Semaphore(32);

            List<CompletableFuture<Toy>> starts = IntStream.range(0, 640)
                    .mapToObj(number -> start(client, number, atATime))
                    .toList();

            assertThat(starts)
                    .allSatisfy(start -> assertThat(start.join().status()).isEqualTo("works"));
            assertThat(ending.processed()).hasSize(640).doesNotHaveDuplicates();
            assertThat(ending.refused()).isGreaterThanOrEqualTo(5);
        }
    }

    private static CompletableFuture<Toy> start(ToyClient client, int number, Semaphore atATime) {
        atATime.acquireUninterruptibly();
        return client.send(Resend.UNLESS_SENT, Map.of("number", number))
                .executeAsync()
                .whenComplete((toy, error) -> atATime.release());
    }

    @Test
    void aConnectionThatDiedSilentlyIsFoundByItsPings() throws Exception {
        server.says(200, WORKS).says(200, WORKS);
        try (Relay relay = new Relay(server.port())) {
            ToyClient client = client(relay.url());
            client.read("t1").execute();

            relay.forgetConnections();

            assertThat(client.read("t1").execute().status()).isEqualTo("works");
            assertThat(relay.connections()).isEqualTo(2);
        }
    }

    private static ToyClient client(String url) {
        OkHttpClient lent = new OkHttpClient.Builder()
                .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
                .pingInterval(Duration.ofMillis(200))
                .dispatcher(manyToAHost())
                .build();
        return ToyClient.builder().withKey().baseUrl(url).httpClient(lent).build();
    }

    private static Dispatcher manyToAHost() {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequestsPerHost(64);
        return dispatcher;
    }
}
