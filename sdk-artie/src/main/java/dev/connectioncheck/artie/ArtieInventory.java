package dev.connectioncheck.artie;

import dev.connectioncheck.Connection;
import dev.connectioncheck.artie.api.ConnectorsApi;
import dev.connectioncheck.artie.model.LightConnector;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.spi.ConnectionPage;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Lists the connectors of a company. No row says whether it is a source or a destination, but there are two lists: one
 * of the destinations, one of all (artie-labs/artie-api-spec @ 1e024be). The two are not one moment: a destination that
 * is made between them is taken for a source. A row's {@code isValid} has no date and comes from no ping, so it is no
 * verdict.
 */
final class ArtieInventory {
    private static final String SOURCE = "source";
    private static final String DESTINATION = "destination";

    private ArtieInventory() {}

    static ApiCall<ConnectionPage> first(ConnectorsApi connectors) {
        return connectors.list().map(destinations -> {
            Set<UUID> known =
                    destinations.items().stream().map(LightConnector::uuid).collect(Collectors.toSet());
            return ConnectionPage.of(rows(destinations.items(), DESTINATION), sources(connectors, known));
        });
    }

    private static ApiCall<ConnectionPage> sources(ConnectorsApi connectors, Set<UUID> destinations) {
        return connectors
                .list(true)
                .map(all -> ConnectionPage.last(rows(
                        all.items().stream()
                                .filter(row -> !destinations.contains(row.uuid()))
                                .toList(),
                        SOURCE)));
    }

    private static List<Connection> rows(List<LightConnector> connectors, String kind) {
        return connectors.stream().map(connector -> row(connector, kind)).toList();
    }

    private static Connection row(LightConnector connector, String kind) {
        ArtieTarget saved = ArtieTarget.saved(connector.uuid());
        return Connection.builder(ArtieTarget.VENDOR, kind, connector.uuid().toString())
                .name(connector.label())
                .type(connector.type())
                .target(kind.equals(SOURCE) ? saved.asSource() : saved.asDestination())
                .build();
    }
}
