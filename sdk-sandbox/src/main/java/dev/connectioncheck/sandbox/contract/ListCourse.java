package dev.connectioncheck.sandbox.contract;

import dev.connectioncheck.Connection;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.Inventory;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;

/**
 * Holds what was seen of a case of listing: by it the promises are judged.
 *
 * @param played the case
 * @param rows the ids of the account's connections
 * @param ending how the inventory ended for its caller
 * @param elapsed the time that it took, pauses included
 * @param caller the thread that asked for it
 * @param tap what was sent, and what is left behind
 * @param time the clock, and the timers left behind
 * @param overheard everything that was shown to the caller
 * @param strays how many requests a server heard that is not who it should be
 */
record ListCourse(
        ListCase played,
        List<String> rows,
        Ending<Inventory> ending,
        Duration elapsed,
        Thread caller,
        Wiretap tap,
        HurriedTime time,
        Overheard overheard,
        int strays) {
    /** Names what came of the struck account. */
    String outcome() {
        return ending.name(inventory -> {
            List<ConnectionCheckException> errors = errors(inventory);
            if (errors.isEmpty()) {
                return listed(inventory).size() < rows.size() ? ListFinding.LESS : ListFinding.WHOLE;
            }
            return errors.get(0).getClass().getSimpleName();
        });
    }

    /** The ids told of the struck account. */
    List<String> listed(Inventory inventory) {
        return inventory.connections().stream()
                .filter(row -> !row.vendor().equals(Bystander.VENDOR))
                .map(Connection::id)
                .toList();
    }

    List<ConnectionCheckException> errors(Inventory inventory) {
        return inventory.errors().stream()
                .filter(error -> !error.vendor().equals(Bystander.VENDOR))
                .toList();
    }

    /** Tells whether the rows are of the account, each of them once at most. */
    boolean isTrue(List<String> listed) {
        return new HashSet<>(listed).size() == listed.size() && rows.containsAll(listed);
    }
}
