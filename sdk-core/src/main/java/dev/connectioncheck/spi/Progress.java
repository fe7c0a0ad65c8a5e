package dev.connectioncheck.spi;

import dev.connectioncheck.CheckStep;
import dev.connectioncheck.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells how far a check has come, as read from one answer of a vendor: still running, or finished. Immutable. */
public sealed interface Progress {

    /**
     * Makes the progress of a check that the vendor says, or is taken, to work on.
     *
     * @param checkId the vendor's id of the check
     * @param status the vendor's word for its state
     * @return a running check without wishes about the next poll
     */
    static Running running(String checkId, String status) {
        return new Running(checkId, status, null, null);
    }

    /**
     * Makes the progress of a check that found a working connection.
     *
     * @return a passed check
     */
    static Finished passed() {
        return finished(Verdict.PASSED, Optional.empty());
    }

    /**
     * Makes the progress of a check that found a connection that does not work.
     *
     * @param message the vendor's words; empty if it gave none
     * @return a failed check
     */
    static Finished failed(Optional<String> message) {
        return finished(Verdict.FAILED, message);
    }

    /**
     * Makes the progress of a check that ended without a verdict that could be recognised.
     *
     * @param why why there is no verdict, for the user to read
     * @return an inconclusive check
     */
    static Finished inconclusive(String why) {
        return finished(Verdict.INCONCLUSIVE, Optional.of(why));
    }

    /**
     * Makes the progress of a check that has ended.
     *
     * @param verdict what the vendor said
     * @param message the vendor's words, or why there is no verdict; the engine removes secrets from it
     * @return a check without steps
     */
    static Finished finished(Verdict verdict, Optional<String> message) {
        return new Finished(verdict, message.orElse(null), List.of(), null);
    }

    /** Says that the check has no verdict yet. Immutable. */
    final class Running implements Progress {
        private final String checkId;
        private final String status;
        private final @Nullable Duration retryAfter;
        private final @Nullable String memo;

        private Running(String checkId, String status, @Nullable Duration retryAfter, @Nullable String memo) {
            this.checkId = Objects.requireNonNull(checkId, "checkId");
            this.status = Objects.requireNonNull(status, "status");
            this.retryAfter = retryAfter;
            this.memo = memo;
        }

        /**
         * Returns the vendor's id of the check.
         *
         * @return the id
         */
        public String checkId() {
            return checkId;
        }

        /**
         * Returns the vendor's word for the state of the check.
         *
         * @return a word such as {@code processing}
         */
        public String status() {
            return status;
        }

        /**
         * Returns how long to wait before the next poll at least.
         *
         * @return the time; empty if neither body nor header of the answer said any
         */
        public Optional<Duration> retryAfter() {
            return Optional.ofNullable(retryAfter);
        }

        /**
         * Returns what a later poll needs to know besides the id, also in another process.
         *
         * @return the memo; empty if there is none
         */
        public Optional<String> memo() {
            return Optional.ofNullable(memo);
        }

        /**
         * Returns the same progress with a memo for later polls.
         *
         * @param text what to remember; never a secret
         * @return a copy that holds it
         */
        public Running withMemo(String text) {
            return new Running(checkId, status, retryAfter, Objects.requireNonNull(text, "text"));
        }

        /**
         * Returns the same progress with another word for its state.
         *
         * @param word the vendor's word
         * @return a copy that holds it
         */
        public Running withStatus(String word) {
            return new Running(checkId, word, retryAfter, memo);
        }

        /**
         * Returns the same progress with a wish about the next poll; the header {@code Retry-After} is obeyed without
         * this.
         *
         * @param time how long to wait before the next poll at least; empty for no wish
         * @return a copy that holds it
         */
        public Running withRetryAfter(Optional<Duration> time) {
            return new Running(checkId, status, time.orElse(null), memo);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Running that
                    && checkId.equals(that.checkId)
                    && status.equals(that.status)
                    && Objects.equals(retryAfter, that.retryAfter)
                    && Objects.equals(memo, that.memo);
        }

        @Override
        public int hashCode() {
            return Objects.hash(checkId, status, retryAfter, memo);
        }

        @Override
        public String toString() {
            return "Running[" + checkId + ", " + status + "]";
        }
    }

    /** Says that the check has ended. Immutable. */
    final class Finished implements Progress {
        private final Verdict verdict;
        private final @Nullable String message;
        private final List<CheckStep> steps;
        private final @Nullable String checkId;

        private Finished(Verdict verdict, @Nullable String message, List<CheckStep> steps, @Nullable String checkId) {
            this.verdict = Objects.requireNonNull(verdict, "verdict");
            this.message = message;
            this.steps = List.copyOf(steps);
            this.checkId = checkId;
        }

        /**
         * Returns what the vendor said.
         *
         * @return the verdict
         */
        public Verdict verdict() {
            return verdict;
        }

        /**
         * Returns the vendor's words, or why there is no verdict; they may hold secrets, which the engine removes.
         *
         * @return the words; empty if there are none
         */
        public Optional<String> message() {
            return Optional.ofNullable(message);
        }

        /**
         * Returns the parts of the check.
         *
         * @return the parts in the vendor's order; empty if it reports none
         */
        public List<CheckStep> steps() {
            return steps;
        }

        /**
         * Returns the id of the check that the verdict is of.
         *
         * @return the id; empty if it is the check that was asked for
         */
        public Optional<String> checkId() {
            return Optional.ofNullable(checkId);
        }

        /**
         * Returns the same end with the steps that led to it.
         *
         * @param reported the parts of the check
         * @return a copy that holds them
         */
        public Finished withSteps(List<CheckStep> reported) {
            return new Finished(verdict, message, reported, checkId);
        }

        /**
         * Returns the same end as that of another check than was asked for.
         *
         * @param id the vendor's id of the check that the verdict is of
         * @return a copy that holds it
         */
        public Finished withCheckId(String id) {
            return new Finished(verdict, message, steps, Objects.requireNonNull(id, "id"));
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Finished that
                    && verdict == that.verdict
                    && Objects.equals(message, that.message)
                    && steps.equals(that.steps)
                    && Objects.equals(checkId, that.checkId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(verdict, message, steps, checkId);
        }

        /** Shows the verdict; the words may hold secrets. */
        @Override
        public String toString() {
            return "Finished[" + verdict + "]";
        }
    }
}
