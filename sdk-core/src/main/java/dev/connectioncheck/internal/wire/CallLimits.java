package dev.connectioncheck.internal.wire;

import okhttp3.Dispatcher;

/**
 * How many asynchronous calls a client has in flight at most; the others wait in its queue.
 *
 * @param dispatcher holds the limits, which its owner may change
 * @param lent whether it is the user's own
 */
public record CallLimits(Dispatcher dispatcher, boolean lent) {
    /** Says that they are what a call waits for, and what helps. */
    public String reached() {
        if (!lent) {
            return "This client has at most " + dispatcher.getMaxRequests()
                    + " calls in flight; raise maxCallsInFlight, or begin fewer checks at a time.";
        }
        return "The dispatcher of the given httpClient(...) has at most " + dispatcher.getMaxRequestsPerHost()
                + " calls to a host, and " + dispatcher.getMaxRequests()
                + " in all, in flight; raise its limits, or begin fewer checks at a time.";
    }

    /** Says that the dispatcher's executor took no call. */
    public String rejected() {
        return lent
                ? "The executor of the given httpClient(...) takes no more calls; it may have been shut down."
                : "No thread could be made for it; the process is at its limit of threads or memory.";
    }
}
