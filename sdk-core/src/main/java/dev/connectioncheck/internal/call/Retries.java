package dev.connectioncheck.internal.call;

import dev.connectioncheck.http.Resend;
import dev.connectioncheck.internal.wire.Answer;
import dev.connectioncheck.internal.wire.Attempt;
import dev.connectioncheck.time.TimeSource;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;

/** Knows which trouble tends to pass, what may be retried after it, and when. */
public final class Retries {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final double JITTER = 0.25;
    private static final int ATTEMPTS_IF_REFUSED = 10;

    /** A vendor that asks for more patience than this is asked again all the same. */
    static final Duration LONGEST_RETRY_AFTER = Duration.ofMinutes(2);

    private Retries() {}

    /** Tells whether the same request may well succeed later. */
    static boolean tendsToPass(int status) {
        return isRefusal(status) || status == 408 || status == 500 || status == 502 || status == 503 || status == 504;
    }

    /**
     * Tells whether an answer says that the vendor has not begun what was asked for: any error but those of a server.
     */
    static boolean saysNotTaken(int status) {
        return status >= 300 && status < 500 && status != 408;
    }

    private static boolean isRefusal(int status) {
        return status == 425 || status == 429;
    }

    /** Tells whether the same request may well get an answer later. */
    static boolean tendsToPass(IOException failure) {
        return Failures.kindOf(failure).mayPass();
    }

    /**
     * Returns how often a call is sent at most that has no more patience than one: after a failure that says that the
     * server did not even look at it, more often than after others. A server that ends its connections every hundred
     * requests, and is asked by many at once, refuses some requests several times.
     */
    static int mostAttempts(IOException failure) {
        return Failures.kindOf(failure) == FailureKind.REFUSED_STREAM
                ? ATTEMPTS_IF_REFUSED
                : CallBudget.ATTEMPTS_OF_A_CALL;
    }

    /** Returns the pause before the request is retried; empty if it must not be. */
    static OptionalLong afterAnswer(Answer answer, Resend resend, int attempts, TimeSource time) {
        boolean allowed = isRefusal(answer.status()) ? resend.afterRefusal() : resend.afterFailure();
        if (!allowed || !tendsToPass(answer.status())) {
            return OptionalLong.empty();
        }
        Duration asked = capped(answer.retryAfter(time.now()).orElse(Duration.ZERO));
        return OptionalLong.of(Math.max(asked.toNanos(), backoff(attempts)));
    }

    /** Returns the pause before the request is retried; empty if it must not be. */
    static OptionalLong afterFailure(IOException failure, Attempt attempt, Resend resend, int attempts) {
        boolean allowed = Failures.wasNotProcessed(failure, attempt) || resend.afterFailure();
        if (!allowed || !tendsToPass(failure)) {
            return OptionalLong.empty();
        }
        if (Failures.kindOf(failure) == FailureKind.REFUSED_STREAM) {
            return OptionalLong.of(attempts == 1 ? 0 : backoff(attempts - 1));
        }
        return OptionalLong.of(mayBeStaleConnection(failure, attempt, attempts) ? 0 : backoff(attempts));
    }

    /** A server may close a kept connection at any time; the first request to find out deserves another at once. */
    private static boolean mayBeStaleConnection(IOException failure, Attempt attempt, int attempts) {
        return attempts == 1 && attempt.wasSent() && !(failure instanceof InterruptedIOException);
    }

    /** Returns what a vendor asks for, but no more than is bearable. */
    public static Duration capped(Duration retryAfter) {
        return retryAfter.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : retryAfter;
    }

    /** Returns the pause after the nth refusal of a check, if the vendor asks for none. */
    public static Duration pauseAfter(int refusals) {
        return Duration.ofNanos(backoff(refusals + CallBudget.ATTEMPTS_OF_A_CALL));
    }

    /** Returns the pause after the nth send: doubled each time, jittered downward. */
    static long backoff(int attempts) {
        long doubled = FIRST_PAUSE.toNanos() << Math.min(attempts - 1, 20);
        long pause = Math.min(doubled, LONGEST_PAUSE.toNanos());
        return pause - (long) (pause * JITTER * ThreadLocalRandom.current().nextDouble());
    }
}
