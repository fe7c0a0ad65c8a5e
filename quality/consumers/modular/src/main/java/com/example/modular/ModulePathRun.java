package com.example.modular;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.artie.ArtieClient;
import dev.connectioncheck.artie.ArtieTarget;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.datafold.DatafoldTarget;
import dev.connectioncheck.squared.SquaredClient;
import dev.connectioncheck.squared.SquaredTarget;
import dev.connectioncheck.unstructured.UnstructuredClient;
import dev.connectioncheck.unstructured.UnstructuredTarget;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Runs each kind of check on the module path, so that whatever is written or read as JSON is written or read there. */
final class ModulePathRun {
    private static final UUID ID = UUID.fromString("11111111-2222-4333-8444-555555555555");
    private static final String CHECK = "/api/v1/sources/" + ID + "/connection-check";
    private static final Map<String, String> ANSWERS = Map.of(
            "POST /api/v1/connector_definitions/check_connection",
            "200 {\"type\":\"connection_status\",\"connection_status\":{\"status\":\"succeeded\"}}",
            "POST " + CHECK,
            "202 {\"id\":\"" + ID + "\",\"status\":\"SCHEDULED\",\"created_at\":\"2026-01-01T00:00:00Z\"}",
            "GET " + CHECK,
            "200 {\"id\":\"" + ID + "\",\"status\":\"SUCCESS\",\"created_at\":\"2026-01-01T00:00:00Z\"}",
            "POST /api/v1/data_sources/42/test",
            "200 {\"job_id\":7}",
            "GET /api/v1/data_sources/test/7",
            "200 {\"id\":7,\"status\":\"done\",\"results\":[{\"step\":\"connection\",\"status\":\"done\","
                    + "\"result\":{\"code\":\"OK\",\"message\":\"fine\",\"outcome\":\"success\"}}]}",
            "GET /connectors/" + ID,
            "200 {\"uuid\":\"" + ID + "\",\"type\":\"postgresql\",\"sharedConfig\":{\"host\":\"db.example.com\"}}",
            "POST /connectors/ping",
            "200 {\"error\":\"\"}");

    private ModulePathRun() {}

    public static void main(String[] args) throws IOException {
        if (!ConnectionChecker.class.getModule().isNamed()) {
            throw new IllegalStateException("The SDK runs on the class path.");
        }
        try (TinyServer server = TinyServer.start(ANSWERS);
                ConnectionChecker checker = checkerOf(server.url())) {
            checker.checkAll(targets()).outcomes().forEach(ModulePathRun::requirePassed);
        }
    }

    private static ConnectionChecker checkerOf(String url) {
        return ConnectionChecker.of(
                SquaredClient.builder().apiKey("key").workspaceId(7).baseUrl(url).build(),
                UnstructuredClient.builder().apiKey("key").baseUrl(url).build(),
                DatafoldClient.builder().apiKey("key").baseUrl(url).build(),
                ArtieClient.builder().apiKey("key").baseUrl(url).build());
    }

    private static List<CheckTarget> targets() {
        return List.of(
                SquaredTarget.source("Postgresql", Map.of("host", "db.example.com")),
                UnstructuredTarget.source(ID),
                DatafoldTarget.dataSource(42),
                ArtieTarget.saved(ID),
                ArtieTarget.unsaved("postgresql", Map.of("host", "db.example.com")));
    }

    private static void requirePassed(CheckOutcome outcome) {
        if (!outcome.passed()) {
            throw new IllegalStateException(
                    outcome.target() + ": " + outcome.result(), outcome.error().orElse(null));
        }
        System.out.println(outcome.target().vendor() + " on the module path: " + outcome.target() + " PASSED");
    }
}
