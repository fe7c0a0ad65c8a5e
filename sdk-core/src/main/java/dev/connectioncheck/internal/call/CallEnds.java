package dev.connectioncheck.internal.call;

import dev.connectioncheck.CheckCancelledException;
import dev.connectioncheck.CheckInterruptedException;
import dev.connectioncheck.CheckTimeoutException;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.ConnectionCheckException.Failure;
import dev.connectioncheck.http.Pace;
import dev.connectioncheck.internal.drive.Machine;
import dev.connectioncheck.internal.secret.SafeCause;
import dev.connectioncheck.internal.secret.Secrets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the exceptions for ends that no answer led to: a deadline, a stop, or a fault of our own.
 *
 * @param mayHaveArrived whether the vendor may have begun what was asked for
 * @param lost what to do about a change that may have been made though nobody said so; null if none can have been
 */
record CallEnds(
        CallOwner owner, boolean mayHaveArrived, @Nullable String lost, Secrets secrets, CallBudget budget) {
    /** Explains that the deadline came in the middle of a call, which had so much time. */
    CheckTimeoutException timedOut(@Nullable ConnectionCheckException trouble, Duration time) {
        String message = owner + " had no answer by the deadline of " + Failures.inWords(time) + ". "
                + (trouble == null ? "Allow more time." : "Before that: " + trouble.getMessage())
                + ifLost(lost);
        return new CheckTimeoutException(
                failure(message).retryable(lost == null).build(), Optional.empty(), 0, trouble);
    }

    /** Explains that the deadline came before the request's turn. */
    CheckTimeoutException hadNoTurn(Pace pace) {
        String message = owner + " was not sent: its client sends at most "
                + pace.requestsPerMinute().orElse(0)
                + " requests in any minute, and its turn had not come by the deadline. Allow more time, or set another"
                + " pace(...) at the client's builder.";
        return new CheckTimeoutException(failure(message).retryable(true).build(), Optional.empty(), 0, null);
    }

    /** Explains an end that came from outside, perhaps while a request was under way. */
    ConnectionCheckException stopped(Machine.Stop why) {
        return switch (why) {
            case INTERRUPTED ->
                new CheckInterruptedException(
                        failure(owner + ": the waiting thread was interrupted." + ifLost(lost))
                                .retryable(lost == null)
                                .notProcessed(false)
                                .build(),
                        null);
            case CANCELLED ->
                new CheckCancelledException(
                        failure(owner + ": cancelled, or the ConnectionChecker was closed." + ifLost(lost))
                                .notProcessed(false)
                                .build(),
                        null);
        };
    }

    /** Explains that our own code, or a vendor module's, threw. */
    ConnectionCheckException broken(Throwable fault) {
        String message = owner + ": the SDK or a function given to the call threw "
                + fault.getClass().getName() + "; see the cause.";
        return new ConnectionCheckException(failure(message).notProcessed(false).build(), SafeCause.of(fault, secrets));
    }

    static String ifLost(@Nullable String advice) {
        return advice == null ? "" : " It may have been carried out all the same: " + advice + " before you retry it.";
    }

    Failure.Builder failure(String message) {
        return Failure.builder(owner.vendor(), owner.operation(), message + budget.remark())
                .account(owner.account())
                .notProcessed(!mayHaveArrived)
                .token(budget.token().get().orElse(null));
    }
}
