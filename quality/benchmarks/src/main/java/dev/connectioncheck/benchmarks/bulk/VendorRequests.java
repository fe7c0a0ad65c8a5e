package dev.connectioncheck.benchmarks.bulk;

import dev.connectioncheck.BulkOptions;
import dev.connectioncheck.CheckReport;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.Connection;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.Inventory;
import dev.connectioncheck.benchmarks.StretchedTime;
import dev.connectioncheck.benchmarks.server.Manner;
import dev.connectioncheck.benchmarks.server.VendorServer;
import dev.connectioncheck.spi.VendorClient;
import dev.connectioncheck.squared.SquaredTarget;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What it takes to list a thousand connections of one vendor and to check each of them, counted where the requests
 * arrive.
 *
 * @param vendor the vendor
 * @param list the requests of the inventory
 * @param leastToList the fewest that the vendor makes possible
 * @param check the requests of the checks
 * @param leastToCheck the fewest that the vendor makes possible
 * @param why what makes the fewest so many
 */
public record VendorRequests(String vendor, long list, long leastToList, long check, long leastToCheck, String why) {
    private static final double PAUSES = 0.001;
    private static final int AT_A_TIME = 32;

    /**
     * Asks a server of its own.
     *
     * @return one line for each vendor
     * @throws IOException if there is no port to listen on
     */
    public static List<VendorRequests> all() throws IOException {
        VendorServer server = VendorServer.start(Manner.QUICK);
        return List.of(
                count(
                        server,
                        FourVendors::squared,
                        11,
                        1,
                        "10 pages of 100, and the first once more, where an edit in between has put a row; a check is"
                                + " answered inline"),
                count(
                        server,
                        FourVendors::unstructured,
                        2,
                        2,
                        "sources and destinations are two lists; a check is started and asked for"),
                count(server, FourVendors::datafold, 1, 2, "a check is started and asked for"),
                count(
                        server,
                        FourVendors::artie,
                        2,
                        2,
                        "only a second list tells a source from a destination; a ping wants the connector as it was"
                                + " read"));
    }

    private static VendorRequests count(
            VendorServer server,
            Function<String, VendorClient> client,
            int leastToList,
            int leastOfACheck,
            String why) {
        try (ConnectionChecker checker = ConnectionChecker.builder()
                .client(client.apply(server.url()))
                .timeSource(new StretchedTime(PAUSES))
                .concurrencyPerVendor(AT_A_TIME)
                .build()) {
            long before = server.requests();
            Inventory inventory = checker.inventory();
            long listed = server.requests();
            CheckReport report = checker.checkAll(
                    inventory.connections().stream().map(VendorRequests::target).toList(), BulkOptions.defaults());
            require(report.allPassed() && report.outcomes().size() == FourVendors.ROWS, report);
            return new VendorRequests(
                    inventory.connections().get(0).vendor(),
                    listed - before,
                    leastToList,
                    server.requests() - listed,
                    (long) leastOfACheck * FourVendors.ROWS,
                    why);
        }
    }

    /** A saved connector of Squared's is checked with its settings given anew. */
    private static CheckTarget target(Connection row) {
        return row.target().orElseGet(() -> SquaredTarget.of(row, Map.of("host", "db.example.com")));
    }

    private static void require(boolean holds, CheckReport report) {
        if (!holds) {
            throw new IllegalStateException("Not every row was listed and passed: " + report);
        }
    }

    /**
     * Tells whether there were no more requests than the vendor makes necessary, and, for a sound count, no fewer.
     *
     * @return whether both numbers are the vendor's own minimum
     */
    public boolean isMinimum() {
        return list == leastToList && check == leastToCheck;
    }
}
