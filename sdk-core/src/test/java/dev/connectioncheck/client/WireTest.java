package dev.connectioncheck.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.TransportException;
import dev.connectioncheck.UnexpectedResponseException;
import dev.connectioncheck.http.Resend;
import dev.connectioncheck.sandbox.VirtualTime;
import dev.connectioncheck.toy.ToyClient;
import dev.connectioncheck.toy.ToyServer;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What really goes over the wire, with a client of ours and with a user's own. Pauses are on virtual time. */
@Timeout(60)
@ParameterizedClass
@EnumSource(WireTest.Whose.class)
class WireTest {
    private static final String WORKS = "{\"id\": \"c1\", \"status\": \"works\"}";

    private final ToyServer server = new ToyServer();
    private final ToyServer elsewhere = new ToyServer();
    private final VirtualTime time = new VirtualTime();
    private final Whose whose;
    private final ToyClient client;

    WireTest(Whose whose) {
        this.whose = whose;
        this.client = whose.lendTo(server.builder()).timeSource(time).build();
    }

    /** Whose HTTP client it is. */
    enum Whose {
        OURS,
        /** One that its user lets do all that the engine decides. */
        LENT;

        ToyClient.Builder lendTo(ToyClient.Builder builder) {
            return this == OURS
                    ? builder
                    : builder.httpClient(new OkHttpClient.Builder()
                            .followRedirects(true)
                            .followSslRedirects(true)
                            .retryOnConnectionFailure(true)
                            .build());
        }
    }

    @AfterEach
    void close() {
        server.close();
        elsewhere.close();
    }

    @Test
    void aRequestCarriesTheKeyTheBodyAndWhatWeAre() {
        server.says(200, WORKS);

        client.send(Resend.NEVER).execute();

        RecordedRequest request = server.take();
        assertThat(request.getHeaders().get(ToyClient.KEY_HEADER)).isEqualTo(ToyClient.KEY);
        assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(request.getHeaders().get("User-Agent")).matches("connection-check-java/\\d+\\.\\d+\\.\\d+\\S*");
        assertThat(request.getBody()).isNotNull();
        assertThat(request.getBody().utf8()).isEqualTo("{\"settings\":{}}");
    }

    @Test
    void blanksAroundAKeyAreNotSent() {
        server.says(200, WORKS);

        server.builder().apiKey("  padded-key ").build().read("t1").execute();

        assertThat(server.take().getHeaders().get(ToyClient.KEY_HEADER)).isEqualTo("padded-key");
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 307, 308})
    void aRedirectIsNeverFollowed(int status) {
        server.says(new MockResponse.Builder()
                .code(status)
                .setHeader("Location", elsewhere.url())
                .build());

        UnexpectedResponseException error = catchThrowableOfType(
                UnexpectedResponseException.class, () -> client.read("t1").execute());

        assertThat(error.status()).hasValue(status);
        assertThat(error).hasMessageContaining("Redirects are not followed");
        assertThat(server.requests()).isEqualTo(1);
        assertThat(elsewhere.requests()).isZero();
    }

    static Stream<MockResponse> answersThatOkHttpWouldSendAgainAfter() {
        MockResponse.Builder builder = new MockResponse.Builder();
        return Stream.of(
                builder.clone().code(408).build(),
                builder.clone().code(503).setHeader("Retry-After", "0").build(),
                builder.clone().code(421).build(),
                builder.clone()
                        .code(407)
                        .setHeader("Proxy-Authenticate", "Basic")
                        .build(),
                builder.clone().code(401).setHeader("WWW-Authenticate", "Basic").build());
    }

    @ParameterizedTest
    @MethodSource("answersThatOkHttpWouldSendAgainAfter")
    void nothingIsSentAgainWithoutTheEngine(MockResponse response) {
        server.says(response).says(200, WORKS);
        int status = Integer.parseInt(response.getStatus().split(" ", 3)[1]);

        ConnectionCheckException error = catchThrowableOfType(
                ConnectionCheckException.class, () -> client.send(Resend.NEVER).execute());

        assertThat(error.status()).hasValue(status);
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void aKeptConnectionThatTheServerClosedCostsNoTime() {
        breakTheConnectionAfterAnAnswer();

        assertThat(client.read("t1").execute().status()).isEqualTo("works");
        assertThat(server.requests()).isEqualTo(3);
        assertThat(time.nanoTime()).isZero();
    }

    @Test
    void aCreateOnAConnectionThatBreaksIsNotSentAgain() {
        breakTheConnectionAfterAnAnswer();

        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> client.send(Resend.UNLESS_SENT).execute());
        assertThat(server.requests()).isEqualTo(2);
    }

    @Test
    void anAnswerThatBreaksOffIsNoAnswer() {
        for (int i = 0; i < 3; i++) {
            server.says(new MockResponse.Builder()
                    .body(WORKS + " ".repeat(100_000))
                    .onResponseBody(new SocketEffect.CloseSocket())
                    .build());
        }

        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> client.read("t1").execute());
        assertThat(server.requests()).isEqualTo(3);
    }

    @Test
    void anAnswerIsReadUpToABoundWhateverItUnpacksFrom() throws Exception {
        Buffer bomb = new Buffer();
        try (var gzip = Okio.buffer(new GzipSink(bomb))) {
            for (int i = 0; i < 5; i++) {
                gzip.write(new byte[1 << 20]);
            }
        }
        assertThat(bomb.size()).isLessThan(100_000);
        server.says(new MockResponse.Builder()
                .setHeader("Content-Encoding", "gzip")
                .setHeader("x-request-id", "r1")
                .body(bomb)
                .build());

        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> client.read("t1").execute())
                .withMessageContaining("longer than 4 MiB")
                .satisfies(tooLong -> {
                    assertThat(tooLong.status()).hasValue(200);
                    assertThat(tooLong.requestId()).contains("r1");
                });
        assertThat(server.requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0})
    void anAnswerUpToTheLargestSizeIsRead(int more) {
        server.says(200, WORKS + " ".repeat((4 << 20) - WORKS.length() + more));

        assertThat(client.read("t1").execute().status()).isEqualTo("works");
    }

    @Test
    void anAnswerOfOneByteMoreIsRefused() {
        server.says(200, WORKS + " ".repeat((4 << 20) - WORKS.length() + 1));

        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> client.read("t1").execute())
                .withMessageContaining("longer than 4 MiB");
    }

    @Test
    void aNameThatCanNotBeResolvedIsNamed() {
        ToyClient nowhere = whose.lendTo(ToyClient.builder())
                .withKey()
                .baseUrl("https://no-such-toy.invalid")
                .timeSource(new VirtualTime())
                .build();

        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> nowhere.read("t1").execute())
                .withMessageContaining("The name no-such-toy.invalid can't be resolved");
    }

    /** Leaves a kept connection that breaks with the next request, and an answer for the one after it. */
    private void breakTheConnectionAfterAnAnswer() {
        server.says(200, WORKS)
                .says(new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build())
                .says(200, WORKS);
        client.read("t1").execute();
    }
}
