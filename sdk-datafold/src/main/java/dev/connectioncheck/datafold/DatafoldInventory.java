package dev.connectioncheck.datafold;

import dev.connectioncheck.Connection;
import dev.connectioncheck.RecordedVerdict;
import dev.connectioncheck.datafold.api.DataSourcesApi;
import dev.connectioncheck.datafold.model.DataSourceRow;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.spi.ConnectionPage;
import java.util.List;
import java.util.Optional;

/**
 * Lists the data sources of an organisation, which Datafold answers as one bare array (datafold/data-diff @ b4e2d4b).
 * The list shows those too that the key may not use, and the last test of each.
 */
final class DatafoldInventory {
    private DatafoldInventory() {}

    static ApiCall<ConnectionPage> first(DataSourcesApi dataSources) {
        return dataSources.list().map(DatafoldInventory::page);
    }

    private static ConnectionPage page(List<DataSourceRow> rows) {
        return ConnectionPage.last(rows.stream().map(DatafoldInventory::row).toList());
    }

    private static Connection row(DataSourceRow row) {
        Connection.Builder connection = Connection.builder(
                        DatafoldTarget.VENDOR, DatafoldTarget.KIND, Long.toString(row.id()))
                .name(row.name())
                .type(row.type())
                .lastVerdict(lastVerdict(row).orElse(null));
        return whyNot(row)
                .map(connection::notCheckable)
                .orElseGet(() -> connection.target(DatafoldTarget.dataSource(row.id())))
                .build();
    }

    private static Optional<RecordedVerdict> lastVerdict(DataSourceRow row) {
        return row.lastTest().flatMap(DatafoldVerdict::recorded);
    }

    private static Optional<String> whyNot(DataSourceRow row) {
        if (row.id() < DatafoldTarget.LEAST_ID) {
            return Optional.of("No check can name this data source: its id is " + row.id() + ".");
        }
        if (row.accessible().equals(Optional.of(false))) {
            return Optional.of("The API key may not use this data source: give its owner's groups access, or use"
                    + " another key.");
        }
        return row.isPaused().equals(Optional.of(true))
                ? Optional.of("This data source is paused at Datafold; name it with DatafoldTarget.dataSource("
                        + row.id() + ") to check it all the same.")
                : Optional.empty();
    }
}
