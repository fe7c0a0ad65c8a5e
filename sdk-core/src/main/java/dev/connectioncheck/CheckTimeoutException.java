package dev.connectioncheck;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says that there was no verdict by the caller's deadline.
 *
 * <p>It tells nothing of the connection. The vendor's job may still run; {@link #token()} lets a later call wait for
 * it.
 */
public final class CheckTimeoutException extends ConnectionCheckException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String lastStatus;
    private final int polls;

    /**
     * Makes an exception out of what is known of the failure.
     *
     * @param failure where it happened and what
     * @param lastStatus the vendor's last word on the state of the check
     * @param polls how often the vendor was asked
     * @param cause the trouble that was being retried at the deadline; null if there was none
     */
    public CheckTimeoutException(Failure failure, Optional<String> lastStatus, int polls, @Nullable Throwable cause) {
        super(failure, cause);
        this.lastStatus = lastStatus.orElse(null);
        this.polls = polls;
    }

    /**
     * Returns the vendor's last word on the state of the check, such as {@code processing}.
     *
     * @return the status; empty if the vendor had not accepted the check yet
     */
    public Optional<String> lastStatus() {
        return Optional.ofNullable(lastStatus);
    }

    /**
     * Returns how often the vendor was asked for the verdict.
     *
     * @return the number of polls, 0 if the deadline came before the first
     */
    public int polls() {
        return polls;
    }
}
