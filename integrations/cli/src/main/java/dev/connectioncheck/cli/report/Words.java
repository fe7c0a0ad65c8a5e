package dev.connectioncheck.cli.report;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckStep;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.StepOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says in words what became of a connection. */
public final class Words {
    private Words() {}

    /** The user's name for the connection, or what it is. */
    public static String name(CheckOutcome outcome) {
        return outcome.target().name().orElseGet(() -> outcome.target().toString());
    }

    /** Who was asked and could not say which connections it has. */
    public static String name(ConnectionCheckException unlisted) {
        return "list of " + unlisted.account().orElse(unlisted.vendor());
    }

    /** Why it is as it is; empty text if nobody said anything. */
    public static String message(CheckOutcome outcome) {
        return outcome.result()
                .map(Words::message)
                .or(() -> outcome.error().map(ConnectionCheckException::getMessage))
                .or(outcome::skipped)
                .orElse("");
    }

    private static String message(CheckResult result) {
        return result.message()
                .orElseGet(() -> result.steps().stream()
                        .filter(step -> step.outcome() == StepOutcome.FAILED)
                        .findFirst()
                        .map(Words::step)
                        .orElse(""));
    }

    /** One line for each part of the check. */
    static List<String> steps(CheckOutcome outcome) {
        return outcome.result().stream()
                .flatMap(result -> result.steps().stream())
                .map(Words::step)
                .toList();
    }

    private static String step(CheckStep step) {
        return step.name() + ": " + step.outcome().name().toLowerCase(Locale.ROOT)
                + step.message().map(message -> ", " + message).orElse("");
    }

    /** Everything that is known, a line for each fact. */
    static List<String> details(CheckOutcome outcome) {
        List<String> lines = new ArrayList<>();
        lines.add(message(outcome));
        lines.addAll(steps(outcome));
        lines.add(outcome.target().toString());
        outcome.result().flatMap(CheckResult::checkId).ifPresent(id -> lines.add("check id: " + id));
        requestId(outcome).ifPresent(id -> lines.add("request id: " + id));
        return lines.stream().filter(line -> !line.isBlank()).toList();
    }

    private static Optional<String> requestId(CheckOutcome outcome) {
        return outcome.result()
                .flatMap(CheckResult::requestId)
                .or(() -> outcome.error().flatMap(ConnectionCheckException::requestId));
    }

    static Duration elapsed(CheckOutcome outcome) {
        return outcome.result().map(CheckResult::elapsed).orElse(Duration.ZERO);
    }

    /** How long it took; empty text if there is no verdict. */
    public static String time(CheckOutcome outcome) {
        return outcome.result().map(result -> seconds(result.elapsed())).orElse("");
    }

    public static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
