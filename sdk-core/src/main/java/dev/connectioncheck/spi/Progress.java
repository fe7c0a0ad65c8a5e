package dev.connectioncheck.spi;

import dev.connectioncheck.CheckStep;
import dev.connectioncheck.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Tells how far a check has come, as read from one answer of a vendor. Immutable. */
public sealed interface Progress {

    /**
     * Makes the progress of a check that the vendor says, or is taken, to work on.
     *
     * @param checkId the vendor's id of the check
     * @param status the vendor's word for its state
     * @return a running check without wishes about the next poll
     */
    static Running running(String checkId, String status) {
        return new Running(checkId, status, Optional.empty(), Optional.empty());
    }

    /**
     * Makes the progress of a check that found a working connection.
     *
     * @return a passed check
     */
    static Finished passed() {
        return new Finished(Verdict.PASSED, Optional.empty(), List.of(), Optional.empty());
    }

    /**
     * Makes the progress of a check that found a connection that does not work.
     *
     * @param message the vendor's words; empty if it gave none
     * @return a failed check
     */
    static Finished failed(Optional<String> message) {
        return new Finished(Verdict.FAILED, message, List.of(), Optional.empty());
    }

    /**
     * Makes the progress of a check that ended without a verdict that could be recognised.
     *
     * @param why why there is no verdict, for the user to read
     * @return an inconclusive check
     */
    static Finished inconclusive(String why) {
        return new Finished(Verdict.INCONCLUSIVE, Optional.of(why), List.of(), Optional.empty());
    }

    /**
     * Says that the check has no verdict yet.
     *
     * @param checkId the vendor's id of the check
     * @param status the vendor's word for its state
     * @param retryAfter how long to wait before the next poll at least, if the body says so; the header
     *     {@code Retry-After} is obeyed without this
     * @param memo what a later poll needs to know besides the id, also in another process; never a secret
     */
    record Running(String checkId, String status, Optional<Duration> retryAfter, Optional<String> memo)
            implements Progress {
        /** Holds the given progress. */
        public Running {
            Objects.requireNonNull(checkId, "checkId");
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(retryAfter, "retryAfter");
            Objects.requireNonNull(memo, "memo");
        }

        /**
         * Returns the same progress with a memo for later polls.
         *
         * @param text what to remember; never a secret
         * @return a copy that holds it
         */
        public Running withMemo(String text) {
            return new Running(checkId, status, retryAfter, Optional.of(text));
        }
    }

    /**
     * Says that the check has ended.
     *
     * @param verdict what the vendor said
     * @param message the vendor's words, or why there is no verdict; the engine removes secrets from it
     * @param steps the parts of the check; empty if the vendor reports none
     * @param checkId the id of the check that the verdict is of, if it is another than was asked for
     */
    record Finished(Verdict verdict, Optional<String> message, List<CheckStep> steps, Optional<String> checkId)
            implements Progress {
        /** Holds the given end. */
        public Finished {
            Objects.requireNonNull(verdict, "verdict");
            Objects.requireNonNull(message, "message");
            Objects.requireNonNull(checkId, "checkId");
            steps = List.copyOf(steps);
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
            return new Finished(verdict, message, steps, Optional.of(id));
        }
    }
}
