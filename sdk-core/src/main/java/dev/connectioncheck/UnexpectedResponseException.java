package dev.connectioncheck;

import org.jspecify.annotations.Nullable;

/** Says that the vendor answered with a status or a body that the SDK does not understand. */
public final class UnexpectedResponseException extends ConnectionCheckException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception out of what is known of the failure.
     *
     * @param failure where it happened and what
     * @param cause what led to it, free of secrets; null if nothing did
     */
    public UnexpectedResponseException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
