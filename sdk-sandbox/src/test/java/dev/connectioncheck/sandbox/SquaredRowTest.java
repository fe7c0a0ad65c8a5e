package dev.connectioncheck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The workspace of the stand-in for Squared, as tests fill it. */
class SquaredRowTest {
    private static final String ALL = "/api/v1/connectors";
    private static final String CHECK = "/api/v1/connector_definitions/check_connection";
    private static final String ONE = "{\"query\":\"select 4711 as answer\"}";

    private final ManualTime time = new ManualTime();
    private final Sandbox sandbox = Sandbox.builder().time(time).build();
    private final SquaredSandbox squared = sandbox.squared();
    private final Caller caller = Caller.squared(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aThousandRowsComeInPagesTheLastEditedFirst() {
        IntStream.rangeClosed(1, 1000)
                .forEach(i -> squared.add(SquaredRow.source("Postgresql").named("row " + i)));

        List<String> ids = new ArrayList<>();
        JsonNode page;
        int number = 0;
        do {
            number++;
            page = list("?per_page=300&page=" + number);
            page.path("data").forEach(row -> ids.add(row.path("id").asText()));
        } while (!page.at("/links/next").isNull());

        assertThat(number).isEqualTo(4);
        assertThat(ids)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 1000)
                        .mapToObj(i -> "" + (1001 - i))
                        .toList());
        assertThat(page.at("/links/last").asText()).contains("page=4&per_page=300");
    }

    @Test
    void aPageThatIsFullAndLastHasNoNextAndOnePastItHas() {
        IntStream.rangeClosed(1, 4).forEach(i -> squared.add(SquaredRow.source("Http")));

        assertThat(list("?per_page=2&page=2").at("/links/next").isNull()).isTrue();
        JsonNode beyond = list("?per_page=2&page=3");
        assertThat(beyond.path("data")).isEmpty();
        assertThat(beyond.at("/links/next").asText()).contains("page=4&per_page=2");
    }

    @Test
    void linksNameTheHostAndTheSchemeThatTheRequestClaims() {
        Caller proxied = new Caller(
                squared,
                "Authorization",
                "Bearer " + squared.apiKey(),
                "Workspace-Id",
                "" + squared.workspaceId(),
                "X-Forwarded-Proto",
                "gopher");

        assertThat(Caller.json(proxied.get(ALL)).at("/links/first").asText()).startsWith("gopher://127.0.0.1:");
    }

    @Test
    void anEditBetweenTwoPagesHidesOneRowAndRepeatsAnother() {
        IntStream.rangeClosed(1, 4).forEach(i -> squared.add(SquaredRow.source("Http")));

        assertThat(ids(list("?per_page=2&page=1"))).containsExactly("4", "3");
        time.pass(Duration.ofSeconds(1));
        squared.touch(1);
        assertThat(ids(list("?per_page=2&page=2"))).containsExactly("3", "2");
        assertThat(ids(list("?per_page=1&page=1"))).containsExactly("1");
    }

    @Test
    void aRowShowsWhatItWasGiven() {
        long id = squared.add(SquaredRow.destination("Klaviyo").named("news").described("for people"));

        JsonNode row = Caller.json(caller.get(ALL + "/" + id)).at("/data/attributes");

        assertThat(row.path("name").asText()).isEqualTo("news");
        assertThat(row.path("description").asText()).isEqualTo("for people");
        assertThat(row.path("connector_type").asText()).isEqualTo("destination");
        assertThat(row.path("connector_name").asText()).isEqualTo("Klaviyo");
        assertThat(row.at("/configuration/private_api_key").asText()).isEqualTo("*************");
        assertThat(squared.settings(id).get("private_api_key")).isNotEqualTo("*************");
    }

    @Test
    void aRowIsCheckedWithItsSettingsAndNotWithItsMasks() {
        long id = squared.add(SquaredRow.source("Postgresql"));
        JsonNode masked = Caller.json(caller.get(ALL + "/" + id)).at("/data/attributes/configuration");

        assertThat(check("Postgresql", squared.settings(id)).body()).contains("succeeded");
        assertThat(check("Postgresql", masked).body())
                .contains("FATAL:  password authentication failed for user \\\"sync\\\"\\n");
    }

    @Test
    void aMaskInPlaceOfAKeyOfAServiceIsRefusedWithoutAReason() {
        assertThat(check("OpenAI", Map.of("api_key", "*************")).body()).contains("\"message\":\"failed\"");
    }

    @Test
    void aMaskThatIsPutIsStoredAndTheNextQueryFails() {
        long id = squared.add(SquaredRow.source("Redshift"));
        JsonNode masked = Caller.json(caller.get(ALL + "/" + id)).at("/data/attributes/configuration");
        assertThat(query(id, ONE).body()).isEqualTo("{\"data\":[{\"answer\":\"4711\"}]}");

        HttpResponse<String> put =
                caller.call("PUT", ALL + "/" + id, Json.write(Map.of("connector", Map.of("configuration", masked))));

        assertThat(put.statusCode()).isEqualTo(200);
        assertThat(Json.tree(squared.settings(id)).at("/credentials/password").asText())
                .isEqualTo("*************");
        assertThat(query(id, ONE).statusCode()).isEqualTo(422);
        assertThat(query(id, ONE).body()).contains("password authentication failed");
    }

    @Test
    void aConnectorThatAClientCreatedBehavesAsItsSettingsDo() {
        Map<String, Object> good = squared.sourceSettings("Snowflake", Behavior.passes());
        Map<String, Object> bad = squared.sourceSettings("Snowflake", Behavior.fails("No such warehouse"));

        assertThat(query(create("good", good), ONE).statusCode()).isEqualTo(200);
        assertThat(query(create("bad", bad), ONE).body())
                .isEqualTo("{\"errors\":[{\"status\":422,\"title\":\"Error\",\"detail\":\"No such warehouse\"}]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "select 1 | {\"data\":[{\"?column?\":\"1\"}]}",
                "SELECT 1 AS ok, 'it' AS \"what\", null AS none; | {\"data\":[{\"ok\":\"1\",\"what\":\"it\",\"none\":null}]}",
                "select 1 from dual | {\"data\":[{\"?column?\":\"1\"}]}",
                "select 1 as a, 2 as a | {\"data\":[{\"a\":\"2\"}]}",
                "select 1 as a limit 1 | {\"data\":[{\"a\":\"1\"}]}",
                "select 1 as a limit 0 | {\"data\":[]}"
            })
    void queriesThatNeedNoTableAreAnsweredInTexts(String query, String answer) {
        long id = squared.add(SquaredRow.source("Postgresql"));

        assertThat(query(id, Json.write(Map.of("query", query))).body()).isEqualTo(answer);
    }

    @Test
    void aSlowRowTakesItsTimeOverAQuery() throws Exception {
        long id = squared.add(
                SquaredRow.source("Postgresql").behaving(Behavior.passes().after(Duration.ofMinutes(2))));

        CompletableFuture<HttpResponse<String>> answer =
                caller.postLater(ALL + "/" + id + "/query_source", Map.of("query", "select 1"));
        while (sandbox.requests().isEmpty()) {
            Thread.onSpinWait();
        }
        time.pass(Duration.ofSeconds(119));
        assertThat(answer.isDone()).isFalse();
        time.pass(Duration.ofSeconds(1));

        assertThat(answer.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    @Test
    void aRowThatHasVanishedIsListedAndNothingElse() {
        long id = squared.add(SquaredRow.source("Postgresql").vanishing());

        assertThat(ids(list(""))).containsExactly("" + id);
        assertThat(caller.get(ALL + "/" + id).body()).contains("Connector not found");
        assertThat(query(id, ONE).statusCode()).isEqualTo(404);
        assertThat(caller.call("DELETE", ALL + "/" + id, "").statusCode()).isEqualTo(404);
    }

    @Test
    void aRowThatSomebodyRemovedIsGone() {
        long id = squared.add(SquaredRow.source("Postgresql"));
        squared.remove(id);

        assertThat(list("").path("data")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> squared.settings(id));
    }

    @Test
    void aRowWhoseDefinitionHasGoneSpoilsItsPage() {
        squared.add(SquaredRow.source("Postgresql"));
        squared.add(SquaredRow.source("Gone"));

        HttpResponse<String> spoilt = caller.get(ALL);

        assertThat(spoilt.statusCode()).isEqualTo(400);
        assertThat(spoilt.body()).contains("uninitialized constant Multiwoven::Integrations::Source::Gone");
    }

    @Test
    void aViewerReadsAndQueriesAndChangesNothing() {
        long id = squared.add(SquaredRow.source("Postgresql"));
        Caller viewer = new Caller(
                squared,
                "Authorization",
                "Bearer " + squared.viewerApiKey(),
                "Workspace-Id",
                "" + squared.workspaceId(),
                "Content-Type",
                "application/json");

        assertThat(viewer.get(ALL).statusCode()).isEqualTo(200);
        assertThat(viewer.get(ALL + "/" + id).statusCode()).isEqualTo(200);
        assertThat(viewer.post(ALL + "/" + id + "/query_source", ONE).statusCode())
                .isEqualTo(200);
        assertThat(viewer.call("PATCH", ALL + "/" + id, "{\"connector\":{\"name\":\"x\"}}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(viewer.call("DELETE", ALL + "/" + id, "").statusCode()).isEqualTo(403);
    }

    @Test
    void aLockedUserIsSentToTheSignInPageOrGetsAnErrorAndIsLetInAgain() {
        squared.lockUser();

        HttpResponse<String> check = check("Postgresql", squared.connection(Behavior.passes()));
        assertThat(check.statusCode()).isEqualTo(302);
        assertThat(check.headers().firstValue("location")).contains(squared.baseUrl() + "/users/sign_in.json");
        assertThat(caller.get(ALL).body()).isEqualTo("{\"status\":500,\"error\":\"Internal Server Error\"}");
        squared.unlockUser();
        assertThat(caller.get(ALL).statusCode()).isEqualTo(200);
    }

    @Test
    void faultsStrikeTheOperationThatTheyAreFor() {
        long id = squared.add(SquaredRow.source("Postgresql")
                .behaving(Behavior.passes()
                        .at(Phase.READ, Fault.status(502), 1)
                        .at(Phase.UPDATE, Fault.status(502), 1)
                        .at(Phase.QUERY, Fault.status(502), 1)
                        .at(Phase.DELETE, Fault.status(502), 1)));
        squared.at(Phase.LIST, Fault.status(503), 1);

        assertThat(twice("GET", ALL, "")).containsExactly(503, 200);
        assertThat(twice("GET", ALL + "/" + id, "")).containsExactly(502, 200);
        assertThat(twice("PUT", ALL + "/" + id, "{\"connector\":{\"name\":\"x\"}}"))
                .containsExactly(502, 200);
        assertThat(twice("POST", ALL + "/" + id + "/query_source", ONE)).containsExactly(502, 200);
        assertThat(twice("DELETE", ALL + "/" + id, "")).containsExactly(502, 204);
    }

    @Test
    void aDeletionWhoseAnswerIsLostHasHappened() {
        long id = squared.add(SquaredRow.source("Postgresql")
                .behaving(Behavior.passes().at(Phase.DELETE, Fault.status(502).afterProcessing())));

        assertThat(twice("DELETE", ALL + "/" + id, "")).containsExactly(502, 404);
    }

    private List<Integer> twice(String method, String path, String body) {
        return List.of(
                caller.call(method, path, body).statusCode(),
                caller.call(method, path, body).statusCode());
    }

    private long create(String name, Map<String, Object> settings) {
        HttpResponse<String> created = caller.post(
                ALL,
                Map.of(
                        "connector",
                        Map.of(
                                "name",
                                name,
                                "connector_type",
                                "source",
                                "connector_name",
                                "Snowflake",
                                "configuration",
                                settings)));
        return Caller.json(created).at("/data/id").asLong();
    }

    private HttpResponse<String> check(String definition, Object spec) {
        return caller.post(CHECK, Map.of("type", "source", "name", definition, "connection_spec", spec));
    }

    private HttpResponse<String> query(long id, String body) {
        return caller.post(ALL + "/" + id + "/query_source", body);
    }

    private JsonNode list(String query) {
        return Caller.json(caller.get(ALL + query));
    }

    private static List<String> ids(JsonNode page) {
        return page.path("data").findValuesAsText("id");
    }
}
