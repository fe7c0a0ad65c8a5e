package dev.connectioncheck.micrometer;

import dev.connectioncheck.Verdict;
import java.time.Duration;
import java.util.Optional;

/** Tells what is known of a connection that is checked again and again. Must be thread-safe, and answer at once. */
public interface WatchedConnection {
    /**
     * Returns the connection's name.
     *
     * @return a name that no other watched connection has; one of few
     */
    String name();

    /**
     * Returns the vendor that is asked.
     *
     * @return the vendor's short name in lower case
     */
    String vendor();

    /**
     * Returns the last verdict.
     *
     * @return the verdict; empty if the last check brought none, there was none yet, or it is too old to count
     */
    Optional<Verdict> verdict();

    /**
     * Returns how long ago the last check ended, whatever it brought.
     *
     * @return the time; empty if none has ended
     */
    Optional<Duration> age();
}
