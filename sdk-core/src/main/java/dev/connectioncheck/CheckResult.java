package dev.connectioncheck;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a vendor said about a connection.
 *
 * <p>A connection that does not work is a result, not an exception. Immutable. Checks make results; {@link #builder}
 * makes them for tests and for stores.
 */
public final class CheckResult {
    private final CheckTarget target;
    private final Verdict verdict;
    private final @Nullable String message;
    private final List<CheckStep> steps;
    private final @Nullable String checkId;
    private final @Nullable String requestId;
    private final Instant checkedAt;
    private final Duration elapsed;
    private final int polls;

    private CheckResult(Builder builder) {
        this.target = builder.target;
        this.verdict = builder.verdict;
        this.message = builder.message;
        this.steps = builder.steps;
        this.checkId = builder.checkId;
        this.requestId = builder.requestId;
        this.checkedAt = builder.checkedAt;
        this.elapsed = builder.elapsed;
        this.polls = builder.polls;
    }

    /**
     * Starts a result that was found now, in no time, without a poll.
     *
     * @param target the connection that was checked
     * @param verdict what the vendor said of it
     * @return a new builder
     */
    public static Builder builder(CheckTarget target, Verdict verdict) {
        return new Builder(target, verdict);
    }

    /**
     * Returns the connection that was checked.
     *
     * @return the target
     */
    public CheckTarget target() {
        return target;
    }

    /**
     * Returns what the vendor said of the connection.
     *
     * @return the verdict
     */
    public Verdict verdict() {
        return verdict;
    }

    /**
     * Tells whether the vendor said that the connection works.
     *
     * @return {@code verdict() == Verdict.PASSED}
     */
    public boolean passed() {
        return verdict == Verdict.PASSED;
    }

    /**
     * Returns the vendor's words, or why they allow no verdict; secrets removed.
     *
     * @return the words; empty if there are none
     */
    public Optional<String> message() {
        return Optional.ofNullable(message);
    }

    /**
     * Returns the parts of the check that the vendor reported.
     *
     * @return an unmodifiable list in the vendor's order; empty if it reports none
     */
    public List<CheckStep> steps() {
        return steps;
    }

    /**
     * Returns the vendor's id of the job or check.
     *
     * @return the id; empty if the vendor has none
     */
    public Optional<String> checkId() {
        return Optional.ofNullable(checkId);
    }

    /**
     * Returns the vendor's id of the request whose answer held the verdict, for its support.
     *
     * @return the id; empty if the vendor sent none
     */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /**
     * Returns when the verdict was received, by this machine's clock.
     *
     * @return the moment
     */
    public Instant checkedAt() {
        return checkedAt;
    }

    /**
     * Returns the time from the call to the verdict, on a monotonic clock.
     *
     * @return the time; of a resumed check, from the call that resumed it
     */
    public Duration elapsed() {
        return elapsed;
    }

    /**
     * Returns how often the vendor was asked for the verdict after it had accepted the check.
     *
     * @return the number of polls; of a {@link RunningCheck}, those that were made through that object
     */
    public int polls() {
        return polls;
    }

    /**
     * Returns this result's JSON form: {@code name}, {@code vendor}, {@code kind}, {@code id}, {@code account} of the
     * target, then {@code verdict}, {@code message}, {@code steps}, {@code checkId}, {@code requestId},
     * {@code checkedAt} (ISO-8601), {@code elapsedMillis}, {@code polls}.
     *
     * @return an unmodifiable map of JSON values; null where there is nothing to say
     */
    @JsonValue
    public Map<String, @Nullable Object> toMap() {
        return new JsonForm()
                .putAll(target.toMap())
                .put("verdict", verdict.name())
                .put("message", message)
                .put("steps", steps.stream().map(CheckStep::toMap).toList())
                .put("checkId", checkId)
                .put("requestId", requestId)
                .put("checkedAt", checkedAt.toString())
                .put("elapsedMillis", elapsed.toMillis())
                .put("polls", polls)
                .toMap();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CheckResult that && facts().equals(that.facts());
    }

    @Override
    public int hashCode() {
        return facts().hashCode();
    }

    private List<@Nullable Object> facts() {
        return Arrays.asList(target, verdict, message, steps, checkId, requestId, checkedAt, elapsed, polls);
    }

    @Override
    public String toString() {
        return target + ": " + verdict + (message == null ? "" : ", " + message);
    }

    /** Collects a result. Not thread-safe. */
    public static final class Builder {
        private final CheckTarget target;
        private final Verdict verdict;
        private @Nullable String message;
        private List<CheckStep> steps = List.of();
        private @Nullable String checkId;
        private @Nullable String requestId;
        private Instant checkedAt = Instant.now();
        private Duration elapsed = Duration.ZERO;
        private int polls;

        private Builder(CheckTarget target, Verdict verdict) {
            this.target = Objects.requireNonNull(target, "target");
            this.verdict = Objects.requireNonNull(verdict, "verdict");
        }

        /**
         * Sets the vendor's words; the default is none.
         *
         * @param message the words, free of secrets; null for none
         * @return this builder
         */
        public Builder message(@Nullable String message) {
            this.message = message;
            return this;
        }

        /**
         * Sets the parts of the check; the default is none.
         *
         * @param steps the parts in the vendor's order
         * @return this builder
         */
        public Builder steps(List<CheckStep> steps) {
            this.steps = List.copyOf(steps);
            return this;
        }

        /**
         * Sets the vendor's id of the check; the default is none.
         *
         * @param checkId the id; null for none
         * @return this builder
         */
        public Builder checkId(@Nullable String checkId) {
            this.checkId = checkId;
            return this;
        }

        /**
         * Sets the vendor's id of the request; the default is none.
         *
         * @param requestId the id; null for none
         * @return this builder
         */
        public Builder requestId(@Nullable String requestId) {
            this.requestId = requestId;
            return this;
        }

        /**
         * Sets when the verdict was received; the default is now.
         *
         * @param checkedAt the moment
         * @return this builder
         */
        public Builder checkedAt(Instant checkedAt) {
            this.checkedAt = Objects.requireNonNull(checkedAt, "checkedAt");
            return this;
        }

        /**
         * Sets how long the check took; the default is no time.
         *
         * @param elapsed the time from the call to the verdict
         * @return this builder
         * @throws IllegalArgumentException if it is negative
         */
        public Builder elapsed(Duration elapsed) {
            if (elapsed.isNegative()) {
                throw new IllegalArgumentException("The elapsed time must not be negative, but is " + elapsed + ".");
            }
            this.elapsed = elapsed;
            return this;
        }

        /**
         * Sets how often the vendor was asked for the verdict; the default is 0.
         *
         * @param polls 0 or more
         * @return this builder
         * @throws IllegalArgumentException if it is negative
         */
        public Builder polls(int polls) {
            if (polls < 0) {
                throw new IllegalArgumentException("The number of polls must not be negative, but is " + polls + ".");
            }
            this.polls = polls;
            return this;
        }

        /**
         * Makes the result.
         *
         * @return an immutable result
         */
        public CheckResult build() {
            return new CheckResult(this);
        }
    }
}
