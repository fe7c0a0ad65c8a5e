package dev.connectioncheck.sandbox.contract;

import dev.connectioncheck.CheckResult;
import java.time.Duration;

/**
 * Holds what was seen of a case: by it the promises are judged.
 *
 * @param played the case
 * @param ending how the check ended for its caller
 * @param elapsed the time that it took, pauses included
 * @param caller the thread that made it
 * @param tap what was sent, and what is left behind
 * @param time the clock, and the timers left behind
 * @param overheard everything that was shown to the caller
 * @param strays how many requests a server heard that is not who it should be
 */
record Course(
        MatrixCase played,
        Ending<CheckResult> ending,
        Duration elapsed,
        Thread caller,
        Wiretap tap,
        HurriedTime time,
        Overheard overheard,
        int strays) {
    /** The verdict, or what came instead. */
    String outcome() {
        return ending.name(result -> result.verdict().name());
    }
}
