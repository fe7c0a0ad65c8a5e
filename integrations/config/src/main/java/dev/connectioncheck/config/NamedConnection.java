package dev.connectioncheck.config;

import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckTarget;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Is one entry of a configuration's {@code connections}, or one of the connections that an entry stands for. Immutable;
 * shows nothing of its settings.
 */
public final class NamedConnection {
    private final String name;
    private final @Nullable String account;
    private final String vendor;
    private final @Nullable CheckTarget target;
    private final @Nullable CheckOutcome skipped;
    private final List<String> tags;
    private final @Nullable Duration timeout;

    private NamedConnection(Builder builder) {
        this.name = builder.name;
        this.account = builder.account;
        this.vendor = Objects.requireNonNull(builder.vendor, "vendor");
        this.target = builder.target;
        this.skipped = builder.skipped;
        this.tags = List.copyOf(builder.tags);
        this.timeout = builder.timeout;
    }

    static Builder builder(String name) {
        return new Builder(name);
    }

    /** Starts one of the connections that this one stands for. */
    Builder part(String part) {
        Builder builder =
                new Builder(part).client(account == null ? "" : account, vendor).tags(tags);
        return timeout == null ? builder : builder.timeout(timeout);
    }

    /**
     * Returns the key under which it stands in {@code connections}; of one that an entry stands for, as
     * {@link Connections#expand} describes it.
     *
     * @return a name that no other entry has
     */
    public String name() {
        return name;
    }

    /**
     * Returns the client that is asked, by its name in {@code clients}.
     *
     * @return the name; empty if the vendor's client comes from the environment
     */
    public Optional<String> account() {
        return Optional.ofNullable(account);
    }

    /**
     * Returns the vendor that is asked.
     *
     * @return the vendor's short name in lower case
     */
    public String vendor() {
        return vendor;
    }

    /**
     * Returns what to check; its name is this connection's, and its account the client's name.
     *
     * @return the target; empty if this connection {@link #standsForAll() stands for all} of its client, or is
     *     {@link #skipped()}
     */
    public Optional<CheckTarget> target() {
        return Optional.ofNullable(target);
    }

    /**
     * Tells whether this entry stands for every connection that its client lists ({@code all: true}).
     *
     * @return true if there is no single target
     */
    public boolean standsForAll() {
        return target == null && skipped == null;
    }

    /**
     * Returns what to report instead of asking, of a connection that its client lists and that can't be checked.
     *
     * @return an outcome that says why; empty if this connection can be checked, or {@link #standsForAll() stands for
     *     all}
     */
    public Optional<CheckOutcome> skipped() {
        return Optional.ofNullable(skipped);
    }

    /**
     * Returns the words by which connections are chosen.
     *
     * @return the tags in their order; empty if there are none; unmodifiable
     */
    public List<String> tags() {
        return tags;
    }

    /**
     * Returns how long a check may take, if the configuration says so.
     *
     * @return the time; empty if {@code timeout} was left out
     */
    public Optional<Duration> timeout() {
        return Optional.ofNullable(timeout);
    }

    /**
     * Returns options with this connection's {@link #timeout()}.
     *
     * @return options; {@link CheckOptions#defaults()} if there is no time-out
     */
    public CheckOptions options() {
        return options(CheckOptions.defaults());
    }

    /**
     * Returns options with this connection's {@link #timeout()}.
     *
     * @param defaults options for everything else, and for the time-out if there is none
     * @return options
     */
    public CheckOptions options(CheckOptions defaults) {
        return timeout == null
                ? defaults
                : defaults.toBuilder().timeout(timeout).build();
    }

    /** Shows the name and what it is, without any setting. */
    @Override
    public String toString() {
        if (standsForAll()) {
            return name + " (all of " + (account == null ? vendor : account) + ")";
        }
        return target == null ? String.valueOf(skipped) : target.toString();
    }

    static final class Builder {
        private final String name;
        private @Nullable String account;
        private @Nullable String vendor;
        private @Nullable CheckTarget target;
        private @Nullable CheckOutcome skipped;
        private List<String> tags = List.of();
        private @Nullable Duration timeout;

        private Builder(String name) {
            this.name = name;
        }

        Builder client(String account, String vendor) {
            this.account = account.isEmpty() ? null : account;
            this.vendor = vendor;
            return this;
        }

        Builder target(CheckTarget target) {
            this.target = target;
            return this;
        }

        Builder skipped(CheckOutcome skipped) {
            this.skipped = skipped;
            return this;
        }

        Builder tags(List<String> tags) {
            this.tags = tags;
            return this;
        }

        Builder timeout(Duration timeout) {
            this.timeout = timeout;
            return this;
        }

        NamedConnection build() {
            return new NamedConnection(this);
        }
    }
}
