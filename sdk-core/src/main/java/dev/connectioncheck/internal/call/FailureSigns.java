package dev.connectioncheck.internal.call;

import dev.connectioncheck.internal.wire.AnswerTooLongException;
import dev.connectioncheck.internal.wire.SameKeyException;
import dev.connectioncheck.internal.wire.UnusableKeyException;
import dev.connectioncheck.internal.wire.WrongOriginException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.UnknownServiceException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * By what the kinds of failure are recognised: the first kind that fits an exception or one of its causes.
 *
 * <p>The JDK and OkHttp tell many of them apart by their words alone. Words that change turn a kind into
 * {@link FailureKind#OTHER}, which is retried and refers to its cause: less helpful, and never wrong.
 */
final class FailureSigns {
    private static final int MOST_CAUSES = 20;
    private static final Map<FailureKind, Predicate<Throwable>> SIGNS = signs();

    private FailureSigns() {}

    private static Map<FailureKind, Predicate<Throwable>> signs() {
        Map<FailureKind, Predicate<Throwable>> signs = new EnumMap<>(FailureKind.class);
        signs.put(FailureKind.NO_KEY, UnusableKeyException.class::isInstance);
        signs.put(FailureKind.SAME_KEY, SameKeyException.class::isInstance);
        signs.put(FailureKind.TOO_LONG, AnswerTooLongException.class::isInstance);
        signs.put(FailureKind.WRONG_ORIGIN, WrongOriginException.class::isInstance);
        signs.put(FailureKind.LIBRARIES, says(LinkageError.class, "okhttp3", "okio", "kotlin"));
        signs.put(
                FailureKind.CERTIFICATE_DATE,
                e -> e instanceof CertificateExpiredException
                        || e instanceof CertificateNotYetValidException
                        || says(SSLException.class, "certificate_expired").test(e));
        signs.put(
                FailureKind.CERTIFICATE_NAME,
                says(SSLPeerUnverifiedException.class, "hostname ")
                        .or(says(CertificateException.class, "no subject alternative", "no name matching"))
                        .or(says(SSLException.class, "unrecognized_name")));
        signs.put(
                FailureKind.CERTIFICATE_TRUST,
                e -> e instanceof CertificateException || e instanceof SSLPeerUnverifiedException);
        signs.put(
                FailureKind.CLIENT_CERTIFICATE,
                says(
                        SSLException.class,
                        "certificate_required",
                        "bad_certificate",
                        "certificate_unknown",
                        "unknown_ca"));
        signs.put(
                FailureKind.NO_TLS,
                says(SSLException.class, "unsupported or unrecognized ssl message", "not an ssl/tls record"));
        signs.put(
                FailureKind.TLS_HANDSHAKE,
                says(
                                SSLException.class,
                                "protocol_version",
                                "handshake_failure",
                                "insufficient_security",
                                "inappropriate_fallback",
                                "no appropriate protocol",
                                "not accepted by client preferences")
                        .or(says(UnknownServiceException.class, "acceptable protocols", "cleartext")));
        signs.put(
                FailureKind.PROXY_LOGIN,
                says(IOException.class, "failed to authenticate with proxy", "socks : authentication failed"));
        signs.put(
                FailureKind.PROXY_REFUSAL,
                says(
                        IOException.class,
                        "response code for connect: 400",
                        "response code for connect: 401",
                        "response code for connect: 403",
                        "response code for connect: 404",
                        "response code for connect: 405",
                        "response code for connect: 501",
                        "connection not allowed by ruleset"));
        signs.put(
                FailureKind.PROXY_TROUBLE,
                says(IOException.class, "response code for connect", "socks server", "socks: ", "socks : "));
        signs.put(FailureKind.UNKNOWN_HOST, UnknownHostException.class::isInstance);
        signs.put(FailureKind.NO_THREAD, says(OutOfMemoryError.class, "thread"));
        signs.put(
                FailureKind.REJECTED,
                e -> e instanceof RejectedExecutionException
                        || says(InterruptedIOException.class, "executor rejected")
                                .test(e));
        signs.put(FailureKind.TOO_MANY_FILES, says(IOException.class, "too many open files"));
        signs.put(
                FailureKind.REFUSED_STREAM,
                e -> named(e, "ConnectionShutdownException")
                        || (named(e, "StreamResetException")
                                && says(IOException.class, "refused_stream").test(e)));
        signs.put(FailureKind.UNREACHABLE, ConnectException.class::isInstance);
        signs.put(FailureKind.TIMED_OUT, InterruptedIOException.class::isInstance);
        signs.put(FailureKind.OTHER, e -> true);
        return signs;
    }

    /** Returns the kind of a failure. */
    static FailureKind kindOf(IOException failure) {
        return SIGNS.keySet().stream()
                .filter(kind -> match(kind, failure).isPresent())
                .findFirst()
                .orElse(FailureKind.OTHER);
    }

    /** Returns the exception that makes a failure one of a kind. */
    static Optional<Throwable> match(FailureKind kind, Throwable failure) {
        Predicate<Throwable> sign = Objects.requireNonNull(SIGNS.get(kind), "every kind has a sign");
        Throwable each = failure;
        for (int depth = 0; each != null && depth < MOST_CAUSES; depth++) {
            if (sign.test(each)) {
                return Optional.of(each);
            }
            each = each.getCause();
        }
        return Optional.empty();
    }

    private static Predicate<Throwable> says(Class<? extends Throwable> type, String... words) {
        return thrown -> {
            String message = String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT);
            return type.isInstance(thrown) && List.of(words).stream().anyMatch(message::contains);
        };
    }

    /** By name, since the classes are OkHttp's own affair, and may be moved into another package by who shades it. */
    private static boolean named(Throwable thrown, String simpleName) {
        return thrown.getClass().getSimpleName().equals(simpleName);
    }
}
