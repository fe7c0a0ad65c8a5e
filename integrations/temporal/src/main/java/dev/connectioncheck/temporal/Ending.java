package dev.connectioncheck.temporal;

import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.CheckTimeoutException;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.PollOutcome;
import dev.connectioncheck.temporal.StoredVerdict.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Puts down how a check ended. Immutable. */
final class Ending {
    private final Fields known;

    private Ending(Fields known) {
        this.known = known;
    }

    /**
     * Begins with what is known of every check.
     *
     * @param polls how often the vendor was asked how it is getting on
     */
    static Ending of(CheckState state, String run, Instant now, int polls) {
        return new Ending(Fields.none()
                .with("vendor", state.ref().vendor())
                .with("id", state.ref().id())
                .with("run", run)
                .with("started", state.started().orElse(now).toString())
                .with("decided", now.toString())
                .with("polls", polls));
    }

    StoredVerdict decided(CheckResult result) {
        return of(
                Outcome.DECIDED,
                known.with("verdict", result.verdict())
                        .with("message", result.message().orElse(null))
                        .with(
                                "steps",
                                result.steps().stream().map(StoredVerdict::map).toList())
                        .with("checkId", result.checkId().orElse(null))
                        .with("requestId", result.requestId().orElse(null)));
    }

    /** The vendor was not asked, or nobody knows what became of it; the SDK's words are free of secrets. */
    StoredVerdict of(Outcome outcome, ConnectionCheckException trouble, @Nullable String token) {
        Outcome ended = trouble instanceof CheckTimeoutException && outcome == Outcome.START_UNKNOWN
                ? Outcome.TIMED_OUT
                : outcome;
        return of(
                ended,
                because(trouble, trouble.getMessage())
                        .with("requestId", trouble.requestId().orElse(null))
                        .with("token", token));
    }

    /** The SDK refused to ask. */
    StoredVerdict refused(RuntimeException ours) {
        return of(Outcome.ERROR, because(ours, ours.getMessage()));
    }

    /** The user's code threw. */
    StoredVerdict notFound(Throwable thrown) {
        return of(Outcome.ERROR, because(thrown, "Connections.find found no target. " + Trouble.inWords(thrown)));
    }

    StoredVerdict wrongVendor(CheckTarget target) {
        String message = "Connections.find returned a target of " + target.vendor() + "; return one of "
                + known.needed("vendor") + " for " + known.needed("id") + ".";
        return of(Outcome.ERROR, known.with("message", message));
    }

    StoredVerdict timedOut(PollOutcome.Pending pending) {
        String message = "There was no verdict by the timeout; the vendor's last status was " + pending.status()
                + ". It may still run there, and resume(token) waits for it.";
        return of(Outcome.TIMED_OUT, known.with("message", message).with("token", pending.token()));
    }

    StoredVerdict lost() {
        String message =
                "A worker died, or could not be heard, while it started the check. The vendor may have begun it;"
                        + " look there before you start another.";
        return of(Outcome.START_UNKNOWN, known.with("message", message));
    }

    private Fields because(Throwable thrown, @Nullable String message) {
        return known.with("errorType", thrown.getClass().getSimpleName()).with("message", message);
    }

    private static StoredVerdict of(Outcome outcome, Fields fields) {
        return StoredVerdict.of(fields.with("outcome", outcome));
    }
}
