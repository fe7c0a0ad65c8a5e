package dev.connectioncheck.config;

import dev.connectioncheck.ConnectionCheckException;
import java.util.List;

/**
 * Holds connections among which no one stands for others any more, and says which clients could not be listed.
 * Immutable.
 */
public final class ExpandedConnections {
    private final List<NamedConnection> connections;
    private final List<ConnectionCheckException> errors;

    ExpandedConnections(List<NamedConnection> connections, List<ConnectionCheckException> errors) {
        this.connections = List.copyOf(connections);
        this.errors = List.copyOf(errors);
    }

    /**
     * Returns the connections.
     *
     * @return those that can be checked, with a target, and those that can't, which are
     *     {@link NamedConnection#skipped() skipped}; unmodifiable
     */
    public List<NamedConnection> connections() {
        return connections;
    }

    /**
     * Returns why some clients could not be listed, so that their connections are missing here.
     *
     * @return the errors; empty if everything could be listed; unmodifiable
     */
    public List<ConnectionCheckException> errors() {
        return errors;
    }

    @Override
    public String toString() {
        return "ExpandedConnections"
                + connections.stream().map(NamedConnection::name).toList();
    }
}
