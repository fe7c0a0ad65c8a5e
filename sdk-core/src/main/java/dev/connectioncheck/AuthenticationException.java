package dev.connectioncheck;

import org.jspecify.annotations.Nullable;

/**
 * Says that the vendor does not accept the API key (401) or sends its user to the sign-in page, as for a locked
 * account, or that there was no usable key to send.
 */
public final class AuthenticationException extends ConnectionCheckException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception out of what is known of the failure.
     *
     * @param failure where it happened and what
     * @param cause what led to it, free of secrets; null if nothing did
     */
    public AuthenticationException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
