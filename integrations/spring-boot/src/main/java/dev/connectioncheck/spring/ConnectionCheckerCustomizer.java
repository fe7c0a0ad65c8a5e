package dev.connectioncheck.spring;

import dev.connectioncheck.ConnectionChecker;

/**
 * Changes the checker of the application before it is made: listeners, default options, an executor. All beans of this
 * type are called, in their order. A {@link ConnectionChecker} bean of your own is not changed.
 */
@FunctionalInterface
public interface ConnectionCheckerCustomizer {
    /**
     * Changes the checker.
     *
     * @param builder a builder that has the clients already
     */
    void customize(ConnectionChecker.Builder builder);
}
