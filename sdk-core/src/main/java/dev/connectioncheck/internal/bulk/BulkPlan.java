package dev.connectioncheck.internal.bulk;

import dev.connectioncheck.internal.check.Clients;
import dev.connectioncheck.internal.drive.Registry;
import dev.connectioncheck.time.TimeSource;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What stays the same while a run lasts.
 *
 * @param operation what users call it
 * @param within how long it may take; null if it has no bound
 * @param latest the moment, of the engine's clock, by which everything ends
 * @param limit how many checks may be under way at one account; null for what the account's gate has
 * @param mostAhead how many targets are pulled before their outcomes are handed out
 * @param gates the gate of each account, which all runs of the checker share
 * @param registry where the run is known, so that closing the checker ends it
 */
record BulkPlan(
        String operation,
        @Nullable Duration within,
        long latest,
        @Nullable Integer limit,
        int mostAhead,
        Function<Clients.Entry, Gate> gates,
        Registry registry,
        TimeSource time) {

    Lane lane(Clients.Entry client) {
        Gate gate = gates.apply(client);
        return new Lane(gate, limit == null ? gate.usual() : limit, time.nanoTime());
    }

    /** How long the run may still take. */
    long left() {
        return latest - time.nanoTime();
    }
}
