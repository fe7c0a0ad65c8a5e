package dev.connectioncheck.cli;

import dev.connectioncheck.CheckInterruptedException;
import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckReport;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.RunningCheck;
import dev.connectioncheck.cli.report.Run;
import dev.connectioncheck.cli.terminal.Progress;
import dev.connectioncheck.config.Connections;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Goes on waiting for a check that an earlier command began. */
@Command(
        name = "resume",
        description = "Waits for the verdict of a check that ran out of time, with the token that was shown then.",
        sortOptions = false)
final class ResumeCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "TOKEN", description = "The token.")
    private String token = "";

    @Mixin
    private final FileOption file = new FileOption();

    @Mixin
    private final OutputOption output = new OutputOption();

    @Mixin
    private final LimitOptions limits = new LimitOptions();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    ResumeCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        common.startLogging();
        Connections connections = file.readClients(shell);
        try (ConnectionChecker checker = connections.checker().build();
                Progress progress = common.progress(shell)) {
            RunningCheck check = resume(checker, progress);
            Reporter reporter = new Reporter(shell, common, output.open(shell));
            return Interruption.during(() -> reporter.report(await(check, progress)));
        }
    }

    private RunningCheck resume(ConnectionChecker checker, Progress progress) {
        CheckOptions.Builder options = CheckOptions.builder().listener(progress);
        limits.timeout().ifPresent(options::timeout);
        try {
            return checker.resume(token, options.build());
        } catch (IllegalArgumentException e) {
            throw new UsageProblem(e.getMessage() + " The client must be in the file, or the vendor's variables set.");
        }
    }

    private static Checked await(RunningCheck check, Progress progress) {
        progress.total(1);
        Instant began = Instant.now();
        long start = System.nanoTime();
        CheckOutcome outcome;
        boolean wasInterrupted = false;
        try {
            outcome = CheckOutcome.of(check.await());
        } catch (ConnectionCheckException e) {
            wasInterrupted = e instanceof CheckInterruptedException && Thread.interrupted();
            outcome = CheckOutcome.of(check.target(), e);
        }
        progress.close();
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        return new Checked(new Run(CheckReport.of(List.of(outcome)), began, elapsed), wasInterrupted);
    }
}
