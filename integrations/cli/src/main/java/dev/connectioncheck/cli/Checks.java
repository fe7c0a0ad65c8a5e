package dev.connectioncheck.cli;

import dev.connectioncheck.CheckInterruptedException;
import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckReport;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.cli.report.Run;
import dev.connectioncheck.cli.terminal.Progress;
import dev.connectioncheck.config.Connections;
import dev.connectioncheck.config.NamedConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Checks connections of a file within the limits of the command line. */
final class Checks {
    private final Connections connections;
    private final Optional<Duration> timeout;
    @SuppressWarnings("UnusedVariable")
    private final Optional<Duration> within;
    private final int concurrency;

    Checks(Connections connections, Optional<Duration> timeout, Optional<Duration> within, int concurrency) {
        this.connections = connections;
        this.timeout = timeout;
        this.within = within;
        this.concurrency = concurrency;
    }

    /** Checks what was selected, and returns what is finished if the thread is interrupted. */
    Checked run(List<NamedConnection> selected, Progress progress) {
        Instant began = Instant.now();
        long start = System.nanoTime();
        CheckOptions options = CheckOptions.builder()
                .timeout(timeout.orElse(CheckOptions.defaults().timeout()))
                .listener(progress)
                .build();
        try (ConnectionChecker checker =
                connections.checker().concurrencyPerVendor(concurrency).build()) {
            List<CheckTarget> targets =
                    selected.stream().flatMap(c -> c.target().stream()).toList();
            progress.total(targets.size());
            CheckReport report = checker.checkAll(targets, options);
            return new Checked(new Run(report, began, Duration.ofNanos(System.nanoTime() - start)), false);
        } catch (CheckInterruptedException e) {
            Thread.interrupted();
            return new Checked(
                    new Run(e.report().orElseThrow(), began, Duration.ofNanos(System.nanoTime() - start)), true);
        }
    }
}
