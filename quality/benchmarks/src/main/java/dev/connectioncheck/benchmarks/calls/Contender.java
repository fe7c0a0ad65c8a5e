package dev.connectioncheck.benchmarks.calls;

/** One way of making one check that passes. */
@FunctionalInterface
public interface Contender {
    /**
     * Makes the check on the calling thread.
     *
     * @return whether the connection works
     * @throws Exception if there is no verdict
     */
    boolean check() throws Exception;
}
