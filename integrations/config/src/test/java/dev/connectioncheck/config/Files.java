package dev.connectioncheck.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files that the tests read, and the environment that they read them in. */
final class Files {
    static final String SECRET = "s3cr3t-k-1";

    private static final Path FOLDER = Path.of("src/test/resources/dev/connectioncheck/config");

    private Files() {}

    static List<Path> in(String folder) {
        try (Stream<Path> files = java.nio.file.Files.list(FOLDER.resolve(folder))) {
            return files.filter(file -> file.toString().matches(".*\\.(yaml|json)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path good(String name) {
        return FOLDER.resolve("good").resolve(name);
    }

    static Path mistaken(String name) {
        return FOLDER.resolve("mistakes").resolve(name);
    }

    static Map<String, String> environment() {
        Map<String, String> variables = new HashMap<>();
        variables.put("KEY", SECRET);
        variables.put("EMPTY", "");
        variables.put("TEXT_NO", "no");
        variables.put("ORDERS_PASSWORD", "orders-s3cr3t");
        variables.put("ETL_PASSWORD", SECRET);
        variables.put("SQUARED_EU_KEY", SECRET);
        variables.put("SQUARED_API_KEY", SECRET);
        variables.put("SQUARED_WORKSPACE_ID", "7");
        variables.put("UNSTRUCTURED_API_KEY", SECRET);
        variables.put("DATAFOLD_API_KEY", SECRET);
        variables.put("ARTIE_API_KEY", SECRET);
        variables.put("KEY_OF_BETA", SECRET.repeat(3));
        return variables;
    }

    /** A reader that knows the four vendors and two of others, and that keeps warnings to itself. */
    static ConnectionsReader reader() {
        return ConnectionsFile.reader()
                .environment(environment()::get)
                .vendors(vendors())
                .warnings(warning -> {});
    }

    static List<dev.connectioncheck.spi.VendorModule> vendors() {
        List<dev.connectioncheck.spi.VendorModule> vendors = new ArrayList<>(fourVendors());
        vendors.add(Pipes.of("acme"));
        vendors.add(Pipes.of("beta"));
        return vendors;
    }

    static List<dev.connectioncheck.spi.VendorModule> fourVendors() {
        return java.util.ServiceLoader.load(dev.connectioncheck.spi.VendorModule.class).stream()
                .map(java.util.ServiceLoader.Provider::get)
                .toList();
    }
}
