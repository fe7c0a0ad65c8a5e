package dev.connectioncheck.temporal;

import dev.connectioncheck.CheckStep;
import dev.connectioncheck.StepOutcome;
import dev.connectioncheck.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells how a durable check ended: with the vendor's verdict, or why there is none. Immutable; holds no secret. */
public final class StoredVerdict {
    private final ConnectionRef ref;
    private final String run;
    private final Outcome outcome;
    private final Instant started;
    private final Instant decided;
    private final int polls;
    private final @Nullable Verdict verdict;
    private final @Nullable String message;
    private final List<CheckStep> steps;
    private final @Nullable String errorType;
    private final @Nullable String checkId;
    private final @Nullable String requestId;
    private final @Nullable String token;

    private StoredVerdict(Fields fields) {
        this.ref = ConnectionRef.of(fields.needed("vendor"), fields.needed("id"));
        this.run = fields.needed("run");
        this.outcome = Outcome.valueOf(fields.needed("outcome"));
        this.started = Instant.parse(fields.needed("started"));
        this.decided = Instant.parse(fields.needed("decided"));
        this.polls = fields.number("polls");
        this.verdict = fields.text("verdict").map(Verdict::valueOf).orElse(null);
        this.message = fields.text("message").orElse(null);
        this.steps = fields.parts("steps").stream().map(StoredVerdict::step).toList();
        this.errorType = fields.text("errorType").orElse(null);
        this.checkId = fields.text("checkId").orElse(null);
        this.requestId = fields.text("requestId").orElse(null);
        this.token = fields.text("token").orElse(null);
    }

    /**
     * Reads what {@link #toMap()} wrote, in this release or an earlier one.
     *
     * @param map the JSON form
     * @return the verdict
     * @throws IllegalArgumentException if a field is missing
     * @throws java.time.DateTimeException if a time can't be read
     */
    public static StoredVerdict of(Map<String, ?> map) {
        return of(Fields.of(map));
    }

    static StoredVerdict of(Fields fields) {
        return new StoredVerdict(fields);
    }

    private static CheckStep step(Fields step) {
        return CheckStep.of(step.needed("name"), StepOutcome.valueOf(step.needed("outcome")), step.text("message"));
    }

    /**
     * Returns which connection was checked.
     *
     * @return the reference that the check was started with
     */
    public ConnectionRef ref() {
        return ref;
    }

    /**
     * Returns what names this check: the same for everything that is told of it, and no other check's.
     *
     * @return what {@link DurableChecks#start} returned; the id of a workflow
     */
    public String run() {
        return run;
    }

    /**
     * Returns how the check ended.
     *
     * @return the outcome
     */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * Returns what the vendor said.
     *
     * @return the verdict; empty unless the outcome is {@link Outcome#DECIDED}
     */
    public Optional<Verdict> verdict() {
        return Optional.ofNullable(verdict);
    }

    /**
     * Tells whether the vendor said that the connection works.
     *
     * @return true for {@link Verdict#PASSED} alone
     */
    public boolean passed() {
        return verdict == Verdict.PASSED;
    }

    /**
     * Returns the vendor's words, or why there is no verdict, secrets removed.
     *
     * @return the message; empty if the vendor gave none
     */
    public Optional<String> message() {
        return Optional.ofNullable(message);
    }

    /**
     * Returns the parts of the check, as far as the vendor tells them.
     *
     * @return an unmodifiable list
     */
    public List<CheckStep> steps() {
        return steps;
    }

    /**
     * Returns the simple name of the exception that left the check without a verdict, such as
     * {@code AuthenticationException}.
     *
     * @return the name; empty if no exception did
     */
    public Optional<String> errorType() {
        return Optional.ofNullable(errorType);
    }

    /**
     * Returns the vendor's id of the check.
     *
     * @return the id; empty if the vendor gave none, or it is not known
     */
    public Optional<String> checkId() {
        return Optional.ofNullable(checkId);
    }

    /**
     * Returns the vendor's id of the last request, for its support.
     *
     * @return the id; empty if the vendor gave none
     */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /**
     * Returns what a {@link dev.connectioncheck.ConnectionChecker} resumes the check with, if it may still run.
     *
     * @return the token; empty if there is a verdict, or nothing to resume
     */
    public Optional<String> token() {
        return Optional.ofNullable(token);
    }

    /**
     * Returns when a worker first took the check, by its wall clock; if its start was lost, when that was noticed.
     *
     * @return the time
     */
    public Instant started() {
        return started;
    }

    /**
     * Returns when a worker knew the outcome, by its wall clock.
     *
     * @return the time
     */
    public Instant decided() {
        return decided;
    }

    /**
     * Returns how often the vendor was asked how the check is getting on; polls that were lost with a worker count.
     *
     * @return the number, 0 of a vendor that answers inline
     */
    public int polls() {
        return polls;
    }

    /**
     * Returns this verdict's JSON form: {@code vendor}, {@code id}, {@code run}, {@code outcome}, {@code verdict},
     * {@code message}, {@code steps} (each with {@code name}, {@code outcome}, {@code message}), {@code errorType},
     * {@code checkId}, {@code requestId}, {@code token}, {@code started} and {@code decided} (ISO-8601), {@code polls}.
     *
     * @return an unmodifiable map of JSON values; what is absent is left out
     */
    public Map<String, Object> toMap() {
        return toFields().toMap();
    }

    Fields toFields() {
        return Fields.none()
                .with("vendor", ref.vendor())
                .with("id", ref.id())
                .with("run", run)
                .with("outcome", outcome)
                .with("verdict", verdict)
                .with("message", message)
                .with(
                        "steps",
                        steps.isEmpty()
                                ? null
                                : steps.stream().map(StoredVerdict::map).toList())
                .with("errorType", errorType)
                .with("checkId", checkId)
                .with("requestId", requestId)
                .with("token", token)
                .with("started", started.toString())
                .with("decided", decided.toString())
                .with("polls", polls);
    }

    static Map<String, Object> map(CheckStep step) {
        return Fields.none()
                .with("name", step.name())
                .with("outcome", step.outcome())
                .with("message", step.message().orElse(null))
                .toMap();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredVerdict stored && toMap().equals(stored.toMap());
    }

    @Override
    public int hashCode() {
        return Objects.hash(ref, run, outcome);
    }

    @Override
    public String toString() {
        return ref + ": " + (verdict == null ? outcome : verdict) + (message == null ? "" : " \"" + message + "\"");
    }

    /** Says how a durable check ended. */
    public enum Outcome {
        /** The vendor gave a verdict; {@link Verdict#INCONCLUSIVE} is one too. */
        DECIDED,
        /** The vendor could not be asked, and has not begun the check, or has and can't be asked for its verdict. */
        ERROR,
        /** There was no verdict by the timeout; the vendor may have begun the check, and may still work on it. */
        TIMED_OUT,
        /** The vendor may have begun the check, and nobody knows: a worker died, or an answer was lost. */
        START_UNKNOWN
    }
}
