package dev.connectioncheck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The workspace of the stand-in for Unstructured, as tests fill it. */
class UnstructuredRowTest {
    private static final String SOURCES = "/api/v1/sources/";
    private static final String DESTINATIONS = "/api/v1/destinations/";

    private final ManualTime time = new ManualTime();
    private final Sandbox sandbox = Sandbox.builder().time(time).build();
    private final UnstructuredSandbox unstructured = sandbox.unstructured();
    private final Caller caller = Caller.unstructured(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void anEmptyWorkspaceIsAnEmptyArray() {
        assertThat(caller.get(SOURCES).body()).isEqualTo("[]");
        assertThat(caller.get(DESTINATIONS).body()).isEqualTo("[]");
    }

    @Test
    void aThousandRowsComeAtOnceInTheOrderInWhichTheyWereSaved() {
        List<String> saved = IntStream.rangeClosed(1, 1000)
                .mapToObj(
                        i -> "" + unstructured.add(UnstructuredRow.source("s3").named("one name for all")))
                .toList();
        unstructured.add(UnstructuredRow.destination("s3"));

        assertThat(Caller.json(caller.get(SOURCES)).findValuesAsText("id")).isEqualTo(saved);
    }

    @Test
    void aCollectionWithoutItsSlashIsSentAwayToPlainHttp() {
        HttpResponse<String> response = caller.get("/api/v1/sources?source_type=s3");

        assertThat(response.statusCode()).isEqualTo(307);
        assertThat(response.headers().firstValue("location"))
                .contains(unstructured.baseUrl() + "/api/v1/sources/?source_type=s3");
    }

    @ParameterizedTest
    @CsvSource({"s3,2", "azure,1", "teradata,0"})
    void aListCanBeNarrowedToAType(String type, int rows) {
        unstructured.add(UnstructuredRow.source("s3"));
        unstructured.add(UnstructuredRow.source("azure"));
        unstructured.add(UnstructuredRow.source("s3"));

        assertThat(Caller.json(caller.get(SOURCES + "?source_type=" + type))).hasSize(rows);
    }

    @Test
    void aRowShowsItsSettingsInClearOrMaskedAndAnUpdateOnlyOnceThereWasOne() {
        UUID id = unstructured.add(UnstructuredRow.destination("s3")
                .named("lake")
                .settings(Map.of("remote_url", "s3://bucket", "secret", "wJalrXUtnFEMI")));
        String clear = "{\"id\":\"" + id + "\",\"name\":\"lake\",\"type\":\"s3\",\"config\":"
                + Json.write(unstructured.settings(id)) + ",\"created_at\":\"2026-01-01T00:00:00Z\"}";

        assertThat(caller.get(DESTINATIONS + id).body()).isEqualTo(clear);
        unstructured.maskSecrets(true);
        assertThat(caller.get(DESTINATIONS + id).body()).isEqualTo(clear.replace("wJalrXUtnFEMI", "**********"));
    }

    @Test
    void aMaskThatIsPutIsStoredAndTheNextCheckFails() {
        unstructured.maskSecrets(true);
        UUID id = unstructured.add(UnstructuredRow.source("s3"));
        assertThat(checked(SOURCES + id)).isEqualTo("SUCCESS");
        JsonNode masked = Caller.json(caller.get(SOURCES + id)).path("config");
        time.pass(Duration.ofMinutes(1));

        HttpResponse<String> put = caller.call("PUT", SOURCES + id, Json.write(Map.of("config", masked)));

        assertThat(Caller.json(put).path("updated_at").asText()).isEqualTo("2026-01-01T00:01:00Z");
        assertThat(unstructured.settings(id)).containsEntry("secret", "**********");
        assertThat(checked(SOURCES + id)).isEqualTo("FAILURE");
    }

    @Test
    void aPutReplacesTheConfigAsAWhole() {
        UUID id = unstructured.add(UnstructuredRow.source("s3"));

        caller.call("PUT", SOURCES + id, "{\"config\":{\"remote_url\":\"s3://other\"},\"name\":\"ignored\"}");

        assertThat(unstructured.settings(id)).isEqualTo(Map.of("remote_url", "s3://other"));
        assertThat(Caller.json(caller.get(SOURCES + id)).path("name").asText()).isNotEqualTo("ignored");
    }

    @Test
    void whatAClientCreatesCanBeCheckedAndDeleted() {
        String body = Json.write(
                Map.of("name", "new", "type", "s3", "config", unstructured.settings(Behavior.fails("no such bucket"))));

        HttpResponse<String> created = caller.post(DESTINATIONS, body);
        String path = DESTINATIONS + Caller.json(created).path("id").asText();

        assertThat(created.statusCode()).isEqualTo(200);
        assertThat(checked(path)).isEqualTo("FAILURE");
        HttpResponse<String> deleted = caller.call("DELETE", path, "");
        assertThat(deleted.statusCode()).isEqualTo(200);
        assertThat(deleted.body())
                .isEqualTo("{\"detail\":\"Destination with id "
                        + Caller.json(created).path("id").asText() + " successfully deleted.\"}");
        assertThat(caller.get(path).body()).isEqualTo("{\"detail\":\"Destination not found\"}");
    }

    @Test
    void namesAreNotUniqueSoACreationThatIsSentTwiceMakesTwo() {
        Map<String, Object> settings = unstructured.settings(
                Behavior.passes().at(Phase.CREATE, Fault.status(502).afterProcessing(), 1));
        String body = Json.write(Map.of("name", "new", "type", "s3", "config", settings));

        assertThat(caller.post(SOURCES, body).statusCode()).isEqualTo(502);
        assertThat(caller.post(SOURCES, body).statusCode()).isEqualTo(200);
        assertThat(Caller.json(caller.get(SOURCES))).hasSize(2);
    }

    @Test
    void newSettingsBringTheirOwnBehaviour() {
        UUID id = unstructured.source(Behavior.fails("old"));

        caller.call("PUT", SOURCES + id, Json.write(Map.of("config", unstructured.settings(Behavior.passes()))));

        assertThat(checked(SOURCES + id)).isEqualTo("SUCCESS");
    }

    @Test
    void googleDriveCannotBeCreated() {
        HttpResponse<String> response =
                caller.post(SOURCES, "{\"name\":\"n\",\"type\":\"google_drive\",\"config\":{\"drive_id\":\"d\"}}");

        assertThat(response.statusCode()).isEqualTo(412);
        assertThat(response.body())
                .isEqualTo(
                        "{\"errors\":[{\"field\":\"access_config.service_account_key\",\"message\":\"Field is sensitive"
                                + " and must be wrapped in as a secret reference or new secret value\"}]}");
    }

    @Test
    void aComplaintEchoesWhatWasSentSecretsIncluded() {
        HttpResponse<String> response = caller.post(SOURCES, "{\"name\":\"n\",\"config\":{\"secret\":\"s3cret\"}}");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("s3cret");
    }

    @Test
    void aRowThatHasVanishedIsListedAndNothingElse() {
        UUID id = unstructured.add(UnstructuredRow.source("s3").vanishing());

        assertThat(Caller.json(caller.get(SOURCES))).hasSize(1);
        for (HttpResponse<String> response : List.of(
                caller.get(SOURCES + id),
                caller.post(SOURCES + id + "/connection-check", ""),
                caller.call("PUT", SOURCES + id, "{\"config\":{}}"),
                caller.call("DELETE", SOURCES + id, ""))) {
            assertThat(response.statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aRowThatSomebodyRemovedIsGone() {
        UUID id = unstructured.add(UnstructuredRow.source("s3"));
        unstructured.remove(id);

        assertThat(caller.get(SOURCES).body()).isEqualTo("[]");
        assertThatIllegalArgumentException().isThrownBy(() -> unstructured.settings(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {SOURCES, DESTINATIONS})
    void faultsStrikeTheOperationThatTheyAreFor(String all) {
        Behavior broken = Behavior.passes()
                .at(Phase.READ, Fault.status(503), 1)
                .at(Phase.UPDATE, Fault.status(503), 1)
                .at(Phase.DELETE, Fault.status(503), 1);
        String one = all + (all.equals(SOURCES) ? unstructured.source(broken) : unstructured.destination(broken));
        unstructured.at(Phase.LIST, Fault.status(500), 1);

        assertThat(twice("GET", all, "")).containsExactly(500, 200);
        assertThat(twice("GET", one, "")).containsExactly(503, 200);
        assertThat(twice("PUT", one, "{\"config\":{}}")).containsExactly(503, 200);
        assertThat(twice("DELETE", one, "")).containsExactly(503, 200);
    }

    private List<Integer> twice(String method, String path, String body) {
        return List.of(
                caller.call(method, path, body).statusCode(),
                caller.call(method, path, body).statusCode());
    }

    private String checked(String path) {
        caller.post(path + "/connection-check", "");
        return Caller.json(caller.get(path + "/connection-check"))
                .path("status")
                .asText();
    }
}
