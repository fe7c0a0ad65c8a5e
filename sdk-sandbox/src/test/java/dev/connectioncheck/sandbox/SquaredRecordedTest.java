package dev.connectioncheck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Plays what was recorded at Squared's own server to the stand-in, request by request, and wants the same answers. */
class SquaredRecordedTest {
    private static final String RECORDED_HOST = "127.0.0.1:18460";
    private static final String WRONG_PASSWORD = "connection to server at \"127.0.0.1\", port 15499 failed: FATAL:  "
            + "password authentication failed for user \"etl\"\n";

    private final ManualTime time = new ManualTime();
    private final Sandbox sandbox = Sandbox.builder().time(time).build();
    private final SquaredSandbox squared = sandbox.squared();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @TestFactory
    Stream<DynamicTest> theStandInAnswersAsTheServerDid() {
        squared.useWorkspaceId(4);
        return RecordedExchange.all("squared-recorded.txt")
                .map(exchange -> DynamicTest.dynamicTest(exchange.title(), () -> play(exchange)));
    }

    private void play(RecordedExchange exchange) {
        prepare(exchange.title());
        if (exchange.status() < 300 && !exchange.method().equals("GET")) {
            exchange.instants().stream().findFirst().map(Instant::parse).ifPresent(time::moveTo);
        }

        HttpResponse<String> response = caller(exchange).call(exchange.method(), exchange.path(), exchange.body());

        assertThat(response.statusCode()).isEqualTo(exchange.status());
        assertThat(elsewhere(exchange, response.body())).isEqualTo(exchange.answer());
        exchange.headers().forEach((name, value) -> {
            if (!dependsOnTheHost(exchange, name)) {
                assertThat(elsewhere(
                                exchange, response.headers().firstValue(name).orElse("")))
                        .as(name)
                        .isEqualTo(value);
            }
        });
    }

    /** What the recording leaves out. */
    private void prepare(String title) {
        switch (title) {
            case "create: Postgresql source, closed port" -> {
                save("2026-11-21T10:43:50.402Z", database("source", "orders"));
                save(
                        "2026-11-21T10:43:50.441Z",
                        database("source", "broken orders").behaving(Behavior.fails(WRONG_PASSWORD)));
            }
            case "create: Klaviyo destination (two secrets at top level)" ->
                save("2026-11-21T10:43:50.658Z", database("destination", "warehouse"));
            case "create: Bigquery source (nested private_key)" ->
                save(
                        "2026-11-21T10:43:50.759Z",
                        SquaredRow.source("AmazonS3")
                                .named("bucket")
                                .settings(Map.of(
                                        "path", "",
                                        "bucket", "b",
                                        "region", "us-east-1",
                                        "access_id", "AKIAEXAMPLE",
                                        "auth_type", "user",
                                        "file_type", "csv",
                                        "secret_access", "x")));
            case "create: extra keys named password at other depths, one inside an array" ->
                save("2026-11-21T10:43:50.827Z", database("source", "from env"));
            case "query_source after that (client raises)" -> {
                String without =
                        "{\"connector\":{\"configuration\":{\"data_type\":\"structured\",\"host\":\"127.0.0.1\","
                                + "\"port\":\"15499\",\"database\":\"orders\",\"schema\":\"public\"}}}";
                assertThat(Caller.squared(sandbox)
                                .call("PUT", "/api/v1/connectors/3", without)
                                .statusCode())
                        .isEqualTo(200);
            }
            case "DELETE again" -> delete(5);
            case "show after DELETE" -> delete(1);
            case "check, user locked: a redirect, not 401" -> squared.lockUser();
            default -> {
                // Nothing happened in between.
            }
        }
    }

    private void save(String moment, SquaredRow row) {
        time.moveTo(Instant.parse(moment));
        squared.add(row);
    }

    private static SquaredRow database(String kind, String name) {
        SquaredRow row = kind.equals("source") ? SquaredRow.source("Postgresql") : SquaredRow.destination("Postgresql");
        return row.named(name)
                .settings(Map.of(
                        "data_type", "structured",
                        "host", "127.0.0.1",
                        "port", "15499",
                        "database", "orders",
                        "schema", "public",
                        "credentials",
                                Map.of("auth_type", "username/password", "username", "etl", "password", "s3cret-Pw!")));
    }

    private void delete(long id) {
        assertThat(Caller.squared(sandbox)
                        .call("DELETE", "/api/v1/connectors/" + id, "")
                        .statusCode())
                .isEqualTo(204);
    }

    private Caller caller(RecordedExchange exchange) {
        List<String> headers = new ArrayList<>(List.of("Content-Type", "application/json"));
        switch (exchange.key()) {
            case "viewer" -> headers.addAll(List.of("Authorization", "Bearer " + squared.viewerApiKey()));
            case "good" -> headers.addAll(List.of("Authorization", "Bearer " + squared.apiKey()));
            default -> {
                // Sends none.
            }
        }
        String workspace = exchange.workspace();
        if (!workspace.equals("nil")) {
            // The viewer's own workspace has another number, and no other part in the exchange.
            headers.addAll(List.of("Workspace-Id", workspace.equals("2") ? "4" : workspace));
        }
        if (!exchange.accept().isEmpty()) {
            headers.addAll(List.of("Accept", exchange.accept()));
        }
        return new Caller(squared, headers.toArray(String[]::new));
    }

    /** As it would read at the recorded server's address, and shortened where the recording is. */
    private String elsewhere(RecordedExchange exchange, String text) {
        String moved = text.replace(squared.baseUrl().substring("http://".length()), RECORDED_HOST);
        int cut = exchange.answer().indexOf("…[");
        return cut < 0 || moved.length() < cut
                ? moved
                : moved.substring(0, cut) + "…[" + moved.length() + " characters in all]";
    }

    /** The digest of a body with links, and it can't be turned into that of the recorded body. */
    private static boolean dependsOnTheHost(RecordedExchange exchange, String header) {
        return header.equals("etag")
                && exchange.path().matches("/api/v1/connectors(\\?.*)?")
                && exchange.method().equals("GET");
    }
}
