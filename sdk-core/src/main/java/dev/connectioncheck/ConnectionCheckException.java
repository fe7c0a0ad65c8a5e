package dev.connectioncheck;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Says why the SDK could not find out whether a connection works.
 *
 * <p>A connection that the vendor calls broken is a {@link CheckResult}, never an exception. The subclasses say what
 * kind of trouble it was. No message, cause or stack trace of these exceptions holds a key, a password or a body.
 */
public class ConnectionCheckException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String vendor;
    private final String operation;
    private final @Nullable String account;
    private final @Nullable Integer status;
    private final @Nullable String requestId;
    private final boolean retryable;
    private final boolean notProcessed;
    private final @Nullable String token;

    /**
     * Makes an exception out of what is known of the failure.
     *
     * @param failure where it happened and what
     * @param cause what led to it, free of secrets; null if nothing did
     */
    public ConnectionCheckException(Failure failure, @Nullable Throwable cause) {
        super(failure.known.message, cause);
        this.vendor = failure.known.vendor;
        this.operation = failure.known.operation;
        this.account = failure.known.account;
        this.status = failure.known.status;
        this.requestId = failure.known.requestId;
        this.retryable = failure.known.retryable;
        this.notProcessed = failure.known.notProcessed;
        this.token = failure.known.token;
    }

    /**
     * Returns the short name of the vendor that was asked, such as {@code acme}.
     *
     * @return the vendor
     */
    public String vendor() {
        return vendor;
    }

    /**
     * Returns what was being done, such as {@code testDataSource}.
     *
     * @return the operation's name
     */
    public String operation() {
        return operation;
    }

    /**
     * Returns which of several clients of the vendor was asked.
     *
     * @return the client's name in the checker; empty if it is the vendor's unnamed one, or no checker was used
     */
    public Optional<String> account() {
        return Optional.ofNullable(account);
    }

    /**
     * Returns the HTTP status of the answer that led to this exception.
     *
     * @return the status; empty if no answer did
     */
    public OptionalInt status() {
        return status == null ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /**
     * Returns the vendor's id of the request, for its support.
     *
     * @return the id; empty if the vendor sent none
     */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /**
     * Tells whether the same call may well succeed later, without anything being changed.
     *
     * <p>It does not say that calling again is harmless: some vendors' checks have side effects; see
     * {@link #wasNotProcessed()}.
     *
     * @return true for trouble that tends to pass
     */
    public boolean retryable() {
        return retryable;
    }

    /**
     * Tells whether the vendor surely has not begun what was asked for: nothing reached it, or it said so by refusing
     * (429, for one). Calling again then does nothing a second time.
     *
     * @return true if that is sure; false if it may have begun, or nobody can tell
     */
    public boolean wasNotProcessed() {
        return notProcessed;
    }

    /**
     * Returns the token to go on with, if the vendor had accepted the check before the trouble.
     *
     * @return an argument for {@link ConnectionChecker#resume(String)}; empty if there is nothing to resume
     */
    public Optional<String> token() {
        return Optional.ofNullable(token);
    }

    /**
     * Returns this exception's JSON form: {@code vendor}, {@code account}, {@code type} (the class's simple name),
     * {@code message}. Neither cause nor stack trace is in it.
     *
     * @return an unmodifiable map of texts; null where there is nothing to say
     */
    @JsonValue
    public Map<String, @Nullable Object> toMap() {
        return new JsonForm()
                .put("vendor", vendor)
                .put("account", account)
                .put("type", getClass().getSimpleName())
                .put("message", getMessage())
                .toMap();
    }

    /** Holds what is known of a failure, free of secrets. Immutable. */
    public static final class Failure {
        private final Builder known;

        private Failure(Builder known) {
            this.known = known;
        }

        /**
         * Makes a failure that no answer led to and that will not pass by itself.
         *
         * @param vendor the vendor's short name
         * @param operation what was being done
         * @param message what happened and what the user can do about it
         * @return a failure without account, status, request id and token
         */
        public static Failure of(String vendor, String operation, String message) {
            return builder(vendor, operation, message).build();
        }

        /**
         * Starts a failure that no answer led to and that will not pass by itself.
         *
         * @param vendor the vendor's short name
         * @param operation what was being done
         * @param message what happened and what the user can do about it
         * @return a new builder
         */
        public static Builder builder(String vendor, String operation, String message) {
            return new Builder(vendor, operation, message);
        }

        /** Shows the vendor, the operation and the message. */
        @Override
        public String toString() {
            return known.vendor + " " + known.operation + ": " + known.message;
        }

        /** Collects what is known of a failure. Not thread-safe. */
        public static final class Builder {
            private final String vendor;
            private final String operation;
            private final String message;
            private @Nullable String account;
            private @Nullable Integer status;
            private @Nullable String requestId;
            private boolean retryable;
            private boolean notProcessed;
            private @Nullable String token;

            private Builder(String vendor, String operation, String message) {
                this.vendor = Objects.requireNonNull(vendor, "vendor");
                this.operation = Objects.requireNonNull(operation, "operation");
                this.message = Objects.requireNonNull(message, "message");
            }

            private Builder(Builder other) {
                this(other.vendor, other.operation, other.message);
                this.account = other.account;
                this.status = other.status;
                this.requestId = other.requestId;
                this.retryable = other.retryable;
                this.notProcessed = other.notProcessed;
                this.token = other.token;
            }

            /**
             * Sets which of several clients of the vendor was asked; the default is none.
             *
             * @param account the client's name in the checker; null for none
             * @return this builder
             */
            public Builder account(@Nullable String account) {
                this.account = account;
                return this;
            }

            /**
             * Sets the HTTP status of the answer; the default is none.
             *
             * @param status the status
             * @return this builder
             */
            public Builder status(int status) {
                this.status = status;
                return this;
            }

            /**
             * Sets the vendor's id of the request; the default is none.
             *
             * @param requestId the id, secrets removed; null for none
             * @return this builder
             */
            public Builder requestId(@Nullable String requestId) {
                this.requestId = requestId;
                return this;
            }

            /**
             * Sets whether the same call may well succeed later; the default is false.
             *
             * @param retryable whether the trouble tends to pass
             * @return this builder
             */
            public Builder retryable(boolean retryable) {
                this.retryable = retryable;
                return this;
            }

            /**
             * Sets whether the vendor surely has not begun what was asked for; the default is false.
             *
             * @param notProcessed whether calling again does nothing a second time
             * @return this builder
             */
            public Builder notProcessed(boolean notProcessed) {
                this.notProcessed = notProcessed;
                return this;
            }

            /**
             * Sets what resumes the check; the default is none.
             *
             * @param token a resume token; null if the vendor had not accepted the check
             * @return this builder
             */
            public Builder token(@Nullable String token) {
                this.token = token;
                return this;
            }

            /**
             * Makes the failure.
             *
             * @return an immutable failure
             */
            public Failure build() {
                return new Failure(new Builder(this));
            }
        }
    }
}
