package dev.connectioncheck.spring;

import dev.connectioncheck.spi.SettingKey;
import dev.connectioncheck.spi.VendorModule;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Knows the vendors' modules that are on the class path, and the keys of all of them. Immutable. */
final class VendorModules {
    private final List<VendorModule> modules;

    private VendorModules(List<VendorModule> modules) {
        this.modules = modules;
    }

    static VendorModules in(ClassLoader loader) {
        return new VendorModules(ServiceLoader.load(VendorModule.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    List<VendorModule> all() {
        return modules;
    }

    List<String> vendors() {
        return modules.stream().map(VendorModule::vendor).sorted().toList();
    }

    Stream<SettingKey> clientKeys() {
        return modules.stream().flatMap(module -> module.clientKeys().stream());
    }

    Stream<SettingKey> targetKeys() {
        return modules.stream().flatMap(module -> module.targetKeys().stream());
    }
}
