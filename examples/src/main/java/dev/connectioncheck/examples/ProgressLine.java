package dev.connectioncheck.examples;

import java.time.Duration;

/** One check on the screen. Not thread-safe. */
final class ProgressLine {
    private final PlannedCheck check;
    private String state = "waiting";
    private int polls;
    private long started = System.nanoTime();
    private long ended;

    ProgressLine(PlannedCheck check) {
        this.check = check;
    }

    void start() {
        started = System.nanoTime();
        state = "asking";
    }

    void polled(int times) {
        polls = times;
    }

    void status(String status) {
        state = status;
    }

    void finish(String verdict) {
        state = verdict;
        ended = System.nanoTime();
    }

    String state() {
        return state;
    }

    private Duration elapsed() {
        return Duration.ofNanos((ended == 0 ? System.nanoTime() : ended) - started);
    }

    @Override
    public String toString() {
        String asked = polls == 0 ? "" : ", polls: " + polls;
        return "  %-12s  %-26s  %s (%s%s)"
                .formatted(
                        check.vendor(),
                        Texts.shortened(check.connection(), 26),
                        Texts.shortened(state, 20),
                        Texts.seconds(elapsed()),
                        asked);
    }
}
