package dev.connectioncheck.examples;

import dev.connectioncheck.client.Environment;
import dev.connectioncheck.sandbox.Sandbox;
import dev.connectioncheck.spi.VendorClient;
import java.time.Duration;
import java.util.List;

/**
 * What the quick start checks: the real connections that the environment names, and made-up ones at the other vendors.
 *
 * @param plans one per vendor
 */
record CheckList(List<VendorPlan> plans) {
    CheckList {
        plans = List.copyOf(plans);
    }

    static CheckList of(Environment environment, Sandbox sandbox, Duration pace) {
        RealVendors real = new RealVendors(environment);
        SandboxVendors made = new SandboxVendors(sandbox, pace);
        return new CheckList(List.of(
                real.squared().orElseGet(made::squared),
                real.unstructured().orElseGet(made::unstructured),
                real.datafold().orElseGet(made::datafold),
                real.artie().orElseGet(made::artie)));
    }

    VendorClient[] clients() {
        return plans.stream().map(VendorPlan::client).toArray(VendorClient[]::new);
    }

    List<PlannedCheck> checks() {
        return plans.stream().flatMap(plan -> plan.checks().stream()).toList();
    }

    /** Tells whom it asks. */
    String introduction() {
        List<String> real = plans.stream()
                .filter(VendorPlan::real)
                .map(plan -> plan.checks().get(0).vendor())
                .toList();
        String asked = real.isEmpty()
                ? "All four vendors are stand-ins, in this process."
                : "Really asked: " + String.join(", ", real) + ". The others are stand-ins, in this process.";
        return "Checking " + checks().size() + " connections. " + asked;
    }
}
