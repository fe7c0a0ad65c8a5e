package dev.connectioncheck.cli;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.cli.report.Plain;
import dev.connectioncheck.cli.report.Run;
import dev.connectioncheck.cli.report.Screen;
import dev.connectioncheck.cli.report.Words;

/** Tells what became of the connections, wherever that is wanted, and makes an exit code of it. */
final class Reporter {
    private final Shell shell;
    private final CommonOptions common;
    private final Outputs outputs;

    Reporter(Shell shell, CommonOptions common, Outputs outputs) {
        this.shell = shell;
        this.common = common;
        this.outputs = outputs;
    }

    int report(Checked checked) {
        Run run = checked.run();
        Screen screen = shell.screen();
        boolean isComplete = outputs.write(format -> format.write(run, screen));
        run.report().errors().forEach(this::tell);
        run.report().outcomes().forEach(this::tellHowToGoOn);
        common.note(shell, run.counts() + ", in " + Words.seconds(run.elapsed()));
        if (checked.wasInterrupted()) {
            return ExitCode.INTERRUPTED;
        }
        int code = ExitCode.of(run.report());
        return code == ExitCode.PASSED && !isComplete ? ExitCode.USAGE : code;
    }

    void tell(ConnectionCheckException unlisted) {
        shell.err().println("error: " + Plain.line(Words.name(unlisted) + ": " + unlisted.getMessage()));
    }

    /** Said even to those who want quiet, since without the token the check is lost. */
    private void tellHowToGoOn(CheckOutcome outcome) {
        outcome.error()
                .flatMap(ConnectionCheckException::token)
                .ifPresent(token -> shell.err()
                        .println("The check of " + Plain.line(Words.name(outcome))
                                + " may still run at the vendor; this waits for it: connection-check resume " + token));
    }
}
