package dev.connectioncheck.temporal;

import dev.connectioncheck.Verdict;
import java.util.Optional;

/**
 * Keeps what checks found, in a table of your own: the engine forgets its history after a while. Called on workers, by
 * several threads at once; what it throws is no end of a check, but has it called again until it returns.
 */
@FunctionalInterface
public interface Verdicts {
    /**
     * Keeps a verdict, or that there is none.
     *
     * <p>It is called at least once for each check, and perhaps again with the same {@link StoredVerdict#run run}, also
     * on another worker: insert it if the run is not there, and do nothing otherwise.
     *
     * @param verdict what the check found
     */
    void record(StoredVerdict verdict);

    /**
     * Returns what the vendor said last of the same connection in another run; needed by those who want to hear of
     * changes.
     *
     * @param now the verdict that was just recorded; its own run does not count
     * @return the last verdict before; empty if there is none
     */
    default Optional<Verdict> previous(StoredVerdict now) {
        return Optional.empty();
    }

    /**
     * Hears that the vendor says something else of a connection than before. It is called after {@link #record}, at
     * least once for each change, and perhaps again with the same run.
     *
     * @param before what {@link #previous} returned
     * @param now the verdict that differs from it
     */
    default void changed(Verdict before, StoredVerdict now) {}
}
