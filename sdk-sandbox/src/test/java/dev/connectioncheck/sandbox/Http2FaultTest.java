package dev.connectioncheck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server of HTTP/2 can do to a stream and to a connection, seen by a plain client. */
class Http2FaultTest {
    private static final HandshakeCertificates CERTIFICATES = certificates();

    private final AtomicInteger connections = new AtomicInteger();
    private OkHttpClient client = new OkHttpClient();

    @AfterEach
    void close() {
        client.connectionPool().evictAll();
        client.dispatcher().executorService().shutdown();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRefusedStreamIsRefusedAndTheConnectionStays(boolean tls) throws IOException {
        try (Sandbox sandbox = start(tls)) {
            Map<String, Object> struck = settings(sandbox, Fault.refusedStream());

            Map<String, Object> working = sandbox.artie().unsaved(Behavior.passes());

            assertThat(ping(sandbox, working)).isEqualTo(204);
            assertThatThrownBy(() -> ping(sandbox, struck)).hasMessageContaining("REFUSED_STREAM");
            assertThat(ping(sandbox, working)).isEqualTo(204);
            assertThat(connections).hasValue(1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void afterGoawayTheAnswerComesAndTheNextRequestGoesOverAnotherConnection(boolean tls) throws IOException {
        try (Sandbox sandbox = start(tls)) {
            Map<String, Object> struck = settings(sandbox, Fault.goAway());

            for (int pings = 1; pings <= 3; pings++) {
                assertThat(ping(sandbox, struck)).isEqualTo(204);
                assertThat(connections).hasValue(pings);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDeadConnectionAnswersNothingAnyMore(boolean tls) throws IOException {
        try (Sandbox sandbox = start(tls)) {
            Map<String, Object> working = sandbox.artie().unsaved(Behavior.passes());

            assertThat(ping(sandbox, working)).isEqualTo(204);
            assertUnheard(sandbox, settings(sandbox, Fault.connectionDies()));
            assertUnheard(sandbox, working);
            client.connectionPool().evictAll();
            assertThat(ping(sandbox, working)).isEqualTo(204);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aConnectionThatDiesAfterwardsAnswersOnceMore(boolean tls) throws IOException {
        try (Sandbox sandbox = start(tls)) {
            assertThat(ping(sandbox, settings(sandbox, Fault.connectionDiesAfterwards())))
                    .isEqualTo(204);
            assertUnheard(sandbox, sandbox.artie().unsaved(Behavior.passes()));
        }
    }

    private void assertUnheard(Sandbox sandbox, Map<String, Object> settings) {
        OkHttpClient hasty =
                client.newBuilder().callTimeout(Duration.ofMillis(250)).build();
        assertThatThrownBy(() -> ping(hasty, sandbox, settings)).isInstanceOf(InterruptedIOException.class);
    }

    private Sandbox start(boolean tls) {
        Sandbox.Builder sandbox = Sandbox.builder().http2();
        OkHttpClient.Builder builder =
                new OkHttpClient.Builder().retryOnConnectionFailure(false).eventListener(counting());
        if (tls) {
            sandbox.tls(CERTIFICATES.sslContext());
            builder.sslSocketFactory(CERTIFICATES.sslSocketFactory(), CERTIFICATES.trustManager());
        } else {
            builder.protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
        }
        client = builder.build();
        return sandbox.build();
    }

    private EventListener counting() {
        return new EventListener() {
            @Override
            public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
                connections.incrementAndGet();
            }
        };
    }

    private static Map<String, Object> settings(Sandbox sandbox, Fault fault) {
        return sandbox.artie().unsaved(Behavior.passes().at(Phase.START, fault));
    }

    private int ping(Sandbox sandbox, Map<String, Object> settings) throws IOException {
        return ping(client, sandbox, settings);
    }

    private static int ping(OkHttpClient client, Sandbox sandbox, Map<String, Object> settings) throws IOException {
        String body = Json.write(Map.of("type", "postgresql", "sharedConfig", settings));
        Request request = new Request.Builder()
                .url(sandbox.artie().baseUrl() + "/connectors/ping")
                .header("Authorization", "Bearer " + sandbox.artie().apiKey())
                .post(RequestBody.create(body, MediaType.get("application/json")))
                .build();
        try (Response response = client.newCall(request).execute()) {
            return response.code();
        }
    }

    private static HandshakeCertificates certificates() {
        HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .build();
        return new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .addTrustedCertificate(certificate.certificate())
                .build();
    }
}
