package dev.connectioncheck.config;

import dev.connectioncheck.spi.SettingKey;
import dev.connectioncheck.spi.VendorModule;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;

/** Knows the vendors' modules by name. */
final class Vendors {
    /** Keys of files and properties that stand where a vendor's name may stand. */
    private static final Set<String> RESERVED = Set.of("clients", "connections", "config", "watch", "health");

    private final Map<String, VendorModule> modules = new TreeMap<>();

    private Vendors(Iterable<? extends VendorModule> modules) {
        modules.forEach(this::add);
    }

    static Vendors of(Iterable<? extends VendorModule> modules) {
        return new Vendors(modules);
    }

    static Vendors found() {
        return new Vendors(ServiceLoader.load(VendorModule.class));
    }

    private void add(VendorModule module) {
        String vendor = module.vendor();
        if (RESERVED.contains(vendor)) {
            throw new IllegalStateException("A vendor can't be named " + vendor + ", which is a key of files: "
                    + module.getClass().getName());
        }
        refuse(vendor, "client", module.clientKeys(), ClientReader.KEYS);
        refuse(vendor, "connection", module.targetKeys(), ConnectionReader.KEYS);
        VendorModule other = modules.putIfAbsent(vendor, module);
        if (other != null && other.getClass() != module.getClass()) {
            throw new IllegalStateException("Two modules are for the vendor " + vendor + ": "
                    + other.getClass().getName() + " and " + module.getClass().getName());
        }
    }

    private static void refuse(String vendor, String what, List<SettingKey> keys, List<String> ours) {
        Set<String> both = new LinkedHashSet<>(ours);
        both.retainAll(keys.stream().map(SettingKey::name).toList());
        if (!both.isEmpty()) {
            throw new IllegalStateException("The module of the vendor " + vendor + " can't have the key "
                    + both.iterator().next() + ", which every " + what + " has.");
        }
    }

    Optional<VendorModule> find(String vendor) {
        return Optional.ofNullable(modules.get(vendor));
    }

    Collection<VendorModule> all() {
        return modules.values();
    }

    Set<String> names() {
        return modules.keySet();
    }
}
