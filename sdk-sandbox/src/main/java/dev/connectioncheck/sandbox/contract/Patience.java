package dev.connectioncheck.sandbox.contract;

import java.time.Duration;

/**
 * How long, by the clock on the wall, something is waited for that should come at once.
 *
 * @param end the end of a check whose pauses are left out
 * @param rest what comes a moment after the end: the listener hears of it, connections are given back
 */
record Patience(Duration end, Duration rest) {
    /** Long enough for a machine that is busy with other things. */
    static final Patience USUAL = new Patience(Duration.ofSeconds(60), Duration.ofSeconds(10));
}
