package dev.connectioncheck.internal.call;

import dev.connectioncheck.http.Resend;
import dev.connectioncheck.internal.wire.Answer;
import dev.connectioncheck.internal.wire.AnswerTooLongException;
import dev.connectioncheck.internal.wire.Attempt;
import dev.connectioncheck.internal.wire.UnusableKeyException;
import dev.connectioncheck.internal.wire.WrongOriginException;
import dev.connectioncheck.time.TimeSource;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Knows which trouble tends to pass, what may be sent again after it, and when. */
public final class Retries {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final double JITTER = 0.25;

    /** A vendor that asks for more patience than this is asked again all the same. */
    static final Duration LONGEST_RETRY_AFTER = Duration.ofMinutes(2);

    private Retries() {}

    /** Tells whether the same request may well succeed later. */
    static boolean tendsToPass(int status) {
        return isRefusal(status) || status == 408 || status == 500 || status == 502 || status == 503 || status == 504;
    }

    private static boolean isRefusal(int status) {
        return status == 425 || status == 429;
    }

    static boolean tendsToPass(IOException failure) {
        return !(failure instanceof UnusableKeyException
                || failure instanceof AnswerTooLongException
                || failure instanceof WrongOriginException
                || isDistrust(failure));
    }

    static boolean isDistrust(Throwable failure) {
        return failure instanceof SSLPeerUnverifiedException
                || failure instanceof CertificateException
                || (failure.getCause() != null && isDistrust(failure.getCause()));
    }

    /** Returns the pause before the request may be sent again; empty if it must not be. */
    static OptionalLong afterAnswer(Answer answer, Resend resend, int sends, TimeSource time) {
        boolean allowed = isRefusal(answer.status()) ? resend.afterRefusal() : resend.afterFailure();
        if (!allowed || !tendsToPass(answer.status())) {
            return OptionalLong.empty();
        }
        Duration asked = capped(answer.retryAfter(time.now()).orElse(Duration.ZERO));
        return OptionalLong.of(Math.max(asked.toNanos(), growing(sends)));
    }

    /** Returns the pause before the request may be sent again; empty if it must not be. */
    static OptionalLong afterFailure(IOException failure, Attempt attempt, Resend resend, int sends) {
        boolean allowed = !attempt.wasSent() || resend.afterFailure();
        if (!allowed || !tendsToPass(failure)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(mayBeStaleConnection(failure, attempt, sends) ? 0 : growing(sends));
    }

    /** A server may close a kept connection at any time; the first request to find out deserves another at once. */
    private static boolean mayBeStaleConnection(IOException failure, Attempt attempt, int sends) {
        return sends == 1 && attempt.wasSent() && !(failure instanceof InterruptedIOException);
    }

    public static Duration capped(Duration retryAfter) {
        return retryAfter.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : retryAfter;
    }

    /** Returns the pause after the nth send: doubled each time, jittered downward. */
    static long growing(int sends) {
        long doubled = FIRST_PAUSE.toNanos() << Math.min(sends - 1, 20);
        long pause = Math.min(doubled, LONGEST_PAUSE.toNanos());
        return pause - (long) (pause * JITTER * ThreadLocalRandom.current().nextDouble());
    }
}
