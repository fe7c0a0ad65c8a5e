package dev.connectioncheck.examples;

import dev.connectioncheck.artie.ArtieClient;
import dev.connectioncheck.artie.ArtieTarget;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.datafold.DatafoldTarget;
import dev.connectioncheck.sandbox.ArtieSandbox;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.DatafoldSandbox;
import dev.connectioncheck.sandbox.Sandbox;
import dev.connectioncheck.sandbox.SquaredSandbox;
import dev.connectioncheck.sandbox.UnstructuredSandbox;
import dev.connectioncheck.spi.VendorClient;
import dev.connectioncheck.squared.SquaredClient;
import dev.connectioncheck.squared.SquaredTarget;
import dev.connectioncheck.unstructured.UnstructuredClient;
import dev.connectioncheck.unstructured.UnstructuredTarget;
import java.time.Duration;
import java.util.List;

/** Plans checks of made-up connections, a good and a bad one per vendor. */
final class SandboxVendors {
    private final Sandbox sandbox;
    private final Duration pace;

    /**
     * Plans checks in a sandbox.
     *
     * @param pace how long the vendors that are polled take, about: the slowest half as much again
     */
    SandboxVendors(Sandbox sandbox, Duration pace) {
        this.sandbox = sandbox;
        this.pace = pace;
    }

    VendorPlan squared() {
        SquaredSandbox vendor = sandbox.squared();
        SquaredClient client = SquaredClient.builder()
                .apiKey(vendor.apiKey())
                .workspaceId(vendor.workspaceId())
                .baseUrl(vendor.baseUrl())
                .build();
        Behavior bad = Behavior.fails("password authentication failed for user \"sync\"");
        return plan(
                client,
                new PlannedCheck(
                        "source: orders database",
                        SquaredTarget.source("Postgresql", vendor.connection(Behavior.passes()))),
                new PlannedCheck(
                        "destination: warehouse", SquaredTarget.destination("Postgresql", vendor.connection(bad))));
    }

    VendorPlan unstructured() {
        UnstructuredSandbox vendor = sandbox.unstructured();
        UnstructuredClient client = UnstructuredClient.builder()
                .apiKey(vendor.apiKey())
                .baseUrl(vendor.baseUrl())
                .build();
        Behavior good = Behavior.passes().after(pace);
        Behavior bad = Behavior.fails("Index \"docs\" not found").after(slower(5));
        return plan(
                client,
                new PlannedCheck("source: contracts bucket", UnstructuredTarget.source(vendor.source(good))),
                new PlannedCheck("destination: index", UnstructuredTarget.destination(vendor.destination(bad))));
    }

    VendorPlan datafold() {
        DatafoldSandbox vendor = sandbox.datafold();
        DatafoldClient client = DatafoldClient.builder()
                .apiKey(vendor.apiKey())
                .baseUrl(vendor.baseUrl())
                .build();
        Behavior good = Behavior.passes().after(slower(4));
        Behavior bad = Behavior.fails("Role REPORTER may not use warehouse WH").after(slower(6));
        return plan(
                client,
                new PlannedCheck("data source: analytics", DatafoldTarget.dataSource(vendor.dataSource(good))),
                new PlannedCheck("data source: reporting", DatafoldTarget.dataSource(vendor.dataSource(bad))));
    }

    VendorPlan artie() {
        ArtieSandbox vendor = sandbox.artie();
        ArtieClient client = ArtieClient.builder()
                .apiKey(vendor.apiKey())
                .baseUrl(vendor.baseUrl())
                .build();
        Behavior bad = Behavior.fails("dial tcp 10.0.0.7:5432: connect: connection refused");
        return plan(
                client,
                new PlannedCheck("saved: billing database", ArtieTarget.saved(vendor.saved(Behavior.passes()))),
                new PlannedCheck("unsaved: new replica", ArtieTarget.unsaved("postgresql", vendor.unsaved(bad))));
    }

    /** The pace, and so many quarters of it instead of four. */
    private Duration slower(int quarters) {
        return pace.multipliedBy(quarters).dividedBy(4);
    }

    private static VendorPlan plan(VendorClient client, PlannedCheck... checks) {
        return new VendorPlan(client, false, List.of(checks));
    }
}
