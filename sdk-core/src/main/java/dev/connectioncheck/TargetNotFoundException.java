package dev.connectioncheck;

import org.jspecify.annotations.Nullable;

/** Says that the vendor does not know the target (404): a wrong id, another workspace, or a wrong base URL. */
public final class TargetNotFoundException extends ConnectionCheckException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception out of what is known of the failure.
     *
     * @param failure where it happened and what
     * @param cause what led to it, free of secrets; null if nothing did
     */
    public TargetNotFoundException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
