package dev.connectioncheck;

import org.jspecify.annotations.Nullable;

/**
 * Says that the waiting thread was interrupted; its interrupt flag is set again, and the call in flight was cancelled.
 */
public final class CheckInterruptedException extends ConnectionCheckException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception out of what is known of the failure.
     *
     * @param failure where it happened and what
     * @param cause what led to it, free of secrets; null if nothing did
     */
    public CheckInterruptedException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
