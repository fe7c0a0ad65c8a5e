package dev.connectioncheck.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.http.Pace;
import dev.connectioncheck.http.VendorProfile;
import dev.connectioncheck.internal.wire.AnswerTooLongException;
import dev.connectioncheck.internal.wire.Attempt;
import dev.connectioncheck.internal.wire.AttemptBounds;
import dev.connectioncheck.internal.wire.BaseUrl;
import dev.connectioncheck.internal.wire.BrokenCallException;
import dev.connectioncheck.internal.wire.Credential;
import dev.connectioncheck.internal.wire.SameKeyException;
import dev.connectioncheck.internal.wire.Transport;
import dev.connectioncheck.internal.wire.UnusableKeyException;
import dev.connectioncheck.internal.wire.WrongOriginException;
import dev.connectioncheck.sandbox.VirtualTime;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.UnknownServiceException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Dispatcher;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.internal.http2.ConnectionShutdownException;
import okhttp3.internal.http2.ErrorCode;
import okhttp3.internal.http2.StreamResetException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Exceptions as the JDK (17, 25) and OkHttp (4.12, 5) throw them, what they are taken for, and what is said of them.
 */
class FailuresTest {
    private final VirtualTime time = new VirtualTime();
    private final Attempt attempt = new Attempt(
            new AttemptBounds(
                    time,
                    0,
                    Duration.ofMinutes(5).toNanos(),
                    Duration.ofSeconds(30).toNanos(),
                    false),
            null);

    static Stream<Arguments> failures() {
        return Stream.of(
                failure(FailureKind.NO_KEY, new UnusableKeyException("There is none."), "There is none."),
                failure(FailureKind.SAME_KEY, new SameKeyException(), "gave the refused key again"),
                failure(FailureKind.TOO_LONG, new AnswerTooLongException(200, Optional.empty()), "longer than 4 MiB"),
                failure(FailureKind.WRONG_ORIGIN, new WrongOriginException(), "another origin"),
                failure(
                        FailureKind.LIBRARIES,
                        BrokenCallException.of(new NoSuchMethodError("'okhttp3.Headers okhttp3.Headers.of()'")),
                        "is built with OkHttp"),
                failure(
                        FailureKind.CERTIFICATE_DATE,
                        handshake("PKIX path validation failed", new CertificateExpiredException("NotAfter: 2025")),
                        "has expired"),
                failure(
                        FailureKind.CERTIFICATE_NAME,
                        new SSLPeerUnverifiedException("Hostname api.toy.test not verified:"),
                        "is not for api.toy.test"),
                failure(
                        FailureKind.CERTIFICATE_NAME,
                        handshake("No name", new CertificateException("No name matching api.toy.test found")),
                        "is not for api.toy.test"),
                failure(
                        FailureKind.CERTIFICATE_TRUST,
                        handshake("PKIX path building failed", new CertificateException("unable to find valid path")),
                        "is not trusted"),
                failure(
                        FailureKind.CERTIFICATE_TRUST,
                        new SSLPeerUnverifiedException("Certificate pinning failure!"),
                        "is not trusted"),
                failure(
                        FailureKind.CLIENT_CERTIFICATE,
                        new SSLHandshakeException("(certificate_required) Received fatal alert: certificate_required"),
                        "wants a certificate of the client"),
                failure(
                        FailureKind.CLIENT_CERTIFICATE,
                        new SSLHandshakeException("Received fatal alert: bad_certificate"),
                        "mutual TLS"),
                failure(
                        FailureKind.NO_TLS,
                        new SSLException("Unsupported or unrecognized SSL message"),
                        "does not speak TLS"),
                failure(
                        FailureKind.TLS_HANDSHAKE,
                        new SSLHandshakeException("Received fatal alert: protocol_version"),
                        "do not agree on TLS"),
                failure(
                        FailureKind.TLS_HANDSHAKE,
                        new SSLHandshakeException("(handshake_failure) Received fatal alert: handshake_failure"),
                        "do not agree on TLS"),
                failure(
                        FailureKind.TLS_HANDSHAKE,
                        new SSLHandshakeException(
                                "The server selected protocol version TLS10 is not accepted by client preferences"),
                        "do not agree on TLS"),
                failure(
                        FailureKind.TLS_HANDSHAKE,
                        new UnknownServiceException("Unable to find acceptable protocols."),
                        "do not agree on TLS"),
                failure(
                        FailureKind.PROXY_LOGIN,
                        new IOException("Failed to authenticate with proxy"),
                        "a proxyAuthenticator"),
                failure(
                        FailureKind.PROXY_LOGIN,
                        new SocketException("SOCKS : authentication failed"),
                        "The proxy wants a user"),
                failure(
                        FailureKind.PROXY_REFUSAL,
                        new IOException("Unexpected response code for CONNECT: 403"),
                        "does not let requests through"),
                failure(
                        FailureKind.PROXY_TROUBLE,
                        new IOException("Unexpected response code for CONNECT: 503"),
                        "could not connect to api.toy.test"),
                failure(
                        FailureKind.PROXY_TROUBLE,
                        new SocketException("SOCKS: Host unreachable"),
                        "could not connect to api.toy.test"),
                failure(
                        FailureKind.UNKNOWN_HOST,
                        new UnknownHostException("api.toy.test: Name or service not known"),
                        "The name api.toy.test can't be resolved"),
                failure(
                        FailureKind.UNKNOWN_HOST,
                        new UnknownHostException("proxy.corp"),
                        "A name on the way to api.toy.test can't be resolved"),
                failure(
                        FailureKind.UNKNOWN_HOST,
                        new UnknownHostException("api.toy.test: the look-up took too long"),
                        "took too long"),
                failure(
                        FailureKind.NO_THREAD,
                        BrokenCallException.of(new OutOfMemoryError("unable to create native thread")),
                        "No thread could be made"),
                failure(
                        FailureKind.REJECTED,
                        (IOException) new InterruptedIOException("executor rejected")
                                .initCause(new RejectedExecutionException()),
                        "The executor of the given httpClient(...) takes no more calls"),
                failure(
                        FailureKind.TOO_MANY_FILES,
                        new SocketException("Too many open files"),
                        "too many open files; raise its limit"),
                failure(
                        FailureKind.REFUSED_STREAM,
                        new StreamResetException(ErrorCode.REFUSED_STREAM),
                        "refused it without processing it"),
                failure(
                        FailureKind.REFUSED_STREAM,
                        new ConnectionShutdownException(),
                        "refused it without processing it"),
                failure(
                        FailureKind.UNREACHABLE,
                        new ConnectException("Failed to connect to api.toy.test/10.0.0.1:443"),
                        "Nothing accepts connections at api.toy.test"),
                failure(
                        FailureKind.OTHER,
                        handshake("Remote host terminated the handshake", new EOFException()),
                        "closed the connection without a complete answer"),
                failure(FailureKind.OTHER, new StreamResetException(ErrorCode.INTERNAL_ERROR), "StreamResetException"),
                failure(FailureKind.OTHER, new IOException((String) null), "The connection failed (IOException)"));
    }

    private static Arguments failure(FailureKind kind, IOException failure, String words) {
        return Arguments.of(kind, failure, words);
    }

    private static SSLHandshakeException handshake(String message, Throwable cause) {
        SSLHandshakeException failure = new SSLHandshakeException(message);
        failure.initCause(cause);
        return failure;
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureIsTakenForWhatItIsAndSaidSo(FailureKind kind, IOException failure, String words) {
        assertThat(Failures.kindOf(failure)).isEqualTo(kind);
        assertThat(describe(failure)).contains(words).matches("(?s)[A-Za-z].*\\.");
    }

    @ParameterizedTest
    @MethodSource("failures")
    void thatNothingWasSentIsSaid(FailureKind kind, IOException failure, String words) {
        String told = describe(failure);
        attempt.markSent();

        assertThat(told).containsOnlyOnce("not sent");
        if (kind != FailureKind.WRONG_ORIGIN) {
            assertThat(describe(failure)).contains(words).doesNotContain("not sent");
        }
    }

    @Test
    void whatIsWrongAndStaysSoIsNotTriedAgain() {
        assertThat(Stream.of(FailureKind.values()).filter(kind -> !kind.mayPass()))
                .containsExactly(
                        FailureKind.NO_KEY,
                        FailureKind.SAME_KEY,
                        FailureKind.TOO_LONG,
                        FailureKind.WRONG_ORIGIN,
                        FailureKind.LIBRARIES,
                        FailureKind.CERTIFICATE_DATE,
                        FailureKind.CERTIFICATE_NAME,
                        FailureKind.CERTIFICATE_TRUST,
                        FailureKind.CLIENT_CERTIFICATE,
                        FailureKind.NO_TLS,
                        FailureKind.TLS_HANDSHAKE,
                        FailureKind.PROXY_LOGIN,
                        FailureKind.PROXY_REFUSAL);
    }

    @Test
    void whatWaitedForItsTurnIsToldWhichLimitHeldIt() {
        time.advance(Duration.ofMinutes(5));

        assertThat(describe(new InterruptedIOException("timeout")))
                .isEqualTo("It was not sent: it waited 300 s for its turn. The dispatcher of the given httpClient(...)"
                        + " has at most 5 calls to a host, and 64 in all, in flight; raise its limits, or begin fewer"
                        + " checks at a time.");
        assertThat(new Failures(transport(false)).describe(new InterruptedIOException("timeout"), attempt))
                .contains("This client has at most 64 calls in flight; raise maxCallsInFlight");
    }

    @Test
    void whatGotNoConnectionInTimeIsToldSoAndHowLongItWas() {
        time.advance(Duration.ofSeconds(100));
        attempt.markDispatched();
        time.advance(Duration.ofMillis(30_040));

        assertThat(describe(new IOException("Canceled")))
                .startsWith("It was not sent: there was no connection to api.toy.test within 30 s,")
                .endsWith("or raise attemptTimeout.");
    }

    @Test
    void whatTookTooLongToConnectIsToldByWhichTimeOut() {
        attempt.markDispatched();
        time.advance(Duration.ofMillis(10_050));

        assertThat(describe(new SocketTimeoutException("Connect timed out")))
                .startsWith("It was not sent: there was no connection to api.toy.test within 10.1 s,")
                .endsWith("or raise connectTimeout.");
    }

    @Test
    void whatHadNoAnswerInTimeIsToldHowLongItWas() {
        attempt.markSent();
        time.advance(Duration.ofSeconds(30));

        assertThat(describe(new InterruptedIOException("timeout")))
                .isEqualTo("There was no complete answer within 30 s; check the network, or raise attemptTimeout.");
    }

    @Test
    void whatFailsAtTheVeryEndOfItsTimeIsToldHowLongItWas() {
        attempt.markSent();
        time.advance(Duration.ofSeconds(30));

        assertThat(describe(new IOException("Canceled"))).startsWith("There was no complete answer within 30 s;");
    }

    @Test
    void aKeptConnectionThatTheServerClosedIsCalledSo() {
        attempt.markKeptConnection();
        attempt.markSent();
        IOException closed =
                new IOException("unexpected end of stream on https://api.toy.test/...", new EOFException());

        assertThat(Failures.mayBeStaleConnection(closed, attempt)).isTrue();
        assertThat(describe(closed)).contains("kept from an earlier answer", "may have been processed");
        assertThat(Failures.mayBeStaleConnection(new SocketException("Broken pipe"), attempt))
                .isTrue();
        assertThat(Failures.mayBeStaleConnection(new InterruptedIOException("timeout"), attempt))
                .isFalse();
    }

    @Test
    void aNewConnectionThatBreaksIsNoStaleOne() {
        attempt.markSent();
        IOException closed = new IOException("unexpected end of stream", new EOFException());

        assertThat(Failures.mayBeStaleConnection(closed, attempt)).isFalse();
        assertThat(describe(closed)).isEqualTo("The server closed the connection without a complete answer.");
    }

    @Test
    void whatWasSentMayHaveBeenProcessedUnlessTheServerSaysNo() {
        assertThat(Failures.wasNotProcessed(new IOException("reset"), attempt)).isTrue();

        attempt.markSent();

        assertThat(Failures.wasNotProcessed(new IOException("reset"), attempt)).isFalse();
        assertThat(Failures.wasNotProcessed(new StreamResetException(ErrorCode.CANCEL), attempt))
                .isFalse();
        assertThat(Failures.wasNotProcessed(new StreamResetException(ErrorCode.REFUSED_STREAM), attempt))
                .isTrue();
        assertThat(Failures.wasNotProcessed(new ConnectionShutdownException(), attempt))
                .isTrue();
    }

    @Test
    void aCircleOfCausesEnds() {
        IOException one = new IOException("one");
        IOException other = new IOException("other", one);
        one.initCause(other);

        assertThat(Failures.kindOf(one)).isEqualTo(FailureKind.OTHER);
    }

    private String describe(IOException failure) {
        return new Failures(transport(true)).describe(failure, attempt);
    }

    private Transport transport(boolean lent) {
        return new Transport(
                VendorProfile.builder("toy", "https://api.toy.test").build(),
                BaseUrl.parse("https://api.toy.test", ""),
                Credential.fixed("X-Key", "", "key"),
                Headers.of(),
                new OkHttpClient.Builder().dispatcher(new Dispatcher()).build(),
                lent,
                Duration.ofSeconds(30),
                time,
                Pace.unlimited());
    }
}
