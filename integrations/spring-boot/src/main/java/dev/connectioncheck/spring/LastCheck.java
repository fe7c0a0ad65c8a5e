package dev.connectioncheck.spring;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Tells what the last check of a connection brought, and how long ago. Immutable, but for its age. */
public final class LastCheck {
    private final CheckOutcome outcome;
    private final TimeSource time;
    private final Instant at;
    private final long nanoTime;

    private LastCheck(CheckOutcome outcome, TimeSource time) {
        this.outcome = outcome;
        this.time = time;
        this.at = time.now();
        this.nanoTime = time.nanoTime();
    }

    static LastCheck of(CheckOutcome outcome, TimeSource time) {
        return new LastCheck(outcome, time);
    }

    /**
     * Returns what became of the connection.
     *
     * @return the result, the error, or why nothing was asked
     */
    public CheckOutcome outcome() {
        return outcome;
    }

    /**
     * Returns when the check ended.
     *
     * @return the moment
     */
    public Instant at() {
        return at;
    }

    /**
     * Tells how long ago the check ended, by a clock that never jumps.
     *
     * @return the time until now
     */
    public Duration age() {
        return Duration.ofNanos(time.nanoTime() - nanoTime);
    }

    Optional<Verdict> verdict() {
        return outcome.result().map(CheckResult::verdict);
    }
}
