package dev.connectioncheck.benchmarks.server;

import java.util.function.LongSupplier;

/** Counts requests where they arrive, so that no contender can be fast by not asking. */
public final class RequestCount {
    private final LongSupplier requests;

    private RequestCount(LongSupplier requests) {
        this.requests = requests;
    }

    /**
     * Counts by what a server says.
     *
     * @param requests how many requests it has had
     * @return a count
     */
    public static RequestCount at(LongSupplier requests) {
        return new RequestCount(requests);
    }

    /**
     * Does some work, and makes sure that the server was asked.
     *
     * @param who whose work it is, for the message
     * @param least how many requests it can't do without
     * @param work the work
     * @param <T> what it comes to
     * @param <E> what it may throw
     * @return what the work came to
     * @throws E if the work fails
     * @throws IllegalStateException if there were fewer requests
     */
    public <T, E extends Exception> T during(String who, long least, Work<T, E> work) throws E {
        long before = requests.getAsLong();
        T figure = work.result();
        require(who, requests.getAsLong() - before, least);
        return figure;
    }

    /**
     * Makes sure that the server was asked since it was started.
     *
     * @param who whose work it was, for the message
     * @param least how many requests it couldn't do without
     * @throws IllegalStateException if there were fewer requests
     */
    public void requireAtLeast(String who, long least) {
        require(who, requests.getAsLong(), least);
    }

    /**
     * Returns how many requests came until now.
     *
     * @return the number since the server was started
     */
    public long now() {
        return requests.getAsLong();
    }

    private static void require(String who, long made, long least) {
        if (made < least) {
            throw new IllegalStateException(
                    who + " made " + made + " requests for work that takes " + least + ": it does not count.");
        }
    }

    /**
     * What the server is to be asked for.
     *
     * @param <T> what it comes to
     * @param <E> what it may throw
     */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        /**
         * Does it.
         *
         * @return what it came to
         * @throws E if it fails
         */
        T result() throws E;
    }
}
