package dev.connectioncheck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DatafoldSandboxTest {
    private final ManualTime time = new ManualTime();
    private final Sandbox sandbox = Sandbox.builder().time(time).build();
    private final Caller caller = Caller.datafold(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aJobWaitsThenFillsInItsStepsThenIsDone() {
        String job = start(Behavior.passes().after(Duration.ofSeconds(8)));

        assertThat(at(0, job)).isEqualTo("waiting");
        assertThat(at(2, job)).isEqualTo("processing connection:processing");
        assertThat(at(2, job)).isEqualTo("processing temp_schema:processing connection:OK");
        assertThat(at(2, job)).isEqualTo("processing schema_download:processing temp_schema:OK connection:OK");
        assertThat(at(2, job)).isEqualTo("done lineage_download:OK schema_download:OK temp_schema:OK connection:OK");
    }

    @Test
    void theJobOfABadConnectionIsDoneTooAndOnlyTheStepsCodeTells() {
        String job = start(Behavior.fails("password authentication failed"));

        JsonNode answer = Caller.json(caller.get(job));
        JsonNode connection = answer.path("results").path(3);

        assertThat(answer.path("status").asText()).isEqualTo("done");
        assertThat(connection.toString())
                .isEqualTo("{\"step\":\"connection\",\"status\":\"done\",\"result\":{\"code\":\"ERROR\","
                        + "\"message\":\"password authentication failed\",\"outcome\":\"failed\"}}");
    }

    @Test
    void aJobThatNeverEndsKeepsItsStepWithoutResult() {
        String job = start(Behavior.neverEnds());

        assertThat(at(0, job)).isEqualTo("waiting");
        assertThat(at(1_000_000, job)).isEqualTo("processing connection:processing");
    }

    @Test
    void aFailingConnectionIsSlowWithoutEarlyResults() {
        String job = start(Behavior.fails("no").after(Duration.ofSeconds(8)));

        assertThat(at(7, job)).isEqualTo("processing connection:processing");
        assertThat(at(1, job)).startsWith("done");
    }

    @Test
    void jobsHaveIdsBeyondThirtyTwoBitsAndRunOnTheirOwn() {
        long source = sandbox.datafold().dataSource(Behavior.passes());

        long first = jobId(caller.post("/api/v1/data_sources/" + source + "/test", "{}"));
        long second = jobId(caller.post("/api/v1/data_sources/" + source + "/test", ""));

        assertThat(first).isGreaterThan(Integer.MAX_VALUE).isNotEqualTo(second);
        assertThat(Caller.json(caller.get("/api/v1/data_sources/test/" + first))
                        .path("id")
                        .asLong())
                .isEqualTo(first);
    }

    @Test
    void aScriptSendsWhatItSaysAndRepeatsItsLastAnswer() {
        String job = start(
                Behavior.passes(),
                DatafoldAnswer.job("needs_confirmation"),
                DatafoldAnswer.job("done")
                        .step("connection", "done", "ok", "success", "Connected")
                        .rawStep("{\"step\":\"temp_schema\",\"status\":\"done\"}"));

        assertThat(caller.get(job).body()).contains("\"status\":\"needs_confirmation\",\"results\":[]");
        String last = caller.get(job).body();
        assertThat(last).contains("\"code\":\"ok\"").contains("{\"step\":\"temp_schema\",\"status\":\"done\"}");
        assertThat(caller.get(job).body()).isEqualTo(last);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatafoldAnswer.job("done").rawStep("{"));
    }

    @Test
    void aBadKeyIsAProblemDocumentAndReportedBeforeABadId() {
        HttpResponse<String> response = new Caller(
                        sandbox.datafold(),
                        "Authorization",
                        "Bearer " + sandbox.datafold().apiKey())
                .post("/api/v1/data_sources/abc/test", "");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(Caller.json(response).path("status").asInt()).isEqualTo(401);
        assertThat(Caller.json(response).path("instance").asText()).isNotEmpty();
    }

    @Test
    void unknownObjectsAndPathsAreProblemDocuments() {
        assertThat(caller.post("/api/v1/data_sources/1/test", "").statusCode()).isEqualTo(404);
        assertThat(caller.get("/api/v1/data_sources/test/1").statusCode()).isEqualTo(404);
        assertThat(Caller.json(caller.get("/nothing")).path("type").asText()).isEqualTo("/errors/not_found");
        assertThat(caller.get("/api/v1/data_sources/1/test").statusCode()).isEqualTo(405);
    }

    private String start(Behavior behavior, DatafoldAnswer... polls) {
        long source = sandbox.datafold().dataSource(behavior, polls);
        HttpResponse<String> started = caller.post("/api/v1/data_sources/" + source + "/test", "");
        assertThat(started.statusCode()).isEqualTo(200);
        return "/api/v1/data_sources/test/" + jobId(started);
    }

    private String at(int secondsLater, String job) {
        time.pass(Duration.ofSeconds(secondsLater));
        JsonNode answer = Caller.json(caller.get(job));
        StringBuilder told = new StringBuilder(answer.path("status").asText());
        for (JsonNode step : answer.path("results")) {
            String outcome =
                    step.path("result").path("code").asText(step.path("status").asText());
            told.append(' ').append(step.path("step").asText()).append(':').append(outcome);
        }
        return told.toString();
    }

    private static long jobId(HttpResponse<String> response) {
        return Caller.json(response).path("job_id").asLong();
    }
}
