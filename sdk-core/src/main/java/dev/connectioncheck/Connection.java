package dev.connectioncheck;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Describes a connection that an account has, as its vendor lists it. Immutable; of the connection's settings it holds
 * nothing.
 */
public final class Connection {
    private final String vendor;
    private final @Nullable String account;
    private final String kind;
    private final String id;
    private final String name;
    private final String type;
    private final @Nullable RecordedVerdict lastVerdict;
    private final @Nullable CheckTarget target;
    private final @Nullable String notCheckable;

    private Connection(Builder builder, @Nullable String account, @Nullable CheckTarget target) {
        this.vendor = builder.vendor;
        this.account = account;
        this.kind = builder.kind;
        this.id = builder.id;
        this.name = builder.name;
        this.type = builder.type;
        this.lastVerdict = builder.lastVerdict;
        this.target = target;
        this.notCheckable = builder.notCheckable;
    }

    /**
     * Starts a connection; one of {@link Builder#target} and {@link Builder#notCheckable} has to follow.
     *
     * @param vendor the vendor's short name
     * @param kind what the vendor calls this kind of connection, such as {@code source}
     * @param id the vendor's id
     * @return a new builder
     */
    public static Builder builder(String vendor, String kind, String id) {
        return new Builder(vendor, kind, id);
    }

    /**
     * Returns the vendor that lists this connection.
     *
     * @return its short name in lower case
     */
    public String vendor() {
        return vendor;
    }

    /**
     * Returns which of several clients of the vendor listed it.
     *
     * @return the client's name in the checker; empty if it is the vendor's unnamed one
     */
    public Optional<String> account() {
        return Optional.ofNullable(account);
    }

    /**
     * Returns what the vendor calls this kind of connection.
     *
     * @return a word such as {@code source}
     */
    public String kind() {
        return kind;
    }

    /**
     * Returns the vendor's id of the connection.
     *
     * @return the id
     */
    public String id() {
        return id;
    }

    /**
     * Returns the name that its makers gave it.
     *
     * @return the name; empty text if it has none
     */
    public String name() {
        return name;
    }

    /**
     * Returns the vendor's word for what it connects to.
     *
     * @return a word such as {@code Postgresql}; empty text if the vendor says none
     */
    public String type() {
        return type;
    }

    /**
     * Returns the verdict that the vendor recorded last and dates; nobody asked now.
     *
     * @return the verdict; empty if the vendor's list has none or does not say of when it is
     */
    public Optional<RecordedVerdict> lastVerdict() {
        return Optional.ofNullable(lastVerdict);
    }

    /**
     * Returns what to pass to a checker to check this connection, with this connection's name and account.
     *
     * @return the target; empty if it can't be checked, and {@link #notCheckable()} says why
     */
    public Optional<CheckTarget> target() {
        return Optional.ofNullable(target);
    }

    /**
     * Returns why this connection can't be checked from here.
     *
     * @return the reason, for users to read; empty if there is a {@link #target()}
     */
    public Optional<String> notCheckable() {
        return Optional.ofNullable(notCheckable);
    }

    /**
     * Returns this connection as one of an account; checkers call it for what a named client listed.
     *
     * @param account the client's name in the checker
     * @return a copy whose target is at that account too
     * @throws IllegalArgumentException if the account is blank
     */
    public Connection at(String account) {
        return new Connection(copy(), account, target == null ? null : target.at(account));
    }

    /**
     * Returns this connection with another recorded verdict; checkers call it to keep secrets out of its message.
     *
     * @param verdict the verdict; null for none
     * @return a copy
     */
    public Connection withLastVerdict(@Nullable RecordedVerdict verdict) {
        return new Connection(copy().lastVerdict(verdict), account, target);
    }

    private Builder copy() {
        Builder copy = builder(vendor, kind, id).name(name).type(type).lastVerdict(lastVerdict);
        copy.notCheckable = notCheckable;
        return copy;
    }

    /**
     * Returns this connection's JSON form: {@code vendor}, {@code account}, {@code kind}, {@code id}, {@code name},
     * {@code type}, {@code checkable}, {@code reason}, {@code lastVerdict} (see {@link RecordedVerdict#toMap()}).
     *
     * @return an unmodifiable map of JSON values; null where there is nothing to say
     */
    @JsonValue
    public Map<String, @Nullable Object> toMap() {
        return new JsonForm()
                .put("vendor", vendor)
                .put("account", account)
                .put("kind", kind)
                .put("id", id)
                .put("name", name)
                .put("type", type)
                .put("checkable", target != null)
                .put("reason", notCheckable)
                .put("lastVerdict", lastVerdict().map(RecordedVerdict::toMap))
                .toMap();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Connection that && toMap().equals(that.toMap()) && Objects.equals(target, that.target);
    }

    @Override
    public int hashCode() {
        return Objects.hash(vendor, account, kind, id);
    }

    @Override
    public String toString() {
        String what = vendor + " " + kind + " " + id + (account == null ? "" : " at " + account);
        return name.isEmpty() ? what : name + " (" + what + ")";
    }

    /** Collects a connection. Not thread-safe. */
    public static final class Builder {
        private final String vendor;
        private final String kind;
        private final String id;
        private String name = "";
        private String type = "";
        private @Nullable RecordedVerdict lastVerdict;
        private @Nullable CheckTarget target;
        private @Nullable String notCheckable;

        private Builder(String vendor, String kind, String id) {
            this.vendor = Objects.requireNonNull(vendor, "vendor");
            this.kind = Objects.requireNonNull(kind, "kind");
            this.id = Objects.requireNonNull(id, "id");
        }

        /**
         * Sets the name that its makers gave it; the default is empty text.
         *
         * @param name the name
         * @return this builder
         */
        public Builder name(String name) {
            this.name = Objects.requireNonNull(name, "name");
            return this;
        }

        /**
         * Sets the vendor's word for what it connects to; the default is empty text.
         *
         * @param type the word
         * @return this builder
         */
        public Builder type(String type) {
            this.type = Objects.requireNonNull(type, "type");
            return this;
        }

        /**
         * Sets the verdict that the vendor recorded last and dates; the default is none.
         *
         * @param lastVerdict the verdict; null for none
         * @return this builder
         */
        public Builder lastVerdict(@Nullable RecordedVerdict lastVerdict) {
            this.lastVerdict = lastVerdict;
            return this;
        }

        /**
         * Sets what checks it.
         *
         * @param target a target of this connection; it gets the connection's name if that is not blank
         * @return this builder
         */
        public Builder target(CheckTarget target) {
            this.target = Objects.requireNonNull(target, "target");
            return this;
        }

        /**
         * Says why it can't be checked.
         *
         * @param why the reason, for users to read
         * @return this builder
         */
        public Builder notCheckable(String why) {
            this.notCheckable = Objects.requireNonNull(why, "why");
            return this;
        }

        /**
         * Makes the connection.
         *
         * @return an immutable connection
         * @throws IllegalStateException unless exactly one of target and reason was given
         */
        public Connection build() {
            if ((target == null) == (notCheckable == null)) {
                throw new IllegalStateException(
                        "A connection is either checkable or not: call one of target(...) and notCheckable(...).");
            }
            return new Connection(this, null, target == null || name.isBlank() ? target : target.named(name));
        }
    }
}
