package dev.connectioncheck.benchmarks.polls;

/** Says how long to wait before each poll. */
@FunctionalInterface
interface Policy {
    /** Begins with a new check. */
    Pauses begin();

    /** The pauses of one check. */
    @FunctionalInterface
    interface Pauses {
        /** Returns the next pause, in seconds. */
        double next();
    }
}
