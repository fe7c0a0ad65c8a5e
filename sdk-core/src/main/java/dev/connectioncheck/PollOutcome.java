package dev.connectioncheck;

import java.time.Duration;
import java.util.Objects;

/** Tells what one poll of a {@link RunningCheck} found: a verdict, or that there is none yet. Immutable. */
public sealed interface PollOutcome {
    /**
     * Makes the outcome of a poll that brought the verdict.
     *
     * @param result what the vendor said
     * @return a decided outcome
     */
    static Decided decided(CheckResult result) {
        return new Decided(result);
    }

    /**
     * Makes the outcome of a poll that brought no verdict yet.
     *
     * @param token what resumes the check
     * @param status the vendor's word for its state
     * @param pause how long to wait before the next poll; a negative one counts as zero
     * @return a pending outcome
     */
    static Pending pending(String token, String status, Duration pause) {
        return new Pending(token, status, pause.isNegative() ? Duration.ZERO : pause);
    }

    /** Holds the verdict. Immutable. */
    final class Decided implements PollOutcome {
        private final CheckResult result;

        private Decided(CheckResult result) {
            this.result = Objects.requireNonNull(result, "result");
        }

        /**
         * Returns what the vendor said.
         *
         * @return the result
         */
        public CheckResult result() {
            return result;
        }

        @Override
        public String toString() {
            return "Decided[" + result + "]";
        }
    }

    /** Says that there is no verdict yet, and when to ask again. Immutable. */
    final class Pending implements PollOutcome {
        private final String token;
        private final String status;
        private final Duration pause;

        private Pending(String token, String status, Duration pause) {
            this.token = Objects.requireNonNull(token, "token");
            this.status = Objects.requireNonNull(status, "status");
            this.pause = Objects.requireNonNull(pause, "pause");
        }

        /**
         * Returns what resumes the check, also in another process. It may differ from the token before: keep the last.
         *
         * @return an argument for {@link ConnectionChecker#resume(String)}; holds no secret
         */
        public String token() {
            return token;
        }

        /**
         * Returns the vendor's word for the state of the check.
         *
         * @return a word such as {@code processing}, secrets removed
         */
        public String status() {
            return status;
        }

        /**
         * Returns how long to wait before the next poll: it grows with the age of the check, or follows how long its
         * connection's checks usually take, and honours what the vendor asks for.
         *
         * @return a time from now on, never negative
         */
        public Duration pause() {
            return pause;
        }

        @Override
        public String toString() {
            return "Pending[" + status + ", next poll in " + pause + "]";
        }
    }
}
