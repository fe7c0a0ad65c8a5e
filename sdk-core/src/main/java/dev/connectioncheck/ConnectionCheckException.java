package dev.connectioncheck;

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
    private final @Nullable Integer status;
    private final @Nullable String requestId;
    private final boolean retryable;
    private final @Nullable String token;

    /**
     * Makes an exception out of what is known of the failure.
     *
     * @param failure where it happened and what
     * @param cause what led to it, free of secrets; null if nothing did
     */
    public ConnectionCheckException(Failure failure, @Nullable Throwable cause) {
        super(failure.message(), cause);
        this.vendor = failure.vendor();
        this.operation = failure.operation();
        this.status = failure.status().isPresent() ? failure.status().getAsInt() : null;
        this.requestId = failure.requestId().orElse(null);
        this.retryable = failure.retryable();
        this.token = failure.token().orElse(null);
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
     * <p>It does not say that calling again is harmless: some vendors' checks have side effects.
     *
     * @return true for trouble that tends to pass
     */
    public boolean retryable() {
        return retryable;
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
     * Holds what is known of a failure, free of secrets. Immutable.
     *
     * @param vendor the vendor's short name
     * @param operation what was being done
     * @param message what happened and what the user can do about it
     * @param status the HTTP status, if there was an answer
     * @param requestId the vendor's id of the request, if it sent one
     * @param retryable whether the same call may well succeed later
     * @param token what resumes the check, if it had been accepted
     */
    public record Failure(
            String vendor,
            String operation,
            String message,
            OptionalInt status,
            Optional<String> requestId,
            boolean retryable,
            Optional<String> token) {
        /** Holds the given facts. */
        public Failure {
            Objects.requireNonNull(vendor, "vendor");
            Objects.requireNonNull(operation, "operation");
            Objects.requireNonNull(message, "message");
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(requestId, "requestId");
            Objects.requireNonNull(token, "token");
        }

        /**
         * Makes a failure that no answer led to and that will not pass by itself.
         *
         * @param vendor the vendor's short name
         * @param operation what was being done
         * @param message what happened and what the user can do about it
         * @return a failure without status, request id and token
         */
        public static Failure of(String vendor, String operation, String message) {
            return new Failure(
                    vendor, operation, message, OptionalInt.empty(), Optional.empty(), false, Optional.empty());
        }
    }
}
