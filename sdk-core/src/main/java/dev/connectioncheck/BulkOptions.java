package dev.connectioncheck;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Says how many connections are checked at a time, how long the whole may take, and what need not be asked again.
 * Immutable.
 *
 * @see #builder()
 */
public final class BulkOptions {
    private static final BulkOptions DEFAULTS = builder().build();

    private final @Nullable CheckOptions check;
    private final Function<? super CheckTarget, Optional<Duration>> timeouts;
    private final @Nullable Duration within;
    private final @Nullable Integer concurrencyPerVendor;
    private final @Nullable Duration skipIfCheckedWithin;

    private BulkOptions(Builder builder) {
        this.check = builder.check;
        this.timeouts = builder.timeouts;
        this.within = builder.within;
        this.concurrencyPerVendor = builder.concurrencyPerVendor;
        this.skipIfCheckedWithin = builder.skipIfCheckedWithin;
    }

    /**
     * Returns the options used where none are given: the checker's own for each check, no bound for the whole, nothing
     * skipped.
     *
     * @return the defaults
     */
    public static BulkOptions defaults() {
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
        Builder copy = new Builder();
        copy.check = check;
        copy.timeouts = timeouts;
        copy.within = within;
        copy.concurrencyPerVendor = concurrencyPerVendor;
        copy.skipIfCheckedWithin = skipIfCheckedWithin;
        return copy;
    }

    /**
     * Returns the options of each check.
     *
     * @return the options; empty if the checker's default options are used
     */
    public Optional<CheckOptions> check() {
        return Optional.ofNullable(check);
    }

    /**
     * Returns the time-out of one target's check, if it has one of its own.
     *
     * @param target the target
     * @return the time; empty if that of {@link #check()} is used
     */
    public Optional<Duration> timeout(CheckTarget target) {
        return timeouts.apply(target);
    }

    /**
     * Returns how long the whole run may take.
     *
     * @return the time from the call on; empty if the run has no bound of its own
     */
    public Optional<Duration> within() {
        return Optional.ofNullable(within);
    }

    /**
     * Returns how many checks run at each account at the same time.
     *
     * @return the number; empty if the checker's is used
     */
    public OptionalInt concurrencyPerVendor() {
        return concurrencyPerVendor == null ? OptionalInt.empty() : OptionalInt.of(concurrencyPerVendor);
    }

    /**
     * Returns how fresh a verdict recorded by the vendor has to be so that the connection is not checked again.
     *
     * @return the age; empty if everything is checked
     */
    public Optional<Duration> skipIfCheckedWithin() {
        return Optional.ofNullable(skipIfCheckedWithin);
    }

    @Override
    public String toString() {
        return "BulkOptions[check=" + (check == null ? "the checker's" : check) + ", within="
                + (within == null ? "unbounded" : within) + ", concurrencyPerVendor="
                + (concurrencyPerVendor == null ? "the checker's" : concurrencyPerVendor) + ", skipIfCheckedWithin="
                + (skipIfCheckedWithin == null ? "never" : skipIfCheckedWithin) + "]";
    }

    /** Collects options. Not thread-safe. */
    public static final class Builder {
        private @Nullable CheckOptions check;
        private Function<? super CheckTarget, Optional<Duration>> timeouts = target -> Optional.empty();
        private @Nullable Duration within;
        private @Nullable Integer concurrencyPerVendor;
        private @Nullable Duration skipIfCheckedWithin;

        private Builder() {}

        /**
         * Sets how long each check may take, counted from when its turn comes, and who hears of its course; the default
         * is the checker's default options.
         *
         * @param check the options of each check
         * @return this builder
         */
        public Builder check(CheckOptions check) {
            this.check = Objects.requireNonNull(check, "check");
            return this;
        }

        /**
         * Gives targets a time-out of their own, such as one that a configuration names; the default is that of
         * {@link #check(CheckOptions)} for all.
         *
         * @param timeouts returns a target's time-out, counted from when its turn comes; empty for the usual one.
         *     Called once for each target, on the thread that asks for the check; what it throws comes out of that call
         * @return this builder
         */
        public Builder timeouts(Function<? super CheckTarget, Optional<Duration>> timeouts) {
            this.timeouts = Objects.requireNonNull(timeouts, "timeouts");
            return this;
        }

        /**
         * Bounds the time of the whole run, from the call on; the default is no bound.
         *
         * <p>At its end what is under way gets a {@link CheckTimeoutException}, with its token if the vendor had
         * accepted it, what has not begun is {@link CheckStatus#SKIPPED}, and verdicts that are there are kept.
         *
         * @param within a positive time
         * @return this builder
         * @throws IllegalArgumentException if it is zero or negative
         */
        public Builder within(Duration within) {
            this.within = positive("within", within);
            return this;
        }

        /**
         * Sets how many checks run at each account at the same time, by all bulk runs of the checker together; the
         * default is {@link ConnectionChecker.Builder#concurrencyPerVendor the checker's}. It lifts no limit of
         * requests in a time.
         *
         * @param checks at least 1
         * @return this builder
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder concurrencyPerVendor(int checks) {
            if (checks < 1) {
                throw new IllegalArgumentException("concurrencyPerVendor must be at least 1, but is " + checks + ".");
            }
            this.concurrencyPerVendor = checks;
            return this;
        }

        /**
         * Skips the rows of an inventory whose {@link Connection#lastVerdict() recorded verdict} is PASSED, dated, not
         * in the future, and younger than this; the default is to check everything. Vendors whose lists date no verdict
         * are not affected, nor are targets that come from no inventory.
         *
         * @param age a positive time
         * @return this builder
         * @throws IllegalArgumentException if it is zero or negative
         */
        public Builder skipIfCheckedWithin(Duration age) {
            this.skipIfCheckedWithin = positive("skipIfCheckedWithin", age);
            return this;
        }

        /**
         * Makes the options.
         *
         * @return immutable options
         */
        public BulkOptions build() {
            return new BulkOptions(this);
        }

        private static Duration positive(String name, Duration time) {
            if (time.isZero() || time.isNegative()) {
                throw new IllegalArgumentException(name + " must be positive, but is " + time + ".");
            }
            return time;
        }
    }
}
