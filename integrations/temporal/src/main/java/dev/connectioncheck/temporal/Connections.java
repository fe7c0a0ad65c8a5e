package dev.connectioncheck.temporal;

import dev.connectioncheck.CheckTarget;
import java.util.Optional;

/**
 * Finds connections on the worker, with their settings and secrets, which so never enter the engine's history.
 * Implemented by users; called by several threads at once.
 */
@FunctionalInterface
public interface Connections {
    /**
     * Returns what to check, with all that the vendor needs to know of it.
     *
     * @param ref your name for it
     * @return the target, of the vendor that the reference names
     * @throws IllegalArgumentException if there is no such connection: its check ends as an error. After any other
     *     exception it is looked for again, until the check's timeout. No message of either gets into the history
     */
    CheckTarget find(ConnectionRef ref);

    /**
     * Returns some of the connections that a sweep is to check; needed by those who sweep.
     *
     * @param sweep the sweep's name
     * @param cursor what the page before named as the next; empty for the first page
     * @return a page; it may be empty and still name a next one
     * @throws RuntimeException if it can't be read now: it is tried again until it can
     */
    default ConnectionPage page(String sweep, Optional<String> cursor) {
        throw new UnsupportedOperationException("Implement page(...) of your Connections to sweep them.");
    }
}
