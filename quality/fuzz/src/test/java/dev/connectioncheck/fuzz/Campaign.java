package dev.connectioncheck.fuzz;

/** How long each fuzz test runs in a campaign; in the ordinary build it only reads its seeds. */
public final class Campaign {
    /** So many for each test. */
    public static final long EXECUTIONS = 1_000_000;

    /** A bound for slow machines. */
    public static final String LONGEST = "20m";

    private Campaign() {}
}
