package dev.connectioncheck.temporal;

import java.util.Objects;

/**
 * Describes the check of many connections of one vendor, which {@link Connections#page} lists. Immutable.
 *
 * @see DurableChecks#sweep(Sweep)
 */
public final class Sweep {
    private static final int AT_ONCE = 20;
    private static final int MOST = 1_000;
    private static final int PER_RUN = 500;

    private final String name;
    private final String vendor;
    private final int atOnce;
    private final int perRun;
    private final DurableOptions options;

    private Sweep(String name, String vendor, int atOnce, int perRun, DurableOptions options) {
        this.name = name;
        this.vendor = vendor;
        this.atOnce = atOnce;
        this.perRun = perRun;
        this.options = options;
    }

    /**
     * Makes a sweep that has 20 checks under way at once, each with the default options.
     *
     * @param name your name for it, which {@link Connections#page} gets
     * @param vendor the short name of the vendor of all its connections
     * @return the sweep
     * @throws IllegalArgumentException if either is blank or longer than 200 characters
     */
    public static Sweep of(String name, String vendor) {
        ConnectionRef.requireName(name, "name");
        ConnectionRef.requireName(vendor, "vendor");
        return new Sweep(name, vendor, AT_ONCE, PER_RUN, DurableOptions.defaults());
    }

    /**
     * Bounds how many of its checks are under way at once; checks that are started one by one don't count.
     *
     * @param checks from 1 to 1,000; the default is 20
     * @return the changed sweep
     * @throws IllegalArgumentException if it is out of these bounds
     */
    public Sweep atOnce(int checks) {
        if (checks < 1 || checks > MOST) {
            throw new IllegalArgumentException(
                    "A sweep has 1 to " + MOST + " checks under way at once, not " + checks + ".");
        }
        return new Sweep(name, vendor, checks, perRun, options);
    }

    /**
     * Sets how long each check may take, and what becomes of lost starts.
     *
     * @param options the options of each check
     * @return the changed sweep
     */
    public Sweep options(DurableOptions options) {
        return new Sweep(name, vendor, atOnce, perRun, Objects.requireNonNull(options, "options"));
    }

    /** After how many checks it goes on as a new run, with a history of its own; the default is 500. */
    Sweep perRun(int checks) {
        return new Sweep(name, vendor, atOnce, checks, options);
    }

    String name() {
        return name;
    }

    String vendor() {
        return vendor;
    }

    int atOnce() {
        return atOnce;
    }

    int perRun() {
        return perRun;
    }

    DurableOptions options() {
        return options;
    }

    @Override
    public String toString() {
        return "Sweep[" + name + ", " + vendor + ", " + atOnce + " at once]";
    }
}
