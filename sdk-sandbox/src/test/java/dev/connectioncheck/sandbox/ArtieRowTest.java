package dev.connectioncheck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The company of the stand-in for Artie, as tests fill it. */
class ArtieRowTest {
    private static final String ALL = "/connectors";
    private static final String PING = "/connectors/ping";

    private final ManualTime time = new ManualTime();
    private final Sandbox sandbox = Sandbox.builder().time(time).build();
    private final ArtieSandbox artie = sandbox.artie();
    private final Caller caller = Caller.artie(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({"'',1", "?includeSourceConnectors=false,1", "?includeSourceConnectors=true,2"})
    void sourcesAreListedOnDemandOnly(String query, int rows) {
        artie.add(ArtieRow.source("mysql"));
        artie.add(ArtieRow.destination("snowflake"));

        JsonNode list = Caller.json(caller.get(ALL + query));

        assertThat(list.path("items")).hasSize(rows);
        assertThat(list).hasSize(1);
    }

    @Test
    void aRowOfTheListHoldsNoSetting() {
        UUID id = artie.add(ArtieRow.destination("postgresql").named("Billing").invalid());

        JsonNode row = Caller.json(caller.get(ALL)).at("/items/0");

        assertThat(row.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "uuid",
                        "companyUUID",
                        "environmentUUID",
                        "createdAt",
                        "updatedAt",
                        "label",
                        "connectionLabel",
                        "type",
                        "isValid",
                        "dataPlaneName",
                        "sshTunnelUUID",
                        "privateLinkUUID",
                        "snapshotPrivateLinkUUID");
        assertThat(row.path("uuid").asText()).isEqualTo(id.toString());
        assertThat(row.path("label").asText()).isEqualTo("Billing");
        assertThat(row.path("isValid").asBoolean()).isFalse();
    }

    @Test
    void aThousandRowsComeAtOnceInTheOrderInWhichTheyWereSaved() {
        List<String> saved = IntStream.rangeClosed(1, 1000)
                .mapToObj(i -> artie.add(ArtieRow.destination("s3")).toString())
                .toList();

        assertThat(Caller.json(caller.get(ALL)).path("items").findValuesAsText("uuid"))
                .isEqualTo(saved);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "snowflake", "bigquery", "s3", "dynamodb", "redshift", "mongodb", "iceberg"})
    void aConnectorOfEveryTypeCanBePingedWhetherItHasAHostOrNot(String type) {
        Map<String, Object> good = artie.unsaved(type, Behavior.passes());
        Map<String, Object> bad = artie.unsaved(type, Behavior.fails("refused"));

        assertThat(ping(type, good).statusCode()).isEqualTo(204);
        assertThat(ping(type, bad).body()).isEqualTo("{\"error\":\"refused\"}");
    }

    /** Terraform's own client sends every key it knows, empty where it has nothing to say. */
    @Test
    void emptyKeysOfOtherTypesDoNoHarm() {
        Map<String, Object> settings = new LinkedHashMap<>(artie.unsaved("snowflake", Behavior.passes()));
        settings.put("host", "");
        settings.put("port", 0);
        settings.put("user", "");

        assertThat(ping("snowflake", settings).statusCode()).isEqualTo(204);
    }

    @Test
    void settingsNotMadeHereFailInWordsThatFitThem() {
        assertThat(ping("snowflake", Map.of("accountURL", "https://x.snowflakecomputing.com"))
                        .body())
                .startsWith("{\"error\":\"The sandbox has no such connection");
        assertThat(ping("mysql", Map.of("host", "db.example.com")).body())
                .isEqualTo("{\"error\":\"dial tcp: lookup db.example.com: no such host\"}");
    }

    @Test
    void secretsAreReadMaskedOrInClear() {
        UUID id = artie.add(
                ArtieRow.source("snowflake").settings(Map.of("accountURL", "https://x", "privateKey", "s3cret")));

        assertThat(read(id).path("sharedConfig"))
                .isEqualTo(Json.tree(Map.of("accountURL", "https://x", "privateKey", "********")));
        artie.maskSecrets(false);
        assertThat(read(id).at("/sharedConfig/privateKey").asText()).isEqualTo("s3cret");
    }

    @Test
    void aMaskThatAnUpdateBringsIsStoredAndTheNextPingFails() {
        UUID id = artie.saved(Behavior.passes());
        JsonNode read = read(id);
        assertThat(caller.post(PING, read).statusCode()).isEqualTo(204);

        assertThat(caller.post(ALL + "/" + id, read).statusCode()).isEqualTo(200);

        assertThat(artie.settings(id)).containsEntry("password", "********");
        assertThat(caller.post(PING, read).body())
                .isEqualTo("{\"error\":\"password authentication failed for user \\\"etl\\\"\"}");
    }

    @Test
    void anUpdateReplacesSettingsAsAWholeAndWhatItBringsBesides() {
        UUID id = artie.saved(Behavior.fails("old"));
        time.pass(Duration.ofHours(1));

        HttpResponse<String> updated = caller.post(
                ALL + "/" + id,
                Map.of("label", "new", "dataPlaneName", "gcp", "sharedConfig", artie.unsaved(Behavior.passes())));

        JsonNode shown = Caller.json(updated);
        assertThat(shown.path("label").asText()).isEqualTo("new");
        assertThat(shown.path("dataPlaneName").asText()).isEqualTo("gcp");
        assertThat(shown.path("updatedAt").asText()).isEqualTo("2026-01-01T01:00:00Z");
        assertThat(shown.path("createdAt").asText()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(caller.post(PING, shown).statusCode()).isEqualTo(204);
    }

    @Test
    void whatAClientCreatesIsListedByItsRoleAndPingedByItsSettings() {
        ObjectNode payload = (ObjectNode) Json.tree(Map.of(
                "type",
                "snowflake",
                "label",
                "lake",
                "sharedConfig",
                artie.unsaved("snowflake", Behavior.fails("no"))));

        HttpResponse<String> created = caller.post(ALL, payload);
        caller.post(ALL, payload.put("type", "oracle"));

        assertThat(created.statusCode()).isEqualTo(200);
        assertThat(Caller.json(created).path("label").asText()).isEqualTo("lake");
        assertThat(Caller.json(caller.get(ALL)).path("items")).hasSize(1);
        assertThat(caller.post(PING, Caller.json(created)).body()).isEqualTo("{\"error\":\"no\"}");
    }

    @Test
    void aCreationWhoseAnswerIsLostHasHappened() {
        Map<String, Object> settings = artie.unsaved(
                Behavior.passes().at(Phase.CREATE, Fault.resetAfterHeaders().afterProcessing(), 1));
        try {
            caller.post(ALL, Map.of("type", "postgresql", "sharedConfig", settings));
        } catch (AssertionError expected) {
            // The connection was reset.
        }

        assertThat(Caller.json(caller.get(ALL)).path("items")).hasSize(1);
    }

    @Test
    void aConnectorThatIsDeletedIsGone() {
        UUID id = artie.saved(Behavior.passes());
        JsonNode read = read(id);

        HttpResponse<String> deleted = caller.call("DELETE", ALL + "/" + id, "");

        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(caller.get(ALL + "/" + id).statusCode()).isEqualTo(404);
        assertThat(caller.post(PING, read).body()).isEqualTo("{\"error\":\"connector not found\"}");
    }

    @Test
    void aRowThatHasVanishedIsListedAndNothingElse() {
        UUID id = artie.add(ArtieRow.destination("postgresql").vanishing());

        assertThat(Caller.json(caller.get(ALL)).path("items")).hasSize(1);
        assertThat(caller.get(ALL + "/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void aRowThatSomebodyRemovedIsGone() {
        UUID id = artie.add(ArtieRow.destination("postgresql"));
        artie.remove(id);

        assertThat(caller.get(ALL).body()).isEqualTo("{\"items\":[]}");
        assertThatIllegalArgumentException().isThrownBy(() -> artie.settings(id));
    }

    @Test
    void faultsStrikeTheOperationThatTheyAreFor() {
        UUID id = artie.saved(
                Behavior.passes().at(Phase.UPDATE, Fault.status(502), 1).at(Phase.DELETE, Fault.status(502), 1));
        artie.at(Phase.LIST, Fault.status(500), 1);

        assertThat(twice("GET", ALL, "")).containsExactly(500, 200);
        assertThat(twice("POST", ALL + "/" + id, "{}")).containsExactly(502, 200);
        assertThat(twice("DELETE", ALL + "/" + id, "")).containsExactly(502, 204);
    }

    @ParameterizedTest
    @CsvSource({"GET,/connectors/x/databases", "GET,/connectors/x/detail", "POST,/connectors/tables"})
    void whatTheVendorHasAndTheSandboxDoesNotPlayIsToldFromWhatDoesNotExist(String method, String path) {
        assertThat(caller.call(method, path, "").statusCode()).isEqualTo(501);
    }

    private List<Integer> twice(String method, String path, String body) {
        return List.of(
                caller.call(method, path, body).statusCode(),
                caller.call(method, path, body).statusCode());
    }

    private HttpResponse<String> ping(String type, Map<String, ?> settings) {
        return caller.post(PING, Map.of("type", type, "sharedConfig", settings));
    }

    private JsonNode read(UUID id) {
        return Caller.json(caller.get(ALL + "/" + id));
    }
}
