package dev.connectioncheck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArtieSandboxTest {
    private static final String PING = "/connectors/ping";

    private final Sandbox sandbox = Sandbox.start();
    private final Caller caller = Caller.artie(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aGoodConnectorIsNoContent() {
        HttpResponse<String> response = caller.post(PING, unsaved(Behavior.passes()));

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void aBadConnectorIsTwoHundredWithAnError() {
        HttpResponse<String> response = caller.post(PING, unsaved(Behavior.fails("connection refused")));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"error\":\"connection refused\"}");
    }

    @Test
    void aHostNotMadeHereFails() {
        HttpResponse<String> response =
                caller.post(PING, Map.of("type", "postgresql", "sharedConfig", Map.of("host", "db.example.com")));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("no such host");
    }

    @Test
    void aSavedConnectorIsReadWithItsSecretMaskedAndFieldsThatNoSpecificationKnows() {
        UUID uuid = sandbox.artie().saved(Behavior.passes());

        JsonNode connector = Caller.json(caller.get("/connectors/" + uuid));

        assertThat(connector.at("/sharedConfig/password").asText()).isEqualTo("********");
        assertThat(connector.path("uuid").asText()).isEqualTo(uuid.toString());
        assertThat(connector.has("companyUUID") && connector.has("isValid")).isTrue();
    }

    @Test
    void aSavedConnectorIsPingedBySendingItsWholeBodyBack() {
        JsonNode good = Caller.json(caller.get("/connectors/" + sandbox.artie().saved(Behavior.passes())));
        JsonNode bad = Caller.json(caller.get("/connectors/" + sandbox.artie().saved(Behavior.fails("refused"))));

        assertThat(caller.post(PING, good).statusCode()).isEqualTo(204);
        assertThat(caller.post(PING, bad).body()).isEqualTo("{\"error\":\"refused\"}");
    }

    @Test
    void withoutItsUuidTheMaskIsTakenForThePassword() {
        ObjectNode body = (ObjectNode)
                Caller.json(caller.get("/connectors/" + sandbox.artie().saved(Behavior.passes())));
        body.remove("uuid");

        HttpResponse<String> response = caller.post(PING, body);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"error\":\"password authentication failed for user \\\"etl\\\"\"}");
    }

    @Test
    void aUuidAloneIsRefusedInTheSandboxsWords() {
        UUID uuid = sandbox.artie().saved(Behavior.passes());

        HttpResponse<String> response = caller.post(PING, Map.of("uuid", uuid.toString()));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).startsWith("{\"error\":\"The sandbox pings what is in sharedConfig");
    }

    @Test
    void readingAndPingingBreakSeparately() {
        UUID uuid = sandbox.artie().saved(Behavior.passes().at(Phase.READ, Fault.status(500), 1));

        assertThat(caller.get("/connectors/" + uuid).statusCode()).isEqualTo(500);
        JsonNode body = Caller.json(caller.get("/connectors/" + uuid));
        assertThat(caller.post(PING, body).statusCode()).isEqualTo(204);
    }

    @Test
    void aBadKeyIsReportedBeforeABadBody() {
        HttpResponse<String> response =
                new Caller(sandbox.artie(), "Authorization", "Bearer nobody").post(PING, "nonsense");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(caller.post(PING, "nonsense").body()).isEqualTo("{\"error\":\"invalid request body\"}");
    }

    @Test
    void unknownConnectorsAndPathsAreNotFound() {
        assertThat(caller.get("/connectors/" + UUID.randomUUID()).body())
                .isEqualTo("{\"error\":\"connector not found\"}");
        assertThat(caller.get("/deployments").statusCode()).isEqualTo(404);
    }

    private Map<String, Object> unsaved(Behavior behavior) {
        return Map.of("type", "postgresql", "sharedConfig", sandbox.artie().unsaved(behavior));
    }
}
