package dev.connectioncheck;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says that the vendor wants fewer requests (429) and that waiting was not worth it any more, or not safe. */
public final class RateLimitedException extends ConnectionCheckException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;

    /**
     * Makes an exception out of what is known of the failure.
     *
     * @param failure where it happened and what
     * @param retryAfter how long the vendor asks to wait, if it does
     */
    public RateLimitedException(Failure failure, Optional<Duration> retryAfter) {
        super(failure, null);
        this.retryAfter = retryAfter.orElse(null);
    }

    /**
     * Returns how long the vendor asks to wait before the next request.
     *
     * @return the time counted from the answer; empty if the vendor did not say
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
