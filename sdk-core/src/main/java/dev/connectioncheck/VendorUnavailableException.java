package dev.connectioncheck;

import org.jspecify.annotations.Nullable;

/** Says that the vendor is in trouble (5xx) and that retrying was not worth it any more, or not safe. */
public final class VendorUnavailableException extends ConnectionCheckException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception out of what is known of the failure.
     *
     * @param failure where it happened and what
     * @param cause what led to it, free of secrets; null if nothing did
     */
    public VendorUnavailableException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
