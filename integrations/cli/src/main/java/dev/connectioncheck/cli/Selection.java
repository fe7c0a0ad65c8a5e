package dev.connectioncheck.cli;

import dev.connectioncheck.config.Connections;
import dev.connectioncheck.config.NamedConnection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The connections that a user means: those named, and those with one of the tags; all if neither is said. */
final class Selection {
    private Selection() {}

    /**
     * Returns the connections in the order of the file.
     *
     * @throws UsageProblem if a name is not known, or there are none
     */
    static List<NamedConnection> of(Connections connections, Set<String> names, Set<String> tags) {
        List<String> unknown =
                names.stream().filter(name -> connections.find(name).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            throw new UsageProblem("There is no connection " + String.join(", ", unknown) + "; known are "
                    + connections.connections().stream()
                            .map(NamedConnection::name)
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        List<NamedConnection> selected = connections.connections().stream()
                .filter(connection -> (names.isEmpty() && tags.isEmpty())
                        || names.contains(connection.name())
                        || !Collections.disjoint(tags, connection.tags()))
                .toList();
        if (selected.isEmpty()) {
            throw new UsageProblem(
                    tags.isEmpty()
                            ? "The file has no connections, so nothing was checked."
                            : "No connection has the tag " + String.join(" or ", tags) + ", so nothing was checked.");
        }
        return selected;
    }
}
