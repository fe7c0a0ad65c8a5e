package dev.connectioncheck.cli;

import dev.connectioncheck.BulkOptions;
import dev.connectioncheck.CheckInterruptedException;
import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckReport;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.cli.report.Run;
import dev.connectioncheck.cli.terminal.Progress;
import dev.connectioncheck.config.Connections;
import dev.connectioncheck.config.ExpandedConnections;
import dev.connectioncheck.config.NamedConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Checks connections of a file within the limits of the command line. Used once. */
final class Checks {
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final Connections connections;
    private final Optional<Duration> timeout;
    private final Optional<Duration> within;
    private final OptionalInt concurrency;
    private final Instant began = Instant.now();
    private final long start = System.nanoTime();

    Checks(Connections connections, Optional<Duration> timeout, Optional<Duration> within, OptionalInt concurrency) {
        this.connections = connections;
        this.timeout = timeout;
        this.within = within;
        this.concurrency = concurrency;
    }

    /**
     * Checks what was selected, and returns what is finished if the thread is interrupted.
     *
     * @throws UsageProblem if what was selected stands for nothing
     */
    Checked run(List<NamedConnection> selected, Progress progress) {
        ExpandedConnections expanded;
        try {
            expanded = connections.expand(selected, listTimeout());
        } catch (CheckInterruptedException e) {
            return interrupted(notBegun(selected, e));
        }
        if (expanded.connections().isEmpty() && expanded.errors().isEmpty()) {
            throw new UsageProblem("What was selected stands for no connection, so nothing was checked.");
        }
        try (ConnectionChecker checker = connections.checker().build()) {
            return new Checked(run(checked(checker, expanded, progress), expanded), false);
        } catch (CheckInterruptedException e) {
            List<CheckOutcome> finished = e.report().map(CheckReport::outcomes).orElse(List.of());
            return interrupted(run(finished, expanded));
        }
    }

    private List<CheckOutcome> checked(ConnectionChecker checker, ExpandedConnections expanded, Progress progress) {
        List<CheckTarget> targets = expanded.connections().stream()
                .flatMap(connection -> connection.target().stream())
                .toList();
        progress.total(targets.size());
        return checker.checkAll(targets, options(expanded, progress)).outcomes();
    }

    private BulkOptions options(ExpandedConnections expanded, Progress progress) {
        IdentityHashMap<CheckTarget, Duration> own = new IdentityHashMap<>();
        expanded.connections()
                .forEach(connection -> connection
                        .timeout()
                        .ifPresent(time -> connection.target().ifPresent(target -> own.put(target, time))));
        BulkOptions.Builder options = BulkOptions.builder()
                .check(CheckOptions.builder()
                        .timeout(usualTimeout())
                        .listener(progress)
                        .build())
                .timeouts(target -> timeout.or(() -> Optional.ofNullable(own.get(target))));
        within.ifPresent(whole -> options.within(left(whole)));
        concurrency.ifPresent(options::concurrencyPerVendor);
        return options.build();
    }

    private Duration usualTimeout() {
        return timeout.orElse(CheckOptions.defaults().timeout());
    }

    private Duration listTimeout() {
        Duration usual = usualTimeout();
        return within.filter(whole -> whole.compareTo(usual) < 0).orElse(usual);
    }

    private Duration left(Duration whole) {
        Duration left = whole.minus(elapsed());
        return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Puts outcomes of checks where they belong among those that are known without one. */
    private Run run(List<CheckOutcome> checked, ExpandedConnections expanded) {
        Iterator<CheckOutcome> next = checked.iterator();
        List<CheckOutcome> outcomes = new ArrayList<>();
        expanded.connections()
                .forEach(connection -> connection
                        .skipped()
                        .or(() -> next.hasNext() ? Optional.of(next.next()) : Optional.empty())
                        .ifPresent(outcomes::add));
        return new Run(CheckReport.of(outcomes, expanded.errors()), began, elapsed());
    }

    private Run notBegun(List<NamedConnection> selected, CheckInterruptedException why) {
        List<CheckOutcome> outcomes = selected.stream()
                .flatMap(connection -> connection.target().stream())
                .map(target -> CheckOutcome.skipped(target, "The command was interrupted before its turn came."))
                .toList();
        return new Run(CheckReport.of(outcomes, List.of(why)), began, elapsed());
    }

    /** The interrupt has done what it was for; what is written from now on must not stumble over it. */
    private static Checked interrupted(Run run) {
        boolean unused = Thread.interrupted();
        return new Checked(run, true);
    }
}
