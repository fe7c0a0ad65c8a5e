package dev.connectioncheck.examples.globex;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Stands for the registry of the vendor's drivers, as JDBC has one. Used by all threads; the map guards itself. */
final class GlobexClusters {
    private static final Map<String, GlobexDriver> DRIVERS = new ConcurrentHashMap<>();

    private GlobexClusters() {}

    static void register(String cluster, GlobexDriver driver) {
        DRIVERS.put(cluster, driver);
    }

    static GlobexDriver driverOf(String cluster) {
        GlobexDriver driver = DRIVERS.get(cluster);
        if (driver == null) {
            throw new IllegalArgumentException("There is no cluster of this name.");
        }
        return driver;
    }
}
