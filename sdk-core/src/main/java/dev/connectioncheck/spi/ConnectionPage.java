package dev.connectioncheck.spi;

import dev.connectioncheck.Connection;
import dev.connectioncheck.http.ApiCall;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds some of the connections that a vendor lists, and the way to the next ones. Immutable. */
public final class ConnectionPage {
    private final List<Connection> connections;
    private final @Nullable ApiCall<ConnectionPage> next;

    private ConnectionPage(List<Connection> connections, @Nullable ApiCall<ConnectionPage> next) {
        this.connections = List.copyOf(connections);
        this.next = next;
    }

    /**
     * Makes the last page.
     *
     * @param connections its connections, in the vendor's order
     * @return a page that none follows
     */
    public static ConnectionPage last(List<Connection> connections) {
        return new ConnectionPage(connections, null);
    }

    /**
     * Makes a page that another follows.
     *
     * @param connections its connections, in the vendor's order
     * @param next the call for the next page
     * @return a page
     */
    public static ConnectionPage of(List<Connection> connections, ApiCall<ConnectionPage> next) {
        return new ConnectionPage(connections, next);
    }

    /**
     * Returns the connections of this page.
     *
     * @return an unmodifiable list in the vendor's order
     */
    public List<Connection> connections() {
        return connections;
    }

    /**
     * Returns the call for the next page.
     *
     * @return a call that has sent nothing yet; empty if this page is the last
     */
    public Optional<ApiCall<ConnectionPage>> next() {
        return Optional.ofNullable(next);
    }
}
