package dev.connectioncheck.internal.call;

import dev.connectioncheck.internal.wire.Attempt;
import dev.connectioncheck.internal.wire.CallLimits;
import dev.connectioncheck.internal.wire.Libraries;
import dev.connectioncheck.internal.wire.Transport;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Objects;

/** Puts into words why a request has no answer, and what the user can do; nothing secret, and no words of others. */
public final class Failures {
    private final String host;
    private final CallLimits limits;

    public Failures(Transport transport) {
        this.host = transport.baseUrl().host();
        this.limits = transport.limits();
    }

    /** Returns the kind of a failure. */
    public static FailureKind kindOf(IOException failure) {
        return FailureSigns.kindOf(failure);
    }

    /** Tells whether the request surely was not processed, so that sending it again does it no second time. */
    public static boolean wasNotProcessed(IOException failure, Attempt attempt) {
        return !attempt.wasSent() || kindOf(failure) == FailureKind.REFUSED_STREAM;
    }

    /**
     * Tells whether a kept connection broke, which the server may have closed at any time: the request that finds out
     * deserves a new one at once.
     */
    public static boolean mayBeStaleConnection(IOException failure, Attempt attempt) {
        return attempt.wasSent()
                && attempt.wentOverKeptConnection()
                && (failure instanceof SocketException || kindOf(failure) == FailureKind.OTHER);
    }

    /** Describes a failure in sentences: what happened, whether it was sent if that is known, and what helps. */
    public String describe(IOException failure, Attempt attempt) {
        FailureKind kind = attempt.nanosLeft() <= 0 ? FailureKind.TIMED_OUT : kindOf(failure);
        String what = kind == FailureKind.TIMED_OUT ? timedOut(failure, attempt) : describe(kind, failure, attempt);
        boolean toldAlready = kind == FailureKind.TIMED_OUT || kind == FailureKind.WRONG_ORIGIN;
        return attempt.wasSent() || toldAlready ? what : what + " It was not sent.";
    }

    private String describe(FailureKind kind, IOException failure, Attempt attempt) {
        return switch (kind) {
            case NO_KEY, SAME_KEY, TOO_LONG, WRONG_ORIGIN ->
                Objects.requireNonNull(
                        FailureSigns.match(kind, failure).orElse(failure).getMessage(),
                        "our own exceptions have a message");
            case LIBRARIES -> Libraries.mixed();
            case CERTIFICATE_DATE ->
                "The certificate of " + host
                        + " has expired, or is not valid yet; check this machine's clock, and tell who runs the server.";
            case CERTIFICATE_NAME ->
                "The certificate of the server is not for " + host + "; check the base URL, and what stands between.";
            case CERTIFICATE_TRUST ->
                "The certificate of " + host
                        + " is not trusted; check the base URL, or give httpClient(...) with your own trust.";
            case CLIENT_CERTIFICATE ->
                host + " wants a certificate of the client, or another one (mutual TLS);"
                        + " give httpClient(...) one with it.";
            case NO_TLS ->
                "What answers at " + host + " does not speak TLS; check the scheme and the port of the base URL.";
            case TLS_HANDSHAKE ->
                host + " and this program do not agree on TLS: they have no version or cipher in common, or it wants a"
                        + " certificate of the client; give httpClient(...) other connection specs, or one with it.";
            case PROXY_LOGIN ->
                "The proxy wants a user and a password, or others; give httpClient(...) a proxyAuthenticator.";
            case PROXY_REFUSAL -> "The proxy does not let requests through to " + host + "; check its rules.";
            case PROXY_TROUBLE -> "The proxy could not connect to " + host + "; see the cause.";
            case UNKNOWN_HOST -> unknownHost(failure);
            case NO_THREAD -> "No thread could be made for it; the process is at its limit of threads or memory.";
            case REJECTED -> limits.rejected();
            case TOO_MANY_FILES -> "The process has too many open files; raise its limit, or check less at a time.";
            case REFUSED_STREAM -> "The server refused it without processing it, as when it restarts.";
            case UNREACHABLE -> "Nothing accepts connections at " + host + "; check the base URL and the network.";
            case TIMED_OUT, OTHER -> other(failure, attempt);
        };
    }

    private String unknownHost(IOException failure) {
        String told = String.valueOf(FailureSigns.match(FailureKind.UNKNOWN_HOST, failure)
                .orElse(failure)
                .getMessage());
        if (told.contains("took too long")) {
            return "The look-up of the name " + host + " took too long; check the network, or raise connectTimeout.";
        }
        return told.contains(host)
                ? "The name " + host + " can't be resolved; check the base URL and the network."
                : "A name on the way to " + host + " can't be resolved, such as the proxy's; see the cause.";
    }

    private static String other(IOException failure, Attempt attempt) {
        if (mayBeStaleConnection(failure, attempt)) {
            return "The connection, kept from an earlier answer, was closed by the server; it may have been processed.";
        }
        if (failure instanceof EOFException || failure.getCause() instanceof EOFException) {
            return "The server closed the connection without a complete answer.";
        }
        return "The connection failed (" + failure.getClass().getSimpleName() + "); see the cause.";
    }

    private String timedOut(IOException failure, Attempt attempt) {
        String after = " within " + inWords(attempt.age());
        return switch (attempt.phase()) {
            case QUEUED ->
                "It was not sent: it waited " + inWords(attempt.age()) + " for its turn. " + limits.reached();
            case CONNECTING ->
                "It was not sent: there was no connection to " + host + after
                        + ", name look-up, proxy and TLS included; check the network, or raise "
                        + (failure instanceof SocketTimeoutException ? "connectTimeout." : "attemptTimeout.");
            case SENT -> "There was no complete answer" + after + "; check the network, or raise attemptTimeout.";
        };
    }

    /** To the tenth of a second, as people say it. */
    public static String inWords(Duration time) {
        long tenths = Math.max(0, time.plusMillis(50).toMillis() / 100);
        return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + " s";
    }
}
