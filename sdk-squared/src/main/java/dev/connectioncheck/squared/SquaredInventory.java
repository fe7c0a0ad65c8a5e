package dev.connectioncheck.squared;

import dev.connectioncheck.Connection;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.spi.ConnectionPage;
import dev.connectioncheck.squared.api.ConnectorsApi;
import dev.connectioncheck.squared.model.ConnectorList;
import dev.connectioncheck.squared.model.ConnectorRow;
import dev.connectioncheck.squared.model.ConnectorRowAttributes;
import dev.connectioncheck.squared.model.PageLinks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lists the connectors of a workspace, page by page.
 *
 * <p>Pages are counted: the links that the server sends carry whatever host and scheme a proxy told it, and go on
 * beyond the last page. The list is over with an empty page, one without {@code next}, or one that brings no new id. It
 * is sorted by the last change, so that an edit between two pages moves a row to the first one: that is read once more
 * at the end if there were several (Multiwoven server code v0.124.0, run).
 */
final class SquaredInventory {
    private static final long ROWS_OF_A_PAGE = 100;
    private static final String NOT_CHECKABLE =
            "Squared has no way to check a saved connector. Give its settings with SquaredTarget.of(row, settings), or,"
                    + " for an SQL source, let Squared run a query there with SquaredTarget.saved(id).";

    private final ConnectorsApi connectors;

    private SquaredInventory(ConnectorsApi connectors) {
        this.connectors = connectors;
    }

    static ApiCall<ConnectionPage> first(ConnectorsApi connectors) {
        return new SquaredInventory(connectors).page(1, Set.of());
    }

    private ApiCall<ConnectionPage> page(long number, Set<String> seen) {
        return connectors.list(null, number, ROWS_OF_A_PAGE).map(list -> read(list, number, seen));
    }

    private ConnectionPage read(ConnectorList list, long number, Set<String> seen) {
        Set<String> known = new HashSet<>(seen);
        List<Connection> rows = newRows(list, known);
        boolean last = list.links().flatMap(PageLinks::next).isEmpty() || rows.isEmpty();
        if (!last) {
            return ConnectionPage.of(rows, page(number + 1, known));
        }
        return number == 1 ? ConnectionPage.last(rows) : ConnectionPage.of(rows, firstOnceMore(known));
    }

    private ApiCall<ConnectionPage> firstOnceMore(Set<String> seen) {
        return connectors
                .list(null, 1L, ROWS_OF_A_PAGE)
                .map(list -> ConnectionPage.last(newRows(list, new HashSet<>(seen))));
    }

    private static List<Connection> newRows(ConnectorList list, Set<String> known) {
        List<Connection> rows = new ArrayList<>(list.data().size());
        for (ConnectorRow row : list.data()) {
            if (known.add(row.id())) {
                rows.add(connection(row));
            }
        }
        return rows;
    }

    private static Connection connection(ConnectorRow row) {
        ConnectorRowAttributes attributes = row.attributes();
        return Connection.builder(SquaredTarget.VENDOR, attributes.connectorType(), row.id())
                .name(attributes.name())
                .type(attributes.connectorName())
                .notCheckable(NOT_CHECKABLE)
                .build();
    }
}
