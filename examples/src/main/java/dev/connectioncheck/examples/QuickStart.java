package dev.connectioncheck.examples;

import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.client.Environment;
import dev.connectioncheck.sandbox.Sandbox;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Checks some connections at each of the four vendors at once, and prints what they said. */
public final class QuickStart {
    private static final Duration PACE = Duration.ofSeconds(3);
    private static final long REFRESH_MILLIS = 100;

    /** Kept, since the JDK forgets the level of a logger that nobody holds. */
    private static final Logger SERVER_LOG = Logger.getLogger("mockwebserver3");

    private final CheckList list;
    private final LiveProgress progress;

    private QuickStart(CheckList list, LiveProgress progress) {
        this.list = list;
        this.progress = progress;
    }

    /**
     * Runs the program; see the README for the variables that it reads.
     *
     * @param args none
     */
    public static void main(String[] args) {
        SERVER_LOG.setLevel(Level.OFF);
        run(Environment.ofProcess(), PACE, System.out, Screen.isTerminal());
    }

    static void run(Environment environment, Duration pace, PrintStream out, boolean terminal) {
        try (Sandbox sandbox = Sandbox.start()) {
            LiveProgress progress = new LiveProgress(out, terminal);
            CheckList list = CheckList.of(environment, sandbox, pace);
            out.println(list.introduction());
            ResultTable table = new QuickStart(list, progress).check();
            out.println();
            out.println(table);
        }
    }

    private ResultTable check() {
        try (ConnectionChecker checker = ConnectionChecker.of(list.clients())) {
            List<CompletableFuture<CheckOutcome>> outcomes = new ArrayList<>();
            for (PlannedCheck check : list.checks()) {
                outcomes.add(outcome(checker, check, progress.lineFor(check)));
            }
            waitFor(CompletableFuture.allOf(outcomes.toArray(new CompletableFuture<?>[0])));
            return table(outcomes);
        }
    }

    /** Starts a check; an error becomes a row like a verdict. */
    private static CompletableFuture<CheckOutcome> outcome(
            ConnectionChecker checker, PlannedCheck check, LiveProgress.Line line) {
        CheckOptions options = CheckOptions.builder().listener(line).build();
        return checker.checkAsync(check.target(), options).handle((result, error) -> {
            CheckOutcome outcome = error instanceof ConnectionCheckException known
                    ? CheckOutcome.of(check.target(), known)
                    : CheckOutcome.of(result);
            line.show(outcome);
            return outcome;
        });
    }

    private void waitFor(CompletableFuture<Void> all) {
        while (true) {
            try {
                all.get(REFRESH_MILLIS, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException stillRunning) {
                progress.refresh();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The quick start was interrupted.", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("A check broke down.", e);
            }
        }
    }

    private ResultTable table(List<CompletableFuture<CheckOutcome>> outcomes) {
        ResultTable table = new ResultTable();
        List<PlannedCheck> checks = list.checks();
        for (int i = 0; i < checks.size(); i++) {
            table.add(checks.get(i), outcomes.get(i).join());
        }
        return table;
    }
}
