package dev.connectioncheck.cli.report;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckReport;
import dev.connectioncheck.CheckStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What became of the connections, when the checks began, and how long all of them took together. */
public record Run(CheckReport report, Instant began, Duration elapsed) {
    /** The order in which a reader wants them. */
    static final List<CheckStatus> WORST_FIRST = List.of(
            CheckStatus.FAILED, CheckStatus.ERROR, CheckStatus.INCONCLUSIVE, CheckStatus.SKIPPED, CheckStatus.PASSED);

    /** The outcomes, what is broken first, and otherwise in their order. */
    List<CheckOutcome> worstFirst() {
        return report.outcomes().stream()
                .sorted(Comparator.comparingInt(outcome -> WORST_FIRST.indexOf(outcome.status())))
                .toList();
    }

    /** Says how many became what, such as {@code 1 failed, 5 passed}; what did not happen is left out. */
    public String counts() {
        String counts = WORST_FIRST.stream()
                .filter(status -> report.count(status) > 0)
                .map(status -> report.count(status) + " " + status.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        String unlisted = report.errors().isEmpty() ? "" : report.errors().size() + " could not be listed";
        return counts.isEmpty() || unlisted.isEmpty() ? counts + unlisted : counts + ", " + unlisted;
    }
}
