package dev.connectioncheck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

class SandboxTest {
    @Test
    void everyVendorHasItsOwnOriginAndKey() {
        try (Sandbox sandbox = Sandbox.start()) {
            List<VendorSandbox> vendors =
                    List.of(sandbox.squared(), sandbox.unstructured(), sandbox.datafold(), sandbox.artie());

            assertThat(vendors.stream().map(VendorSandbox::baseUrl)).doesNotHaveDuplicates();
            assertThat(vendors.stream().map(VendorSandbox::apiKey)).doesNotHaveDuplicates();
            assertThat(sandbox.artie().baseUrl())
                    .isEqualTo(sandbox.artie().baseUrl())
                    .matches("http://127.0.0.1:\\d+");
        }
    }

    @Test
    void keysDifferFromSandboxToSandbox() {
        try (Sandbox one = Sandbox.start();
                Sandbox other = Sandbox.start()) {
            assertThat(one.artie().apiKey())
                    .startsWith("arsk_")
                    .isNotEqualTo(other.artie().apiKey());
        }
    }

    @Test
    void requestsAreRecordedAsSentRefusedOnesIncluded() {
        ManualTime time = new ManualTime();
        try (Sandbox sandbox = Sandbox.builder().time(time).build()) {
            time.pass(Duration.ofSeconds(7));
            new Caller(sandbox.datafold(), "Authorization", "Key nobody", "X-Twice", "a", "X-Twice", "b")
                    .post("/api/v1/data_sources/1%2F2/test?q=1", "{\"é\":1}");

            SandboxRequest request = sandbox.datafold().requests().get(0);
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo("/api/v1/data_sources/1%2F2/test?q=1");
            assertThat(request.body()).isEqualTo("{\"é\":1}");
            assertThat(request.receivedAt()).isEqualTo(Instant.parse("2026-01-01T00:00:07Z"));
            assertThat(request.header("authorization")).contains("Key nobody");
            assertThat(request.header("absent")).isEmpty();
            assertThat(request.headers().stream()
                            .filter(header -> header.is("x-twice"))
                            .map(Header::value))
                    .containsExactly("a", "b");
        }
    }

    @Test
    void requestsCanBeListedAndForgottenPerVendorAndForAll() {
        ManualTime time = new ManualTime();
        try (Sandbox sandbox = Sandbox.builder().time(time).build()) {
            new Caller(sandbox.artie()).get("/first");
            time.pass(Duration.ofSeconds(1));
            new Caller(sandbox.squared()).get("/second");

            assertThat(sandbox.requests().stream().map(SandboxRequest::path)).containsExactly("/first", "/second");
            sandbox.artie().clearRequests();
            assertThat(sandbox.requests().stream().map(SandboxRequest::path)).containsExactly("/second");
            sandbox.clearRequests();
            assertThat(sandbox.requests()).isEmpty();
        }
    }

    @Test
    void closingEndsHangingAnswersWithoutAVerdictAndLeavesNoThread() throws Exception {
        Set<Thread> before = threads();
        List<CompletableFuture<HttpResponse<String>>> hanging;
        try (Sandbox sandbox = Sandbox.start()) {
            hanging = Stream.of(
                            Behavior.neverEnds(),
                            Behavior.passes().after(Duration.ofHours(1)),
                            Behavior.passes().at(Phase.START, Fault.silentBeforeHeaders()),
                            Behavior.passes().at(Phase.START, Fault.silentInsideBody()),
                            Behavior.passes().at(Phase.START, Fault.byteASecond()))
                    .map(behavior -> Caller.artie(sandbox)
                            .postLater(
                                    "/connectors/ping",
                                    Map.of(
                                            "type",
                                            "postgresql",
                                            "sharedConfig",
                                            sandbox.artie().unsaved(behavior))))
                    .toList();
            while (sandbox.requests().size() < hanging.size()) {
                Thread.onSpinWait();
            }
        }

        for (CompletableFuture<HttpResponse<String>> answer : hanging) {
            assertThatThrownBy(() -> answer.get(5, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(IOException.class);
        }
        for (Thread thread : threads()) {
            if (!before.contains(thread)) {
                thread.join(5000);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    @Test
    void aClosedSandboxHasNoAddressAndCanBeClosedAgain() {
        Sandbox sandbox = Sandbox.start();
        sandbox.close();
        sandbox.close();

        assertThatIllegalStateException()
                .isThrownBy(() -> sandbox.squared().baseUrl())
                .withMessageContaining("closed");
    }

    @Test
    void httpsIsServedForLocalhostAndFaultsWorkThroughIt() throws Exception {
        HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .build();
        HandshakeCertificates server =
                new HandshakeCertificates.Builder().heldCertificate(certificate).build();
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(certificate.certificate())
                .build();
        OkHttpClient client = new OkHttpClient.Builder()
                .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                .retryOnConnectionFailure(false)
                .build();

        try (Sandbox sandbox = Sandbox.builder().tls(server.sslContext()).build()) {
            Request request = artie(sandbox, Behavior.passes());
            try (Response response = client.newCall(request).execute()) {
                assertThat(request.url().toString()).startsWith("https://localhost:");
                assertThat(response.code()).isEqualTo(200);
            }
            // Headers that bypassed the encryption would be a TLS error instead of too many headers.
            Request flooded = artie(sandbox, Behavior.passes().at(Phase.READ, Fault.endlessHeaders()));
            assertThatThrownBy(() -> client.newCall(flooded).execute())
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(SSLException.class);
        } finally {
            client.connectionPool().evictAll();
        }
    }

    @Test
    void aCheckCannotEndBeforeItStarts() {
        assertThatIllegalArgumentException().isThrownBy(() -> Behavior.passes().after(Duration.ofSeconds(-1)));
    }

    private static Request artie(Sandbox sandbox, Behavior behavior) {
        return new Request.Builder()
                .url(sandbox.artie().baseUrl() + "/connectors/"
                        + sandbox.artie().saved(behavior))
                .header("Authorization", "Bearer " + sandbox.artie().apiKey())
                .build();
    }

    private static Set<Thread> threads() {
        Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
        threads.removeIf(thread -> !thread.getName().startsWith("MockWebServer"));
        return threads;
    }
}
