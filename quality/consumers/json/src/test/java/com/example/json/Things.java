package com.example.json;

import dev.connectioncheck.CheckReport;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.Connection;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.RunningCheck;
import dev.connectioncheck.artie.ArtieClient;
import dev.connectioncheck.artie.ArtieTarget;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.datafold.DatafoldTarget;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Sandbox;
import dev.connectioncheck.spi.VendorClient;
import dev.connectioncheck.squared.SquaredClient;
import dev.connectioncheck.squared.SquaredTarget;
import dev.connectioncheck.unstructured.UnstructuredClient;
import dev.connectioncheck.unstructured.UnstructuredTarget;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a program holds in its hands after it has checked connections of all vendors, with settings and keys in play. */
final class Things {
    static final String PASSWORD = "correct-horse-battery-9";
    static final String KEY = "key-of-the-account-7";
    static final String WRONG_KEY = "key-that-nobody-knows-8";

    private Things() {}

    /** Lists them by name. */
    static Map<String, Object> in(Sandbox sandbox) {
        List.of(sandbox.squared(), sandbox.unstructured(), sandbox.datafold(), sandbox.artie())
                .forEach(vendor -> vendor.useApiKey(KEY));
        Map<String, Object> things = new LinkedHashMap<>();
        List<VendorClient> clients = clients(sandbox, KEY);
        clients.forEach(client -> things.put(client.toString(), client));
        things.put("a client's builder", SquaredClient.builder().apiKey(KEY));
        things.put("a call", ((ArtieClient) clients.get(3))
                .connectors()
                .pingConnector(dev.connectioncheck.artie.model.PayloadsConnectorPayload.builder()
                        .sharedConfig(Map.of("password", PASSWORD))
                        .build()));
        List<CheckTarget> targets = targets(sandbox);
        targets.forEach(target -> things.put(target.toString(), target));
        things.put("a named target at an account", targets.get(0).named("orders").at("eu"));
        things.put("a row", Connection.builder("artie", "source", "1").target(targets.get(4)).build());
        try (ConnectionChecker checker = checker(clients);
                ConnectionChecker stranger = checker(clients(sandbox, WRONG_KEY))) {
            CheckReport report = checker.checkAll(targets);
            RunningCheck running = checker.start(DatafoldTarget.dataSource(sandbox.datafold().dataSource(Behavior.neverEnds())));
            putReport(things, "report", report);
            putReport(things, "report of errors", stranger.checkAll(targets));
            things.put("running check", running);
            things.put("poll", running.poll());
            things.put("checker", checker);
        }
        return things;
    }

    private static void putReport(Map<String, Object> things, String name, CheckReport report) {
        things.put(name, report);
        report.outcomes().forEach(outcome -> {
            String what = name + ", " + outcome.target();
            things.put(what + ": outcome", outcome);
            outcome.result().ifPresent(result -> things.put(what + ": result", result));
            outcome.error().ifPresent(error -> things.put(what + ": error", error));
        });
    }

    private static List<VendorClient> clients(Sandbox sandbox, String key) {
        return List.of(
                SquaredClient.builder()
                        .apiKey(key)
                        .workspaceId(sandbox.squared().workspaceId())
                        .baseUrl(sandbox.squared().baseUrl())
                        .build(),
                UnstructuredClient.builder()
                        .apiKey(() -> key)
                        .baseUrl(sandbox.unstructured().baseUrl())
                        .build(),
                DatafoldClient.builder()
                        .apiKey(key)
                        .baseUrl(sandbox.datafold().baseUrl())
                        .build(),
                ArtieClient.builder()
                        .apiKey(key)
                        .baseUrl(sandbox.artie().baseUrl())
                        .build());
    }

    private static ConnectionChecker checker(List<VendorClient> clients) {
        return ConnectionChecker.of(clients.toArray(VendorClient[]::new));
    }

    private static List<CheckTarget> targets(Sandbox sandbox) {
        Behavior saved = Behavior.fails("The vendor refused " + KEY);
        Behavior unsaved = Behavior.fails("The vendor refused " + PASSWORD + " of " + KEY);
        return List.of(
                SquaredTarget.source("Postgresql", settings(sandbox.squared().connection(unsaved))),
                UnstructuredTarget.source(sandbox.unstructured().source(saved)),
                DatafoldTarget.dataSource(sandbox.datafold().dataSource(saved)),
                ArtieTarget.saved(sandbox.artie().saved(saved)),
                ArtieTarget.unsaved("postgresql", settings(sandbox.artie().unsaved(unsaved))));
    }

    private static Map<String, Object> settings(Map<String, Object> known) {
        Map<String, Object> settings = new HashMap<>(known);
        settings.put("password", PASSWORD);
        return settings;
    }
}
