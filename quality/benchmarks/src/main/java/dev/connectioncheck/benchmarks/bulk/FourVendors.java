package dev.connectioncheck.benchmarks.bulk;

import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.artie.ArtieClient;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.http.Pace;
import dev.connectioncheck.spi.VendorClient;
import dev.connectioncheck.squared.SquaredClient;
import dev.connectioncheck.unstructured.UnstructuredClient;

/** Clients of the four vendors at one address, asking as fast as they can. */
final class FourVendors {
    /** How many connections the server has at each vendor. */
    static final int ROWS = 1_000;

    static final int VENDORS = 4;

    private FourVendors() {}

    static ConnectionChecker checker(String url) {
        return ConnectionChecker.of(squared(url), unstructured(url), datafold(url), artie(url));
    }

    static VendorClient squared(String url) {
        return SquaredClient.builder()
                .apiKey("key")
                .workspaceId(7)
                .baseUrl(url)
                .pace(Pace.unlimited())
                .build();
    }

    static VendorClient unstructured(String url) {
        return UnstructuredClient.builder().apiKey("key").baseUrl(url).build();
    }

    static VendorClient datafold(String url) {
        return DatafoldClient.builder()
                .apiKey("key")
                .baseUrl(url)
                .pace(Pace.unlimited())
                .build();
    }

    static VendorClient artie(String url) {
        return ArtieClient.builder().apiKey("key").baseUrl(url).build();
    }
}
