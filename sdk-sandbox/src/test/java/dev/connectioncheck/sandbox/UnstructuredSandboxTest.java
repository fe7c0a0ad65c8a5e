package dev.connectioncheck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnstructuredSandboxTest {
    private final ManualTime time = new ManualTime();
    private final Sandbox sandbox = Sandbox.builder().time(time).build();
    private final Caller caller = Caller.unstructured(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aCheckIsScheduledUntilItsTimeHasPassed() {
        String path = source(Behavior.passes().after(Duration.ofSeconds(5)));

        HttpResponse<String> started = caller.post(path, "");
        assertThat(started.statusCode()).isEqualTo(202);
        String id = Caller.json(started).path("id").asText();
        assertThat(started.body())
                .isEqualTo("{\"id\":\"" + id + "\",\"status\":\"SCHEDULED\",\"reason\":null,"
                        + "\"created_at\":\"2026-01-01T00:00:00Z\",\"reported_at\":null}");

        time.pass(Duration.ofMillis(4999));
        assertThat(caller.get(path).body()).isEqualTo(started.body());

        time.pass(Duration.ofMillis(1));
        HttpResponse<String> ended = caller.get(path);
        assertThat(ended.statusCode()).isEqualTo(200);
        assertThat(ended.body())
                .isEqualTo("{\"id\":\"" + id + "\",\"status\":\"SUCCESS\",\"reason\":null,"
                        + "\"created_at\":\"2026-01-01T00:00:00Z\",\"reported_at\":\"2026-01-01T00:00:05Z\"}");
    }

    @Test
    void aFailedCheckGivesItsReason() {
        String path = "/api/v1/destinations/"
                + sandbox.unstructured().destination(Behavior.fails("password authentication failed"))
                + "/connection-check";
        caller.post(path, "");

        JsonNode check = Caller.json(caller.get(path));

        assertThat(check.path("status").asText()).isEqualTo("FAILURE");
        assertThat(check.path("reason").asText()).isEqualTo("password authentication failed");
    }

    @Test
    void aCheckThatNeverEndsStaysScheduled() {
        String path = source(Behavior.neverEnds());
        caller.post(path, "");
        time.pass(Duration.ofDays(365));

        assertThat(Caller.json(caller.get(path)).path("status").asText()).isEqualTo("SCHEDULED");
    }

    @Test
    void theLatestCheckIsTheOneStartedLast() {
        String path = source(Behavior.passes());
        String first = id(caller.post(path, ""));
        String second = id(caller.post(path, ""));

        assertThat(id(caller.get(path))).isEqualTo(second).isNotEqualTo(first);
    }

    @Test
    void aScriptAnswersPollsInOrderAndRepeatsItsLastAnswer() {
        String path = source(
                Behavior.passes(),
                UnstructuredAnswer.older("SUCCESS"),
                UnstructuredAnswer.ours("PONDERING"),
                UnstructuredAnswer.newer("FAILURE").reason("refused"));
        String ours = id(caller.post(path, ""));

        HttpResponse<String> older = caller.get(path);
        HttpResponse<String> second = caller.get(path);
        HttpResponse<String> newer = caller.get(path);
        HttpResponse<String> again = caller.get(path);

        assertThat(id(older)).isNotEqualTo(ours);
        assertThat(Caller.json(older).path("created_at").asText()).isEqualTo("2025-12-31T23:00:00Z");
        assertThat(id(second)).isEqualTo(ours);
        assertThat(Caller.json(second).path("status").asText()).isEqualTo("PONDERING");
        assertThat(id(newer)).isNotIn(ours, id(older));
        assertThat(Caller.json(newer).path("reason").asText()).isEqualTo("refused");
        assertThat(again.body()).isEqualTo(newer.body());
    }

    @Test
    void aScriptBeginsAnewWithEveryStart() {
        String path = source(Behavior.passes(), UnstructuredAnswer.ours("FIRST"), UnstructuredAnswer.ours("SECOND"));
        caller.post(path, "");
        caller.get(path);
        caller.get(path);
        caller.post(path, "");

        assertThat(Caller.json(caller.get(path)).path("status").asText()).isEqualTo("FIRST");
    }

    @Test
    void anOlderCheckLiesAroundBeforeTheFirstStart() {
        String path = source(Behavior.passes(), UnstructuredAnswer.older("SUCCESS"));

        assertThat(Caller.json(caller.get(path)).path("status").asText()).isEqualTo("SUCCESS");
    }

    @Test
    void withoutAnyCheckThereIsNothingToFind() {
        HttpResponse<String> response = caller.get(source(Behavior.passes()));

        assertThat(response.statusCode()).isEqualTo(404);
    }

    @Test
    void sourcesAndDestinationsAreDifferentThings() {
        UUID source = sandbox.unstructured().source(Behavior.passes());

        HttpResponse<String> response = caller.post("/api/v1/destinations/" + source + "/connection-check", "");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("{\"detail\":\"Destination not found\"}");
    }

    @Test
    void keysAreRefusedInTheVendorsWordsAndBeforeTheId() {
        String path = "/api/v1/sources/MySource/connection-check";

        HttpResponse<String> missing = new Caller(sandbox.unstructured()).post(path, "");
        HttpResponse<String> malformed =
                new Caller(sandbox.unstructured(), "unstructured-api-key", "a key").post(path, "");
        HttpResponse<String> invalid =
                new Caller(sandbox.unstructured(), "unstructured-api-key", "nobody").post(path, "");

        assertThat(missing.statusCode()).isEqualTo(401);
        assertThat(missing.body())
                .isEqualTo("{\"detail\":\"API key is missing, please provide an API key in the header.\"}");
        assertThat(malformed.body())
                .isEqualTo("{\"detail\":\"API key is malformed, please type the API key correctly in the header.\"}");
        assertThat(invalid.body())
                .isEqualTo("{\"detail\":\"API key is invalid, please provide a valid API key in the header.\"}");
    }

    @Test
    void anInternalErrorIsPlainText() {
        HttpResponse<String> response = caller.post(source(Behavior.passes().at(Phase.START, Fault.status(500))), "");

        assertThat(response.body()).isEqualTo("Internal Server Error");
        assertThat(response.headers().firstValue("content-type")).contains("text/plain; charset=utf-8");
        assertThat(response.headers().firstValue("server")).contains("istio-envoy");
    }

    private String source(Behavior behavior, UnstructuredAnswer... polls) {
        return "/api/v1/sources/" + sandbox.unstructured().source(behavior, polls) + "/connection-check";
    }

    private static String id(HttpResponse<String> response) {
        return Caller.json(response).path("id").asText();
    }
}
