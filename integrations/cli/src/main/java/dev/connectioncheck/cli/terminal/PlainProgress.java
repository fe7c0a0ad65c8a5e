package dev.connectioncheck.cli.terminal;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.cli.report.Plain;
import dev.connectioncheck.cli.report.Words;
import java.io.PrintStream;

/** Prints a line for each check that ends. Thread-safe; locks itself. */
public final class PlainProgress implements Progress {
    private final PrintStream err;
    private int total;
    private int done;

    public PlainProgress(PrintStream err) {
        this.err = err;
    }

    @Override
    public synchronized void total(int checks) {
        total = checks;
    }

    @Override
    public synchronized void onFinish(CheckOutcome outcome) {
        done++;
        String time = Words.time(outcome);
        err.println("[" + done + "/" + total + "] " + outcome.status() + " " + Plain.line(Words.name(outcome))
                + (time.isEmpty() ? "" : ", " + time));
    }

    @Override
    public void close() {}
}
