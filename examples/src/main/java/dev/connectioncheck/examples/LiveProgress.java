package dev.connectioncheck.examples;

import dev.connectioncheck.CheckListener;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckStatus;
import dev.connectioncheck.CheckTarget;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Shows how many checks get on: on a terminal one line that is rewritten in place, elsewhere a line per connection.
 * Thread-safe: all that it knows is guarded by its own lock.
 */
final class LiveProgress implements CheckListener {
    private static final String REWRITE = "\r\u001b[2K";

    /** On a terminal narrower than the line, wrapping would leave a row behind at each rewrite. */
    private static final String WRAP_OFF = "\u001b[?7l";

    private static final String WRAP_ON = "\u001b[?7h";
    private static final int WIDTH = 79;

    private final PrintStream out;
    private final boolean terminal;
    private final List<CheckTarget> underWay = new ArrayList<>();
    private final Map<CheckStatus, Integer> counts = new EnumMap<>(CheckStatus.class);
    private int total;
    private int done;

    LiveProgress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    synchronized void begin(int connections) {
        total = connections;
        out.println("They have " + connections + " connections. Checking those that can be checked.");
    }

    /** Leaves the screen to others. */
    synchronized void end() {
        out.print(terminal ? REWRITE : "");
        out.println();
    }

    @Override
    public synchronized void onStart(CheckTarget target) {
        underWay.add(target);
        show();
    }

    @Override
    public synchronized void onFinish(CheckOutcome outcome) {
        underWay.remove(outcome.target());
        counts.merge(outcome.status(), 1, Integer::sum);
        done++;
        if (terminal) {
            show();
        } else {
            out.println("  " + done + " of " + total + "  " + outcome.status() + "  "
                    + Texts.shortened(outcome.target().toString(), WIDTH));
        }
    }

    private void show() {
        if (terminal) {
            out.print(REWRITE + WRAP_OFF + Texts.shortened(line(), WIDTH) + WRAP_ON);
            out.flush();
        }
    }

    private String line() {
        StringBuilder line = new StringBuilder(done + " of " + total + " done");
        counts.forEach((status, count) ->
                line.append(", ").append(count).append(' ').append(status.name().toLowerCase(Locale.ROOT)));
        if (!underWay.isEmpty()) {
            line.append("; asking ").append(underWay.get(0));
        }
        return line.toString();
    }
}
