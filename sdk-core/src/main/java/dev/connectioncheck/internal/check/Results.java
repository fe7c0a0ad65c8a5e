package dev.connectioncheck.internal.check;

import dev.connectioncheck.CheckCancelledException;
import dev.connectioncheck.CheckInterruptedException;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckStep;
import dev.connectioncheck.CheckTimeoutException;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.ConnectionCheckException.Failure;
import dev.connectioncheck.internal.drive.Machine;
import dev.connectioncheck.internal.secret.Cleaner;
import dev.connectioncheck.internal.secret.SafeCause;
import dev.connectioncheck.spi.Progress;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Puts into words, secrets removed, how a check ended. */
final class Results {
    private static final String OPERATION = "check";

    private Results() {}

    static CheckResult of(
            CheckContext<?> context,
            Progress.Finished finished,
            Progress.@Nullable Running running,
            int polls,
            long now) {
        Cleaner cleaner = context.secrets().cleaner();
        return new CheckResult(
                context.target(),
                finished.verdict(),
                finished.message().filter(text -> !text.isBlank()).map(cleaner::clean),
                finished.steps().stream().map(step -> clean(step, cleaner)).toList(),
                finished.checkId().or(() -> Optional.ofNullable(running).map(Progress.Running::checkId)),
                Duration.ofNanos(now - context.began()),
                polls);
    }

    private static CheckStep clean(CheckStep step, Cleaner cleaner) {
        return new CheckStep(
                cleaner.cleanWord(step.name()),
                step.outcome(),
                step.message().filter(text -> !text.isBlank()).map(cleaner::clean));
    }

    static CheckTimeoutException timedOut(
            CheckContext<?> context,
            Progress.@Nullable Running running,
            int polls,
            @Nullable CheckTimeoutException inCall) {
        Optional<String> status =
                Optional.ofNullable(running).map(Progress.Running::status).map(context.secrets()::cleanWord);
        String state = status.map(last ->
                        " Its last status was " + last + "; it may still run there, and resume(token) waits for it.")
                .orElse(" The vendor had not accepted it, or not said so; it may run there all the same.");
        String message = context.protocol().vendor() + " " + OPERATION + " of " + context.target()
                + " had no verdict by the deadline, after " + polls + " polls." + state
                + " Allow a longer timeout if this is usual.";
        return new CheckTimeoutException(
                failure(context, message, true, running), status, polls, inCall == null ? null : inCall.getCause());
    }

    static ConnectionCheckException stopped(
            CheckContext<?> context, Optional<Progress.Running> running, Machine.Stop why) {
        String what = context.protocol().vendor() + " " + OPERATION + " of " + context.target();
        String state = running.isPresent() ? " It may still run there, and resume(token) waits for it." : "";
        return switch (why) {
            case INTERRUPTED ->
                new CheckInterruptedException(
                        failure(
                                context,
                                what + ": the waiting thread was interrupted." + state,
                                true,
                                running.orElse(null)),
                        null);
            case CANCELLED ->
                new CheckCancelledException(
                        failure(
                                context,
                                what + " was cancelled, or its ConnectionChecker was closed." + state,
                                false,
                                running.orElse(null)),
                        null);
        };
    }

    /** Explains that the vendor's module threw; its messages may quote what it was given, so they are left out. */
    static ConnectionCheckException broken(
            CheckContext<?> context, Progress.@Nullable Running running, Throwable fault) {
        String message = context.protocol().vendor() + " " + OPERATION + " of " + context.target()
                + ": the vendor's module threw " + fault.getClass().getName()
                + ". This is a fault of the SDK; please report it.";
        return new ConnectionCheckException(
                failure(context, message, false, running), SafeCause.withoutMessages(fault));
    }

    private static Failure failure(
            CheckContext<?> context, String message, boolean retryable, Progress.@Nullable Running running) {
        return new Failure(
                context.protocol().vendor(),
                OPERATION,
                message,
                OptionalInt.empty(),
                Optional.empty(),
                retryable,
                token(context, running));
    }

    /** An error has to reach the user even if the vendor's module can't write its part of the token. */
    private static Optional<String> token(CheckContext<?> context, Progress.@Nullable Running running) {
        try {
            return Optional.ofNullable(running).map(context::token);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
