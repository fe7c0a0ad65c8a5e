package dev.connectioncheck.internal.call;

import dev.connectioncheck.ConnectionCheckException;
import java.time.Duration;

/** Hears that a request is going to be retried. */
@FunctionalInterface
public interface RetryEvents {
    /** Nobody hears. */
    RetryEvents UNHEARD = (why, attempt, pause) -> {};

    void retried(ConnectionCheckException why, int attempt, Duration pause);
}
