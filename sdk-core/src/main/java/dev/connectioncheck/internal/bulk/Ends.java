package dev.connectioncheck.internal.bulk;

import dev.connectioncheck.CheckCancelledException;
import dev.connectioncheck.CheckInterruptedException;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckReport;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.ConnectionCheckException.Failure;
import dev.connectioncheck.internal.secret.SafeCause;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Puts into words how a run ends, and what becomes of a target that has no verdict then. */
final class Ends {
    private static final String CHECK = "check";

    /** A run asks many vendors. */
    private static final String VENDORS = "all";

    private Ends() {}

    static CheckOutcome notBegun(CheckTarget target) {
        return CheckOutcome.skipped(target, "Not checked: the run ended before its turn came.");
    }

    static CheckOutcome late(CheckTarget target, Duration within) {
        return CheckOutcome.skipped(
                target,
                "Not checked: the run was over after " + within
                        + ", before its turn came. Allow more time with within(...) if this is usual.");
    }

    static CheckOutcome closed(CheckTarget target) {
        return CheckOutcome.of(target, cancelled(target));
    }

    private static CheckCancelledException cancelled(CheckTarget target) {
        String message = "The check of " + target + " was cancelled, or its ConnectionChecker was closed.";
        return new CheckCancelledException(failure(target, message), null);
    }

    /** Explains why a check has no verdict. */
    static ConnectionCheckException explain(CheckTarget target, Throwable error, boolean closed) {
        if (error instanceof ConnectionCheckException known) {
            return known;
        }
        if (error instanceof CancellationException || closed) {
            return cancelled(target);
        }
        String message = "The check of " + target + " ended without a verdict: "
                + error.getClass().getName() + ".";
        return new ConnectionCheckException(failure(target, message), SafeCause.withoutMessages(error));
    }

    private static Failure failure(CheckTarget target, String message) {
        return Failure.builder(target.vendor(), CHECK, message)
                .account(target.account().orElse(null))
                .build();
    }

    static CheckInterruptedException interrupted(String operation, @Nullable CheckReport report) {
        String message = operation + ": the waiting thread was interrupted; what was under way was cancelled.";
        Failure failure = Failure.of(VENDORS, operation, message);
        return report == null
                ? new CheckInterruptedException(failure, null)
                : new CheckInterruptedException(failure, null, report);
    }

    static CheckCancelledException cancelled(String operation) {
        String message = operation + " was cancelled, or its ConnectionChecker was closed.";
        return new CheckCancelledException(Failure.of(VENDORS, operation, message), null);
    }

    /** Explains why targets were left that nobody was told of. */
    static ConnectionCheckException broken(String operation, Throwable fault) {
        String message = operation + " could not go on to the rest of its targets: "
                + fault.getClass().getName() + "; see the cause.";
        return new ConnectionCheckException(Failure.of(VENDORS, operation, message), SafeCause.withoutMessages(fault));
    }
}
