package dev.connectioncheck.temporal;

/**
 * Says how much a vendor may be asked. Give all workers of a vendor the same: the engine obeys the one that it heard
 * last. Immutable.
 */
public final class VendorLimit {
    private static final int AT_ONCE = 100;

    private final double perSecond;
    private final int atOnce;

    private VendorLimit(double perSecond, int atOnce) {
        this.perSecond = perSecond;
        this.atOnce = atOnce;
    }

    /**
     * Bounds what all workers together ask of a vendor: its starts and polls in any second, on average. Temporal's
     * server keeps it, and spreads bursts over its partitions, so that small limits are kept roughly.
     *
     * @param requests a positive number
     * @return a limit that also allows each worker 100 requests at once
     * @throws IllegalArgumentException if it is not positive
     */
    public static VendorLimit perSecond(double requests) {
        if (!(requests > 0)) {
            throw new IllegalArgumentException("The limit must be positive, but is " + requests + ".");
        }
        return new VendorLimit(requests, AT_ONCE);
    }

    /**
     * Sets no limit to the rate.
     *
     * @return a limit that allows each worker 100 requests at once
     */
    public static VendorLimit unlimited() {
        return new VendorLimit(0, AT_ONCE);
    }

    /**
     * Bounds how many requests each worker has under way at once; of a vendor that answers inline, how many checks.
     *
     * @param requests a positive number; the default is 100
     * @return the changed limit
     * @throws IllegalArgumentException if it is not positive
     */
    public VendorLimit atOncePerWorker(int requests) {
        if (requests < 1) {
            throw new IllegalArgumentException("At least one request must be allowed at once, not " + requests + ".");
        }
        return new VendorLimit(perSecond, requests);
    }

    /** How many activities the task queue starts a second; 0 if it knows no limit. */
    double perSecond() {
        return perSecond;
    }

    int atOncePerWorker() {
        return atOnce;
    }

    @Override
    public String toString() {
        return (perSecond == 0 ? "any number" : perSecond) + " a second, " + atOnce + " at once on each worker";
    }
}
