package dev.connectioncheck;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells what a vendor said about a connection.
 *
 * <p>A connection that does not work is a result, not an exception. Immutable.
 *
 * @param target the connection that was checked
 * @param verdict what the vendor said of it
 * @param message the vendor's words, or why they allow no verdict; secrets removed; empty if there are none
 * @param steps the parts of the check that the vendor reported, in its order; empty if it reports none
 * @param checkId the vendor's id of the job or check; empty if the vendor has none
 * @param elapsed the time from the call to the verdict, on a monotonic clock; of a resumed check, from the call that
 *     resumed it
 * @param polls how often the vendor was asked for the verdict after it had accepted the check
 */
public record CheckResult(
        CheckTarget target,
        Verdict verdict,
        Optional<String> message,
        List<CheckStep> steps,
        Optional<String> checkId,
        Duration elapsed,
        int polls) {
    /** Holds the given result. */
    public CheckResult {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(checkId, "checkId");
        Objects.requireNonNull(elapsed, "elapsed");
        steps = List.copyOf(steps);
    }

    /**
     * Tells whether the vendor said that the connection works.
     *
     * @return {@code verdict() == Verdict.PASSED}
     */
    public boolean passed() {
        return verdict == Verdict.PASSED;
    }
}
