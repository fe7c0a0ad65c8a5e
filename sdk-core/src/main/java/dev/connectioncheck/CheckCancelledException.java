package dev.connectioncheck;

import org.jspecify.annotations.Nullable;

/**
 * Says that the check was cancelled, or its {@link ConnectionChecker} closed, by another thread. A future of one check
 * ends with a {@link java.util.concurrent.CancellationException} instead.
 */
public final class CheckCancelledException extends ConnectionCheckException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception out of what is known of the failure.
     *
     * @param failure where it happened and what
     * @param cause what led to it, free of secrets; null if nothing did
     */
    public CheckCancelledException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
