package dev.connectioncheck.internal.bulk;

import dev.connectioncheck.Connection;
import dev.connectioncheck.ConnectionCheckException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one account told of its connections.
 *
 * @param connections in the vendor's order
 * @param error why there may be more; null if these are all
 */
record Listing(List<Connection> connections, @Nullable ConnectionCheckException error) {
    static Listing failed(ConnectionCheckException error) {
        return new Listing(List.of(), error);
    }
}
