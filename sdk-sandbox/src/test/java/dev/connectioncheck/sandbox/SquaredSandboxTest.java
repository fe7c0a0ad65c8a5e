package dev.connectioncheck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SquaredSandboxTest {
    private static final String CHECK = "/api/v1/connector_definitions/check_connection";
    private static final String CREATE = "/api/v1/connectors";

    private final ManualTime time = new ManualTime();
    private final Sandbox sandbox = Sandbox.builder().time(time).build();
    private final Caller caller = Caller.squared(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aGoodConnectionSucceedsWithoutAMessage() {
        HttpResponse<String> response = caller.post(CHECK, check(connection(Behavior.passes())));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .isEqualTo("{\"type\":\"connection_status\",\"connection_status\":{\"status\":\"succeeded\"}}");
        assertThat(response.headers().firstValue("content-type")).contains("application/json; charset=utf-8");
        assertThat(response.headers().firstValue("x-request-id")).isPresent();
    }

    @Test
    void aBadConnectionIsTwoHundredTooAndSaysWhy() {
        HttpResponse<String> response = caller.post(CHECK, check(connection(Behavior.fails("no route\n"))));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .isEqualTo("{\"type\":\"connection_status\",\"connection_status\":"
                        + "{\"status\":\"failed\",\"message\":\"no route\\n\"}}");
    }

    @Test
    void aSlowCheckIsAnsweredOnlyOnceItsTimeHasPassed() throws Exception {
        Map<String, Object> spec = connection(Behavior.passes().after(Duration.ofMinutes(3)));

        CompletableFuture<HttpResponse<String>> answer = caller.postLater(CHECK, check(spec));
        awaitRequest();
        time.pass(Duration.ofSeconds(179));
        assertThatThrownBy(() -> answer.get(50, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        time.pass(Duration.ofSeconds(1));

        assertThat(answer.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    @Test
    void aBadKeyIsReportedBeforeABadBody() {
        HttpResponse<String> response =
                new Caller(sandbox.squared(), "Authorization", "Bearer nobody").post(CHECK, "{}");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body())
                .isEqualTo("{\"errors\":[{\"status\":401,\"title\":\"Error\",\"detail\":\"Unauthorized\"}]}");
    }

    @Test
    void aRotatedKeyIsRefused() {
        String fresh = sandbox.squared().rotateApiKey();

        assertThat(caller.post(CHECK, "{}").statusCode()).isEqualTo(401);
        assertThat(fresh).isEqualTo(sandbox.squared().apiKey());
    }

    @Test
    void aBadBodyIsReportedBeforeABadWorkspace() {
        Caller lost = key(sandbox.squared().apiKey());

        HttpResponse<String> response = lost.post(CHECK, Map.of("type", "source", "connection_spec", Map.of()));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .isEqualTo("{\"errors\":{\"name\":[\"is missing\"],\"connection_spec\":[\"must be filled\"]}}");
    }

    @Test
    void jsonUnderAnotherContentTypeCountsAsNoFieldsAtAll() {
        Caller text = new Caller(
                sandbox.squared(),
                "Authorization",
                "Bearer " + sandbox.squared().apiKey(),
                "Content-Type",
                "text/plain");

        HttpResponse<String> response = text.post(CHECK, check(connection(Behavior.passes())));

        assertThat(Caller.json(response).path("errors").size()).isEqualTo(3);
    }

    @Test
    void aMissingWorkspaceIsABadRequestAndReportedBeforeThePermission() {
        HttpResponse<String> response =
                key(sandbox.squared().viewerApiKey()).post(CHECK, check(connection(Behavior.passes())));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .isEqualTo(
                        "{\"errors\":[{\"status\":400,\"title\":\"Bad Request\",\"detail\":\"There was a problem with the"
                                + " request format: Workspace not found\",\"source\":{\"pointer\":\"/request/payload\"}}]}");
    }

    @Test
    void aViewerMayNotCheck() {
        Caller viewer = new Caller(
                sandbox.squared(),
                "Authorization",
                "Bearer " + sandbox.squared().viewerApiKey(),
                "Workspace-Id",
                "" + sandbox.squared().workspaceId(),
                "Content-Type",
                "application/json");

        HttpResponse<String> response = viewer.post(CHECK, check(connection(Behavior.passes())));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(detail(response)).isEqualTo("You are not authorized to do this action");
    }

    @Test
    void creatingAnswersTwoHundredAndOneWithSecretsMasked() {
        HttpResponse<String> response = caller.post(CREATE, create("orders", connection(Behavior.passes())));

        assertThat(response.statusCode()).isEqualTo(201);
        JsonNode attributes = Caller.json(response).at("/data/attributes");
        assertThat(Caller.json(response).at("/data/type").asText()).isEqualTo("connectors");
        assertThat(attributes.at("/configuration/credentials/password").asText())
                .isEqualTo("*************");
        assertThat(attributes.at("/configuration/credentials/username").asText())
                .isEqualTo("sync");
        assertThat(attributes.path("created_at").asText()).isEqualTo("2026-01-01T00:00:00.000Z");
        assertThat(attributes.path("workspace_id").asLong())
                .isEqualTo(sandbox.squared().workspaceId());
    }

    @Test
    void aSecondConnectorOfTheSameNameIsRefused() {
        Map<String, Object> body = create("orders", connection(Behavior.passes()));
        caller.post(CREATE, body);

        HttpResponse<String> response = caller.post(CREATE, body);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body())
                .isEqualTo(
                        "{\"errors\":[{\"status\":422,\"title\":\"Error\",\"detail\":\"A connector with the same name"
                                + " already exists.\"}]}");
    }

    @Test
    void aCreationWhoseAnswerIsLostHasHappened() {
        Map<String, Object> spec =
                connection(Behavior.passes().at(Phase.CREATE, Fault.status(502).afterProcessing(), 1));

        assertThat(caller.post(CREATE, create("orders", spec)).statusCode()).isEqualTo(502);
        assertThat(caller.post(CREATE, create("orders", spec)).statusCode()).isEqualTo(422);
    }

    @Test
    void aCreationThatFailedBeforeItWasDoneHasNotHappened() {
        Map<String, Object> spec = connection(Behavior.passes().at(Phase.CREATE, Fault.status(502), 1));

        assertThat(caller.post(CREATE, create("orders", spec)).statusCode()).isEqualTo(502);
        assertThat(caller.post(CREATE, create("orders", spec)).statusCode()).isEqualTo(201);
    }

    @Test
    void aConfigurationThatBreaksItsSchemaIsRefusedWithoutSayingWhere() {
        Map<String, Object> spec = new LinkedHashMap<>(connection(Behavior.passes()));
        spec.put("port", 5432);

        HttpResponse<String> response = caller.post(CREATE, create("orders", spec));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(detail(response)).isEqualTo("Connector creation failed");
    }

    @Test
    void unknownPathsAreAnsweredByTheFramework() {
        assertThat(caller.get("/api/v1/nothing").body()).isEqualTo("{\"status\":404,\"error\":\"Not Found\"}");
        assertThat(new Caller(sandbox.squared()).get("/api/v1/nothing").body()).isEmpty();
    }

    private Map<String, Object> connection(Behavior behavior) {
        return sandbox.squared().connection(behavior);
    }

    private Caller key(String key) {
        return new Caller(sandbox.squared(), "Authorization", "Bearer " + key, "Content-Type", "application/json");
    }

    private void awaitRequest() {
        while (sandbox.requests().isEmpty()) {
            Thread.onSpinWait();
        }
    }

    private static Map<String, Object> check(Map<String, Object> spec) {
        return Map.of("type", "source", "name", "Postgresql", "connection_spec", spec);
    }

    private static Map<String, Object> create(String name, Map<String, Object> configuration) {
        return Map.of(
                "connector",
                Map.of(
                        "name",
                        name,
                        "connector_type",
                        "source",
                        "connector_name",
                        "Postgresql",
                        "configuration",
                        configuration));
    }

    private static String detail(HttpResponse<String> response) {
        return Caller.json(response).at("/errors/0/detail").asText();
    }
}
