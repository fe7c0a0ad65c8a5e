package dev.connectioncheck.internal.call;

import dev.connectioncheck.CheckCancelledException;
import dev.connectioncheck.CheckInterruptedException;
import dev.connectioncheck.CheckTimeoutException;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.ConnectionCheckException.Failure;
import dev.connectioncheck.internal.drive.Machine;
import dev.connectioncheck.internal.secret.SafeCause;
import dev.connectioncheck.internal.secret.Secrets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the exceptions for ends that no answer led to: a deadline, a stop, or a fault of our own.
 *
 * @param ifLost where to look whether something was changed at the vendor; null if nothing can have been
 */
record CallEnds(
        CallOwner owner,
        Secrets secrets,
        CallBudget budget,
        @Nullable String ifLost) {
    /** Returns the same, knowing better what may have been changed. */
    CallEnds withIfLost(@Nullable String other) {
        return new CallEnds(owner, secrets, budget, other);
    }

    /** Explains that the deadline came in the middle of a call. */
    CheckTimeoutException timedOut(@Nullable ConnectionCheckException trouble) {
        String message = owner + " had no answer by the deadline. "
                + (trouble == null ? "Allow more time." : "Before that: " + trouble.getMessage());
        return new CheckTimeoutException(failure(message, true), Optional.empty(), 0, trouble);
    }

    /** Explains an end that came from outside. */
    ConnectionCheckException stopped(Machine.Stop why) {
        return switch (why) {
            case INTERRUPTED ->
                new CheckInterruptedException(failure(owner + ": the waiting thread was interrupted.", true), null);
            case CANCELLED ->
                new CheckCancelledException(
                        failure(owner + ": cancelled, or the ConnectionChecker was closed.", false), null);
        };
    }

    /** Explains that our own code, or a vendor module's, threw. */
    ConnectionCheckException broken(Throwable fault) {
        String message = owner + ": the SDK or a function given to the call threw "
                + fault.getClass().getName() + "; see the cause.";
        return new ConnectionCheckException(failure(message, false), SafeCause.of(fault, secrets));
    }

    private Failure failure(String message, boolean retryable) {
        return failureOf(message, retryable).build();
    }

    /** Begins a failure; one that may have changed something says so, and is not to be tried again unseen. */
    Failure.Builder failureOf(String message, boolean retryable) {
        String lost = ifLost == null
                ? ""
                : " It may have been carried out all the same: " + ifLost + " before you send it again.";
        return Failure.builder(owner.vendor(), owner.operation(), message + lost)
                .account(owner.account())
                .retryable(retryable && ifLost == null)
                .token(budget.token().get().orElse(null));
    }
}
