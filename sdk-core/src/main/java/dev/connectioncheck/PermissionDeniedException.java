package dev.connectioncheck;

import org.jspecify.annotations.Nullable;

/** Says that the API key is valid but may not do this (403). */
public final class PermissionDeniedException extends ConnectionCheckException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception out of what is known of the failure.
     *
     * @param failure where it happened and what
     * @param cause what led to it, free of secrets; null if nothing did
     */
    public PermissionDeniedException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
