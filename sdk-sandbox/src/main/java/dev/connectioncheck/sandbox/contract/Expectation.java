package dev.connectioncheck.sandbox.contract;

import dev.connectioncheck.AuthenticationException;
import dev.connectioncheck.CheckTimeoutException;
import dev.connectioncheck.InvalidRequestException;
import dev.connectioncheck.PermissionDeniedException;
import dev.connectioncheck.RateLimitedException;
import dev.connectioncheck.TargetNotFoundException;
import dev.connectioncheck.TransportException;
import dev.connectioncheck.UnexpectedResponseException;
import dev.connectioncheck.VendorUnavailableException;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.sandbox.Phase;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What has to come of a fault.
 *
 * @param outcomes the verdicts and exceptions that are right
 * @param sends how often the struck operation is sent; empty if that hangs on how long pauses happen to be
 */
record Expectation(Set<String> outcomes, OptionalInt sends) {
    private static final int NOT_FOUND = 404;

    /** Tells what has to come of a fault at an operation, of a connection that the vendor gives this verdict. */
    @FunctionalInterface
    interface Rule {
        Expectation at(CheckOperation operation, Verdict truth);
    }

    /** The verdict comes as if nothing had happened. */
    static Expectation unharmed(CheckOperation operation, Verdict truth) {
        return new Expectation(Set.of(truth.name()), OptionalInt.of(1));
    }

    /** The request was sent, and no complete answer came. */
    static Expectation noAnswer(CheckOperation operation, Verdict truth) {
        return once(TransportException.class, operation.resend().afterFailure(), operation);
    }

    /** The same, but time passes: an operation that the deadline alone bounds ends by it. */
    static Expectation silence(CheckOperation operation, Verdict truth) {
        return operation.longRunning()
                ? once(CheckTimeoutException.class, false, operation)
                : noAnswer(operation, truth);
    }

    /** The request surely did not leave: it may be retried, whatever it does. */
    static Expectation notSent(CheckOperation operation, Verdict truth) {
        return once(TransportException.class, true, operation);
    }

    /**
     * The server says that it has not looked at the request: it is sent again, whatever it does, as long as it pays.
     */
    static Expectation refusedUnseen(CheckOperation operation, Verdict truth) {
        return operation.phase() == Phase.POLL
                ? retriedToTheDeadline()
                : new Expectation(Set.of(TransportException.class.getSimpleName()), OptionalInt.empty());
    }

    /** Until it is sent, an attempt has its own time, also of an operation that only the deadline bounds after that. */
    static Expectation notSentInTime(CheckOperation operation, Verdict truth) {
        return operation.longRunning()
                ? new Expectation(
                        Set.of(CheckTimeoutException.class.getSimpleName(), TransportException.class.getSimpleName()),
                        OptionalInt.empty())
                : notSent(operation, truth);
    }

    /** The other side is not who it should be. */
    static Expectation distrusted(CheckOperation operation, Verdict truth) {
        return once(TransportException.class, false, operation);
    }

    /** What a proxy says in the vendor's place may pass, while a check runs; a start is not believed. */
    static Expectation unreadable(CheckOperation operation, Verdict truth) {
        return operation.phase() == Phase.POLL ? retriedToTheDeadline() : tooLong(operation, truth);
    }

    /** A body that is longer than any that a vendor has reason to send is not asked for again. */
    static Expectation tooLong(CheckOperation operation, Verdict truth) {
        return once(UnexpectedResponseException.class, false, operation);
    }

    static Expectation unharmedOrUnreadable(CheckOperation operation, Verdict truth) {
        Expectation unreadable = unreadable(operation, truth);
        Set<String> outcomes = new HashSet<>(unreadable.outcomes());
        outcomes.add(truth.name());
        return new Expectation(Set.copyOf(outcomes), unreadable.sends());
    }

    /** JSON that says nothing: no verdict may come of it, nor an endless wait. */
    static Expectation undecided(CheckOperation operation, Verdict truth) {
        return new Expectation(
                Set.of(
                        Verdict.INCONCLUSIVE.name(),
                        UnexpectedResponseException.class.getSimpleName(),
                        InvalidRequestException.class.getSimpleName(),
                        CheckTimeoutException.class.getSimpleName()),
                OptionalInt.empty());
    }

    static Rule status(int status) {
        return (operation, truth) -> {
            if (status == NOT_FOUND && operation.phase() == Phase.POLL) {
                return new Expectation(Set.of(TargetNotFoundException.class.getSimpleName()), OptionalInt.empty());
            }
            return once(exceptionOf(status, operation), isSentAgain(status, operation), operation);
        };
    }

    private static boolean isSentAgain(int status, CheckOperation operation) {
        return switch (status) {
            case 425, 429 -> operation.resend().afterRefusal();
            case 408, 500, 502, 503, 504 -> operation.resend().afterFailure();
            default -> false;
        };
    }

    private static Class<?> exceptionOf(int status, CheckOperation operation) {
        return switch (status) {
            case 400, 409, 412, 422 -> InvalidRequestException.class;
            case 401 -> AuthenticationException.class;
            case 403 -> PermissionDeniedException.class;
            case NOT_FOUND ->
                operation.aboutTarget() ? TargetNotFoundException.class : UnexpectedResponseException.class;
            case 429 -> RateLimitedException.class;
            default -> status >= 500 ? VendorUnavailableException.class : UnexpectedResponseException.class;
        };
    }

    /** Refused for longer than the deadline leaves: at once, but for a last look at a check that runs. */
    static Expectation refusedForTooLong(CheckOperation operation, Verdict truth) {
        return operation.phase() == Phase.POLL
                ? retriedToTheDeadline()
                : once(RateLimitedException.class, false, operation);
    }

    /** A check that runs is asked for until the deadline, with pauses that grow. */
    private static Expectation retriedToTheDeadline() {
        return new Expectation(Set.of(CheckTimeoutException.class.getSimpleName()), OptionalInt.empty());
    }

    private static Expectation once(Class<?> exception, boolean again, CheckOperation operation) {
        if (again && operation.phase() == Phase.POLL) {
            return retriedToTheDeadline();
        }
        return new Expectation(Set.of(exception.getSimpleName()), OptionalInt.of(again ? operation.mostSends() : 1));
    }
}
