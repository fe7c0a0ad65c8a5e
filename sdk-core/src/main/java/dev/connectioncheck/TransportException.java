package dev.connectioncheck;

import org.jspecify.annotations.Nullable;

/** Says that no complete answer came: name look-up, connecting, TLS, a broken connection, or one attempt's time-out. */
public final class TransportException extends ConnectionCheckException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception out of what is known of the failure.
     *
     * @param failure where it happened and what
     * @param cause what led to it, free of secrets; null if nothing did
     */
    public TransportException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
