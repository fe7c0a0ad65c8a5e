package dev.connectioncheck.cli;

import dev.connectioncheck.cli.terminal.LiveProgress;
import dev.connectioncheck.cli.terminal.PlainProgress;
import dev.connectioncheck.cli.terminal.Progress;
import dev.connectioncheck.cli.terminal.Terminal;
import picocli.CommandLine.Option;

/** Options of all subcommands: how much is said. */
final class CommonOptions {
    @Option(
            names = {"-q", "--quiet"},
            description = "Shows neither progress nor a summary.")
    private boolean isQuiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "Logs requests, retries and polls to the error output.")
    private boolean isVerbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    @SuppressWarnings("UnusedVariable") // picocli sets it, and acts by itself
    private boolean isHelpWanted;

    /** To be called before anything logs. */
    void startLogging() {
        Logging.start(isVerbose);
    }

    /** Says something that nobody needs. */
    void note(Shell shell, String text) {
        if (!isQuiet) {
            shell.err().println(text);
        }
    }

    /** A line that is rewritten would be torn by log lines. */
    Progress progress(Shell shell) {
        if (isQuiet) {
            return Progress.none();
        }
        if (isVerbose) {
            return new PlainProgress(shell.err());
        }
        return shell.terminal(Terminal.Stream.ERR)
                .filter(terminal -> terminal.columns() >= LiveProgress.LEAST_COLUMNS)
                .<Progress>map(
                        terminal -> new LiveProgress(shell.err(), terminal.columns(), shell.mark(), System::nanoTime))
                .orElseGet(() -> new PlainProgress(shell.err()));
    }
}
