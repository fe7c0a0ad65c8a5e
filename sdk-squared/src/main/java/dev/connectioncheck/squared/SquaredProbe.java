package dev.connectioncheck.squared;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connectioncheck.ConnectionCheckException.Failure;
import dev.connectioncheck.UnexpectedResponseException;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.client.ApiRuntime;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.http.ApiResponse;
import dev.connectioncheck.http.Resend;
import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.squared.api.ConnectorsApi;
import dev.connectioncheck.squared.model.QuerySourceRequest;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Lets Squared query a saved source for a number that nobody else knows, with the settings that it stored.
 *
 * <p>Only with these six kinds of source does the number prove that the connection works: others answer such a query
 * without connecting, or not at all (Multiwoven server code v0.124.0). What the driver complains of comes as 422.
 */
final class SquaredProbe {
    private static final Set<String> PROVEN =
            Set.of("Postgresql", "Redshift", "Snowflake", "Databricks", "Bigquery", "MariaDB");

    private static final int UNPROCESSABLE = 422;
    private static final String COLUMN = "connection_check";

    private final ApiRuntime runtime;
    private final ConnectorsApi connectors;

    SquaredProbe(ApiRuntime runtime, ConnectorsApi connectors) {
        this.runtime = runtime;
        this.connectors = connectors;
    }

    ApiCall<Progress> start(String id) {
        return connectors.get(id).as(JsonNode.class).then(answer -> {
            JsonNode connector = answer.path("data");
            if (!connector.path("id").asText().equals(id)) {
                throw other(id);
            }
            JsonNode attributes = connector.path("attributes");
            String definition = attributes.path("connector_name").asText();
            boolean isSource = attributes.path("connector_type").asText().equals("source");
            return isSource && PROVEN.contains(definition)
                    ? query(id, Integer.toString(ThreadLocalRandom.current().nextInt(100_000, 1_000_000)))
                    : ApiCall.of(
                            Progress.inconclusive("Squared was not asked: a query proves nothing for a connector of"
                                    + " kind " + definition + ", only for SQL sources " + sorted()
                                    + ". Give its settings with SquaredTarget.of(row, settings)."));
        });
    }

    private static String sorted() {
        return String.join(", ", PROVEN.stream().sorted().toList());
    }

    private ApiCall<Progress> query(String id, String sentinel) {
        return runtime.request("POST", "querySource", "/api/v1/connectors/{id}/query_source")
                .path("id", id)
                .body(QuerySourceRequest.builder()
                        .query("SELECT " + sentinel + " AS " + COLUMN)
                        .build())
                .resend(Resend.UNLESS_SENT)
                .longRunning()
                .callWithStatus(JsonNode.class, 200, UNPROCESSABLE)
                .map(answer -> read(answer, sentinel));
    }

    private static Progress read(ApiResponse<JsonNode> answer, String sentinel) {
        Optional<JsonNode> body = answer.body();
        if (answer.status() == UNPROCESSABLE) {
            return refused(body.map(
                            error -> error.path("errors").path(0).path("detail").asText())
                    .filter(detail -> !detail.isBlank()));
        }
        JsonNode rows = body.map(all -> all.path("data")).orElse(null);
        return rows != null
                        && rows.size() == 1
                        && rows.path(0).path(COLUMN).asText().equals(sentinel)
                ? Progress.finished(Verdict.PASSED, Optional.empty())
                : Progress.inconclusive("Squared answered the query without the value that was asked for.");
    }

    /** Squared hands on what the driver complains of, so a refusal without it is none of the connection's. */
    private static Progress refused(Optional<String> detail) {
        return detail.isPresent()
                ? Progress.failed(detail)
                : Progress.inconclusive("Squared refused the query without saying what the source complained of.");
    }

    private static UnexpectedResponseException other(String id) {
        return new UnexpectedResponseException(
                Failure.of(
                        SquaredTarget.VENDOR,
                        "getConnector",
                        "squared getConnector answered with an object that is not the connector " + id
                                + "; nothing was queried. Check the base URL and what stands between."),
                null);
    }
}
