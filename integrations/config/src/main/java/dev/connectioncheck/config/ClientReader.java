package dev.connectioncheck.config;

import dev.connectioncheck.spi.InvalidSettingException;
import dev.connectioncheck.spi.Settings;
import dev.connectioncheck.spi.VendorClient;
import dev.connectioncheck.spi.VendorModule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads one entry of {@code clients}. */
final class ClientReader {
    static final String VENDOR = "vendor";
    static final List<String> KEYS = List.of(VENDOR);

    private final Vendors vendors;
    private final BiFunction<String, Settings, Settings> change;
    private final Placeholders placeholders;
    private final Diagnostics found;

    ClientReader(
            Vendors vendors,
            BiFunction<String, Settings, Settings> change,
            Placeholders placeholders,
            Diagnostics found) {
        this.vendors = vendors;
        this.change = change;
        this.placeholders = placeholders;
        this.found = found;
    }

    /** Returns the client; without what could not be read of it. */
    ReadClient read(String name, Place place, Node.Mapping mapping) {
        ValueReader values = new ValueReader(placeholders, found);
        Optional<VendorModule> module = module(place, mapping, values);
        if (module.isEmpty()) {
            return new ReadClient(name, Optional.empty(), Optional.empty());
        }
        return new ReadClient(name, module, client(name, module.get(), KEYS, values, place, mapping));
    }

    /** Returns a vendor's unnamed client; empty if it could not be read. */
    Optional<VendorClient> readUnnamed(VendorModule module, Place place, Node.Mapping mapping) {
        ValueReader values = new ValueReader(placeholders, found);
        return client(module.vendor(), module, List.of(), values, place, mapping);
    }

    private Optional<VendorClient> client(
            String name,
            VendorModule module,
            List<String> ours,
            ValueReader values,
            Place place,
            Node.Mapping mapping) {
        Map<String, @Nullable Object> settings = new KeyReader(ours, module.clientKeys(), values).read(place, mapping);
        return values.isComplete() ? client(name, module, settings, place, mapping) : Optional.empty();
    }

    private Optional<VendorModule> module(Place place, Node.Mapping mapping, ValueReader values) {
        Optional<Node> vendor = mapping.get(VENDOR);
        if (vendor.isEmpty()) {
            values.mistake(place, "vendor is missing; known are " + KeyReader.list(vendors.names()) + ".");
            return Optional.empty();
        }
        Optional<String> name = values.text(VENDOR, vendor.get(), false);
        Optional<VendorModule> module = name.flatMap(vendors::find);
        if (name.isPresent() && module.isEmpty()) {
            values.mistake(
                    vendor.get().place(),
                    "The vendor " + name.get() + " is not known; known are " + KeyReader.list(vendors.names()) + ".");
        }
        return module;
    }

    /** Makes the client; leaves out what its module refuses and tries again, to hear of everything that it refuses. */
    private Optional<VendorClient> client(
            String name, VendorModule module, Map<String, @Nullable Object> values, Place place, Node.Mapping mapping) {
        Map<String, @Nullable Object> left = new LinkedHashMap<>(values);
        while (true) {
            try {
                VendorClient client = module.client(change.apply(name, Settings.of(left)));
                return left.size() == values.size() ? Optional.of(client) : Optional.empty();
            } catch (InvalidSettingException e) {
                found.mistake(KeyReader.placeOf(mapping, e.key(), place), String.valueOf(e.getMessage()));
                if (isRequired(module, e.key()) || left.remove(e.key()) == null) {
                    return Optional.empty();
                }
            }
        }
    }

    private static boolean isRequired(VendorModule module, String name) {
        return module.clientKeys().stream()
                .anyMatch(key -> key.required() && key.name().equals(name));
    }

    /** A client of the file, perhaps one that can't be used. */
    record ReadClient(String name, Optional<VendorModule> module, Optional<VendorClient> client) {}
}
