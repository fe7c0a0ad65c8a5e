package dev.connectioncheck.benchmarks.waiting;

import java.util.List;

/** A way of letting checks wait between polls. */
interface Waiting {
    /** How long each waits; longer than any measurement takes. */
    long SECONDS = 1_800;

    /**
     * Starts so many checks, and returns once each waits for its next poll.
     *
     * @return what a caller holds of them
     */
    List<?> begin(int checks) throws Exception;

    /** Tells how many are enough: ways that hold a thread can't hold a hundred thousand. */
    default int bearable(int checks) {
        return checks;
    }
}
