package dev.connectioncheck.temporal;

import java.time.Duration;
import java.util.Objects;

/** Says how long a durable check may take, and what to do if its start is lost. Immutable. */
public final class DurableOptions {
    private static final Duration LONGEST = Duration.ofDays(365);
    private static final Duration LEAST_HEARTBEAT = Duration.ofSeconds(1);
    private static final DurableOptions DEFAULTS = builder().build();

    private final Duration timeout;
    private final Duration heartbeatTimeout;
    private final LostStart lostStart;

    private DurableOptions(Builder builder) {
        this.timeout = builder.timeout;
        this.heartbeatTimeout = builder.heartbeatTimeout;
        this.lostStart = builder.lostStart;
    }

    /**
     * Returns the options used where none are given.
     *
     * @return five minutes for a check, 30 seconds for a silent worker, and reports of lost starts
     */
    public static DurableOptions defaults() {
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
     * Returns how long a check may take.
     *
     * @return the time from when a worker first takes it up to the last poll
     */
    public Duration timeout() {
        return timeout;
    }

    /**
     * Returns after which silence a worker counts as dead.
     *
     * @return the time between two signs of life
     */
    public Duration heartbeatTimeout() {
        return heartbeatTimeout;
    }

    /**
     * Returns what to do if nobody knows whether the vendor has begun.
     *
     * @return what to do
     */
    public LostStart lostStart() {
        return lostStart;
    }

    @Override
    public String toString() {
        return "DurableOptions[timeout=" + timeout + ", heartbeatTimeout=" + heartbeatTimeout + ", lostStart="
                + lostStart + "]";
    }

    /** Collects options. Not thread-safe. */
    public static final class Builder {
        private Duration timeout = Duration.ofMinutes(5);
        private Duration heartbeatTimeout = Duration.ofSeconds(30);
        private LostStart lostStart = LostStart.REPORT;

        private Builder() {}

        /**
         * Bounds the time from when a worker first takes the check up to the last poll; the default is five minutes.
         *
         * <p>Time in the queue before that does not count. Workers that are all dead don't end a check: the first to
         * come back asks the vendor once more, however late. It is measured by the workers' wall clocks.
         *
         * @param timeout a positive time, at most 365 days
         * @return this builder
         * @throws IllegalArgumentException if it is not positive or longer than 365 days
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
         * Sets after which silence a worker that is asking the vendor counts as dead; the default is 30 seconds.
         *
         * <p>A shorter time tells of a dead worker sooner, and takes one for dead that only paused.
         *
         * @param heartbeatTimeout at least a second
         * @return this builder
         * @throws IllegalArgumentException if it is shorter
         */
        public Builder heartbeatTimeout(Duration heartbeatTimeout) {
            if (heartbeatTimeout.compareTo(LEAST_HEARTBEAT) < 0) {
                throw new IllegalArgumentException(
                        "The heartbeat timeout must be at least a second, but is " + heartbeatTimeout + ".");
            }
            this.heartbeatTimeout = heartbeatTimeout;
            return this;
        }

        /**
         * Sets what to do if nobody knows whether the vendor has begun; the default is {@link LostStart#REPORT}.
         *
         * @param lostStart what to do
         * @return this builder
         */
        public Builder lostStart(LostStart lostStart) {
            this.lostStart = Objects.requireNonNull(lostStart, "lostStart");
            return this;
        }

        /**
         * Makes the options.
         *
         * @return immutable options
         */
        public DurableOptions build() {
            return new DurableOptions(this);
        }
    }
}
