package dev.connectioncheck.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connectioncheck.toy.OneVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.TlsVersion;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What real servers and proxies of this machine lead to, so that the words of this JDK and OkHttp are the known ones.
 */
@Timeout(60)
class RealFailuresTest {
    private static final HeldCertificate TRUSTED = certificate(builder -> {});

    private final MockWebServer server = new MockWebServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aServerThatSpeaksPlainHttp() throws Exception {
        byte[] refusal = "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        try (ServerSocket plain = answering(refusal)) {
            assertThat(kindOf(client(), plain.getLocalPort())).isEqualTo(FailureKind.NO_TLS);
        }
    }

    @Test
    void aServerWithAnOldVersionOfTlsAlone() throws Exception {
        server.useHttps(speaking("TLSv1.2"));
        server.start();
        ConnectionSpec modern = new ConnectionSpec.Builder(ConnectionSpec.RESTRICTED_TLS)
                .tlsVersions(TlsVersion.TLS_1_3)
                .build();

        assertThat(kindOf(client().connectionSpecs(List.of(modern)))).isEqualTo(FailureKind.TLS_HANDSHAKE);
    }

    @Test
    void aCertificateThatNobodyHereTrusts() throws Exception {
        assertThat(kindOf(certificate(builder -> {}))).isEqualTo(FailureKind.CERTIFICATE_TRUST);
    }

    @Test
    void aCertificateOfAnotherHost() throws Exception {
        HeldCertificate other = new HeldCertificate.Builder()
                .addSubjectAlternativeName("other.toy.test")
                .build();

        assertThat(kindOfTrusted(other)).isEqualTo(FailureKind.CERTIFICATE_NAME);
    }

    @Test
    void aCertificateThatHasExpired() throws Exception {
        HeldCertificate root =
                new HeldCertificate.Builder().certificateAuthority(0).build();
        long now = System.currentTimeMillis();
        HeldCertificate expired = certificate(builder -> builder.signedBy(root)
                .validityInterval(now - TimeUnit.DAYS.toMillis(2), now - TimeUnit.DAYS.toMillis(1)));
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(expired)
                .build()
                .sslSocketFactory());
        server.start();

        assertThat(kindOf(client(root))).isEqualTo(FailureKind.CERTIFICATE_DATE);
    }

    @ParameterizedTest
    @CsvSource({
        "407, PROXY_LOGIN",
        "400, PROXY_REFUSAL",
        "403, PROXY_REFUSAL",
        "404, PROXY_REFUSAL",
        "405, PROXY_REFUSAL",
        "501, PROXY_REFUSAL",
        "429, PROXY_TROUBLE",
        "500, PROXY_TROUBLE",
        "502, PROXY_TROUBLE",
        "503, PROXY_TROUBLE",
        "504, PROXY_TROUBLE",
    })
    void aProxyThatDoesNotConnect(int status, FailureKind kind) throws Exception {
        server.enqueue(new MockResponse.Builder().code(status).build());
        server.start();

        assertThat(kindOf(client().proxy(server.getProxyAddress()))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"2, PROXY_REFUSAL", "4, PROXY_TROUBLE", "5, PROXY_TROUBLE"})
    void aSocksProxyThatDoesNotConnect(int reply, FailureKind kind) throws Exception {
        try (ServerSocket socks = answering(new byte[] {5, 0}, new byte[] {5, (byte) reply, 0, 1, 0, 0, 0, 0, 0, 0})) {
            assertThat(kindOf(client().proxy(proxy(socks)), socks.getLocalPort()))
                    .isEqualTo(kind);
        }
    }

    @Test
    void aSocksProxyThatWantsToKnowWhoAsks() throws Exception {
        try (ServerSocket socks = answering(new byte[] {5, 2}, new byte[] {1, 1})) {
            assertThat(kindOf(client().proxy(proxy(socks)), socks.getLocalPort()))
                    .isEqualTo(FailureKind.PROXY_LOGIN);
        }
    }

    @Test
    void aPortThatNobodyListensAt() throws Exception {
        server.start();
        server.close();

        assertThat(kindOf(client())).isEqualTo(FailureKind.UNREACHABLE);
    }

    private static Proxy proxy(ServerSocket socks) {
        return new Proxy(Proxy.Type.SOCKS, new InetSocketAddress(socks.getInetAddress(), socks.getLocalPort()));
    }

    /** A server that gives these answers, whatever it is told. */
    private static ServerSocket answering(byte[]... answers) throws IOException {
        ServerSocket entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> {
            try (Socket client = entry.accept()) {
                for (byte[] answer : answers) {
                    client.getInputStream().read(new byte[1024]);
                    client.getOutputStream().write(answer);
                }
                client.getInputStream().read(new byte[1024]);
            } catch (IOException e) {
                // The client has gone.
            }
        });
        thread.setDaemon(true);
        thread.start();
        return entry;
    }

    private static SSLSocketFactory speaking(String version) {
        SSLSocketFactory factory = new HandshakeCertificates.Builder()
                .heldCertificate(TRUSTED)
                .build()
                .sslSocketFactory();
        return new OneVersion(factory, version);
    }

    private static HeldCertificate certificate(Consumer<HeldCertificate.Builder> more) {
        HeldCertificate.Builder builder = new HeldCertificate.Builder().addSubjectAlternativeName("localhost");
        more.accept(builder);
        return builder.build();
    }

    private FailureKind kindOf(HeldCertificate ofTheServer) throws IOException {
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(ofTheServer)
                .build()
                .sslSocketFactory());
        server.start();
        return kindOf(client());
    }

    private FailureKind kindOfTrusted(HeldCertificate ofTheServer) throws IOException {
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(ofTheServer)
                .build()
                .sslSocketFactory());
        server.start();
        return kindOf(client(ofTheServer));
    }

    private static OkHttpClient.Builder client() {
        return client(TRUSTED);
    }

    private static OkHttpClient.Builder client(HeldCertificate trusted) {
        HandshakeCertificates certificates = new HandshakeCertificates.Builder()
                .addTrustedCertificate(trusted.certificate())
                .build();
        return new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .sslSocketFactory(certificates.sslSocketFactory(), certificates.trustManager());
    }

    private FailureKind kindOf(OkHttpClient.Builder client) {
        return kindOf(client, server.getPort());
    }

    private static FailureKind kindOf(OkHttpClient.Builder client, int port) {
        Request request =
                new Request.Builder().url("https://localhost:" + port + "/").build();
        IOException failure = catchThrowableOfType(
                IOException.class, () -> client.build().newCall(request).execute());
        return Failures.kindOf(failure);
    }
}
