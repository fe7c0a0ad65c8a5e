package dev.connectioncheck.internal.check;

import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.spi.CheckProtocol;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the vendor for a target. */
final class Protocols {
    private final List<CheckProtocol<?>> all;

    Protocols(List<CheckProtocol<?>> all) {
        Set<String> vendors = new HashSet<>();
        for (CheckProtocol<?> protocol : all) {
            if (!vendors.add(protocol.vendor())) {
                throw new IllegalArgumentException("Two clients for " + protocol.vendor()
                        + " were given: use one ConnectionChecker for each account.");
            }
        }
        this.all = List.copyOf(all);
    }

    CheckProtocol<?> of(@Nullable CheckTarget target) {
        if (target == null) {
            throw new IllegalArgumentException("The target must not be null.");
        }
        return all.stream()
                .filter(protocol -> protocol.targetType().isInstance(target))
                .findFirst()
                .orElseThrow(() -> noClient(target.vendor()));
    }

    CheckProtocol<?> ofVendor(String vendor) {
        return all.stream()
                .filter(protocol -> protocol.vendor().equals(vendor))
                .findFirst()
                .orElseThrow(() -> noClient(vendor.matches("[a-z0-9-]{1,32}") ? vendor : "this vendor"));
    }

    private IllegalArgumentException noClient(String vendor) {
        String configured = all.stream().map(CheckProtocol::vendor).collect(Collectors.joining(", "));
        return new IllegalArgumentException("This ConnectionChecker has no client for " + vendor + ", only for "
                + (configured.isEmpty() ? "nobody" : configured) + ": pass one to ConnectionChecker.of(...).");
    }
}
