package dev.connectioncheck.internal.check;

import dev.connectioncheck.CheckCancelledException;
import dev.connectioncheck.CheckInterruptedException;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckStep;
import dev.connectioncheck.CheckTimeoutException;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.ConnectionCheckException.Failure;
import dev.connectioncheck.internal.call.Failures;
import dev.connectioncheck.internal.drive.Machine;
import dev.connectioncheck.internal.secret.Cleaner;
import dev.connectioncheck.internal.secret.SafeCause;
import dev.connectioncheck.internal.wire.Answer;
import dev.connectioncheck.spi.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts into words, secrets removed, how a check ended. */
final class Results {
    static final String OPERATION = "check";

    private Results() {}

    static CheckResult of(
            CheckContext<?> context, Progress.Finished finished, Course course, @Nullable Answer answer, long now) {
        Cleaner cleaner = context.secrets().cleaner();
        Optional<String> running = Optional.ofNullable(course.running()).map(Progress.Running::checkId);
        return CheckResult.builder(context.target(), finished.verdict())
                .message(finished.message()
                        .filter(text -> !text.isBlank())
                        .map(cleaner::clean)
                        .orElse(null))
                .steps(clean(finished.steps(), cleaner))
                .checkId(finished.checkId().or(() -> running).orElse(null))
                .requestId(Optional.ofNullable(answer)
                        .flatMap(Answer::requestId)
                        .map(cleaner::cleanWord)
                        .orElse(null))
                .checkedAt(context.time().now())
                .elapsed(Duration.ofNanos(now - context.began()))
                .polls(course.polls())
                .build();
    }

    private static List<CheckStep> clean(List<CheckStep> steps, Cleaner cleaner) {
        return steps.isEmpty()
                ? steps
                : steps.stream().map(step -> clean(step, cleaner)).toList();
    }

    private static CheckStep clean(CheckStep step, Cleaner cleaner) {
        return CheckStep.of(
                cleaner.cleanWord(step.name()),
                step.outcome(),
                step.message().filter(text -> !text.isBlank()).map(cleaner::clean));
    }

    static CheckTimeoutException timedOut(
            CheckContext<?> context, Course course, @Nullable CheckTimeoutException inCall, boolean mayRun) {
        Optional<String> status = Optional.ofNullable(course.running())
                .map(Progress.Running::status)
                .map(context.secrets()::cleanWord);
        Throwable trouble = inCall == null ? null : inCall.getCause();
        String state = status.map(last -> " The vendor's last word on it was \"" + last
                        + "\", which is no verdict yet: it may still run there, and resume(token) waits for it.")
                .orElseGet(() -> unaccepted(mayRun, trouble));
        String message = what(context) + " had no verdict by the deadline of "
                + Failures.inWords(Duration.ofNanos(context.deadline() - context.began())) + ", after " + course.polls()
                + " polls."
                + state
                + " Allow a longer timeout if this is usual.";
        return new CheckTimeoutException(
                failure(context, course, message)
                        .retryable(true)
                        .notProcessed(!mayRun && status.isEmpty())
                        .build(),
                status,
                course.polls(),
                trouble);
    }

    private static String unaccepted(boolean mayRun, @Nullable Throwable trouble) {
        if (mayRun) {
            return " The vendor had not accepted it, or not said so; it may run there all the same.";
        }
        return " The vendor has not begun it" + (trouble == null ? "." : "; see the cause.");
    }

    static ConnectionCheckException stopped(CheckContext<?> context, Course course, Machine.Stop why) {
        String state = course.running() == null ? "" : " It may still run there, and resume(token) waits for it.";
        return switch (why) {
            case INTERRUPTED ->
                new CheckInterruptedException(
                        failure(context, course, what(context) + ": the waiting thread was interrupted." + state)
                                .retryable(true)
                                .build(),
                        null);
            case CANCELLED ->
                new CheckCancelledException(
                        failure(
                                        context,
                                        course,
                                        what(context) + " was cancelled, or its ConnectionChecker was closed." + state)
                                .build(),
                        null);
        };
    }

    /** Explains that the vendor's module threw; its messages may quote what it was given, so they are left out. */
    static ConnectionCheckException broken(CheckContext<?> context, Course course, Throwable fault) {
        String message = what(context) + ": the vendor's module threw "
                + fault.getClass().getName() + ". This is a fault of the SDK; please report it.";
        return new ConnectionCheckException(
                failure(context, course, message).build(), SafeCause.withoutMessages(fault));
    }

    /** How far the check has come by now. */
    static Course.Mark mark(CheckContext<?> context, Course course) {
        return course.mark(context.time().now(), context.time().nanoTime());
    }

    private static String what(CheckContext<?> context) {
        return "The check of " + context.target();
    }

    private static Failure.Builder failure(CheckContext<?> context, Course course, String message) {
        return Failure.builder(context.protocol().vendor(), OPERATION, message)
                .account(context.account())
                .token(token(context, course));
    }

    /** An error has to reach the user even if the vendor's module can't write its part of the token. */
    private static @Nullable String token(CheckContext<?> context, Course course) {
        try {
            Progress.Running running = course.running();
            return running == null ? null : context.token(running, mark(context, course));
        } catch (RuntimeException e) {
            return null;
        }
    }
}
