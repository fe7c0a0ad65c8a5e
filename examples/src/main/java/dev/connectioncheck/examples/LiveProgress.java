package dev.connectioncheck.examples;

import dev.connectioncheck.CheckListener;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckTarget;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows how checks get on: on a terminal one line per check, rewritten in place; elsewhere a line whenever a vendor's
 * word changes. Thread-safe: each check tells its own listener, on whatever thread.
 */
final class LiveProgress {
    private static final String UP = "\u001b[%dA";
    private static final String CLEAR_LINE = "\r\u001b[2K";

    private final PrintStream out;
    private final boolean terminal;
    private final List<ProgressLine> lines = new ArrayList<>();
    private int drawn;

    LiveProgress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Adds a line for a check, and returns what keeps it up to date. */
    synchronized Line lineFor(PlannedCheck check) {
        ProgressLine line = new ProgressLine(check);
        lines.add(line);
        return new Line(line);
    }

    /** Shows the present state, with the time gone by; does nothing off a terminal, where only news count. */
    synchronized void refresh() {
        if (!terminal) {
            return;
        }
        StringBuilder text = new StringBuilder(drawn == 0 ? "" : UP.formatted(drawn));
        lines.forEach(line -> text.append(CLEAR_LINE).append(line).append('\n'));
        out.print(text);
        out.flush();
        drawn = lines.size();
    }

    private synchronized void changed(ProgressLine line, Runnable change) {
        String before = line.state();
        change.run();
        if (terminal) {
            refresh();
        } else if (!before.equals(line.state())) {
            out.println(line);
        }
    }

    /** Keeps one line up to date. */
    final class Line implements CheckListener {
        private final ProgressLine line;

        private Line(ProgressLine line) {
            this.line = line;
        }

        @Override
        public void onStart(CheckTarget target) {
            changed(line, line::start);
        }

        @Override
        public void onPoll(CheckTarget target, String status, int polls) {
            changed(line, () -> line.polled(polls));
        }

        @Override
        public void onStatusChange(CheckTarget target, String status) {
            changed(line, () -> line.status(status));
        }

        /** Shows how the check ended. Not left to {@link #onFinish}, which may come after the result. */
        void show(CheckOutcome outcome) {
            changed(line, () -> line.finish(Verdicts.word(outcome)));
        }
    }
}
