package dev.connectioncheck;

import java.time.Duration;
import java.util.Objects;

/**
 * Says how long a check may take, and who hears of its course. Immutable.
 *
 * @see #builder()
 */
public final class CheckOptions {
    private static final Duration LONGEST = Duration.ofDays(365);
    private static final CheckOptions DEFAULTS = builder().build();

    private final Duration timeout;
    private final CheckListener listener;

    private CheckOptions(Builder builder) {
        this.timeout = builder.timeout;
        this.listener = builder.listener;
    }

    /**
     * Returns the options used where none are given: five minutes, no listener.
     *
     * @return the defaults
     */
    public static CheckOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Starts from the defaults.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts from these options.
     *
     * @return a builder that holds what these options hold
     */
    public Builder toBuilder() {
        return new Builder().timeout(timeout).listener(listener);
    }

    /**
     * Returns the time from the call to the verdict, after which the check ends with a {@link CheckTimeoutException}.
     *
     * @return the deadline of each check, counted from its call
     */
    public Duration timeout() {
        return timeout;
    }

    /**
     * Returns who hears of the check's course.
     *
     * @return the listener; one that does nothing if none was set
     */
    public CheckListener listener() {
        return listener;
    }

    @Override
    public String toString() {
        return "CheckOptions[timeout=" + timeout + "]";
    }

    /** Collects options. Not thread-safe. */
    public static final class Builder {
        private static final CheckListener SILENT = new CheckListener() {};

        private Duration timeout = Duration.ofMinutes(5);
        private CheckListener listener = SILENT;

        private Builder() {}

        /**
         * Bounds the time from the call to the verdict; the default is five minutes.
         *
         * <p>It bounds everything: connecting, sending, retrying, and waiting between polls. Reaching it does not stop
         * what the vendor runs.
         *
         * @param timeout a positive time, at most 365 days
         * @return this builder
         * @throws IllegalArgumentException if it is zero, negative or longer than 365 days
         */
        public Builder timeout(Duration timeout) {
            if (timeout.isZero() || timeout.isNegative() || timeout.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "The timeout must be positive and at most 365 days, but is " + timeout + ".");
            }
            this.timeout = timeout;
            return this;
        }

        /**
         * Tells this listener of the check's course; the default is none.
         *
         * @param listener who is told
         * @return this builder
         */
        public Builder listener(CheckListener listener) {
            this.listener = Objects.requireNonNull(listener, "listener");
            return this;
        }

        /**
         * Makes the options.
         *
         * @return immutable options
         */
        public CheckOptions build() {
            return new CheckOptions(this);
        }
    }
}
