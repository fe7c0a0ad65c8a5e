package dev.connectioncheck.artie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connectioncheck.artie.model.ConnectionRole;
import dev.connectioncheck.artie.model.FullConnector;
import dev.connectioncheck.artie.model.PayloadsConnectorPayload;
import dev.connectioncheck.artie.model.RouterConnectorPingResponse;
import dev.connectioncheck.internal.json.Json;
import dev.connectioncheck.internal.json.UnreadableAnswerException;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.SandboxExtension;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The generated client of Artie, used on its own. */
class ArtieModelTest {
    private static final String CONNECTOR = """
            {"label":"Orders","uuid":"7d9c3f0e-6a55-4a0b-9a53-1f0a2c6f6b11","createdAt":"2026-08-01T10:00:00Z",
             "updatedAt":"2026-08-02T10:00:00Z","type":"postgresql","isValid":true,
             "companyUUID":"11111111-1111-4111-8111-111111111111",
             "environmentUUID":"22222222-2222-4222-8222-222222222222",
            """;

    @RegisterExtension
    static final SandboxExtension SANDBOX = new SandboxExtension();

    @Test
    void theOperationsAreUsableOnTheirOwn() {
        ArtieClient client = Clients.builder(SANDBOX.artie()).build();
        UUID uuid = SANDBOX.artie().saved(Behavior.passes());

        FullConnector connector = client.connectors().get(uuid).execute();
        assertThat(connector.uuid()).isEqualTo(uuid);
        assertThat(connector.type()).isEqualTo("postgresql");
        assertThat(connector.toString()).contains("label=Orders").doesNotContain("etl");
        assertThat(client.connectors()
                        .pingConnector(payload(SANDBOX.artie().unsaved(Behavior.passes())))
                        .executeAsync()
                        .join()
                        .status())
                .isEqualTo(204);
    }

    @Test
    void fieldsThatTheSpecDoesNotKnowAreKept() {
        PayloadsConnectorPayload payload = read(
                "{\"label\":\"Orders\",\"cost\":0.10,\"nothing\":null,\"big\":12345678901234567890,\"tags\":[\"a\"],"
                        + "\"additionalProperties\":\"S3cret\"}",
                PayloadsConnectorPayload.class);
        assertThat(payload.additionalProperties())
                .containsEntry("cost", new BigDecimal("0.10"))
                .containsEntry("nothing", null)
                .containsEntry("additionalProperties", "S3cret")
                .containsKey("big")
                .isUnmodifiable();
        assertThat((List<?>) payload.additionalProperties().get("tags")).isUnmodifiable();
        assertThat(payload.toString()).contains("label=Orders").doesNotContain("S3cret");
    }

    @Test
    void whatMayBeAnyJsonIsReadAndNotShown() {
        FullConnector connector = read(CONNECTOR + "\"sharedConfig\":[1,\"S3cret\"],\"new\":1}", FullConnector.class);
        assertThat(connector.sharedConfig()).contains(List.of(1, "S3cret"));
        assertThat(connector.toString()).contains("label=Orders").doesNotContain("S3cret");
    }

    @Test
    void aFieldThatTheAnswerLacksIsNamedWhenItIsRead() {
        assertThatExceptionOfType(UnreadableAnswerException.class)
                .isThrownBy(() -> read(CONNECTOR.replace("companyUUID", "S3cret") + "\"cost\":1}", FullConnector.class))
                .withMessageContaining("its FullConnector lacks the field companyUUID")
                .withMessageNotContaining("S3cret");
    }

    @Test
    void aFieldThatIsKnownIsNotSentTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PayloadsConnectorPayload.builder().additionalProperties(Map.of("uuid", "1")))
                .withMessageContaining("must not repeat the field uuid");
    }

    @Test
    void anUnknownRoleKeepsItsText() {
        PayloadsConnectorPayload payload = read("{\"connectionRole\":\"mirror\"}", PayloadsConnectorPayload.class);
        assertThat(payload.connectionRole()).contains(ConnectionRole.of("mirror"));
        assertThat(payload.connectionRole().orElseThrow().isKnown()).isFalse();
    }

    @Test
    void aBuilderNamesTheFieldThatIsMissing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> FullConnector.builder().build())
                .withMessageContaining("FullConnector needs label");
    }

    @Test
    void modelsAreImmutableAllTheWayDown() {
        Map<String, Object> nested = new HashMap<>(Map.of("a", 1));
        Map<String, Object> config = new HashMap<>(Map.of("nested", nested));
        Map<String, Object> more = new HashMap<>(Map.of("x", 1));
        PayloadsConnectorPayload payload =
                payload(config).toBuilder().additionalProperties(more).build();
        config.clear();
        nested.clear();
        more.clear();

        assertThat(payload.sharedConfig()).isEqualTo(Map.of("nested", Map.of("a", 1)));
        assertThat(payload.sharedConfig()).isUnmodifiable();
        assertThat(payload.additionalProperties()).isEqualTo(Map.of("x", 1));
    }

    @Test
    void whatMayBeAnyJsonIsImmutableToo() {
        FullConnector connector = read(CONNECTOR + "\"sharedConfig\":{\"host\":\"db\"}}", FullConnector.class);
        assertThat((Map<?, ?>) connector.sharedConfig().orElseThrow()).isUnmodifiable();
    }

    @Test
    void modelsShowNoSecret() {
        assertThat(payload(Map.of("password", "S3cret")).toBuilder()
                        .additionalProperties(Map.of("token", "S3cret"))
                        .build()
                        .toString())
                .contains("type=postgresql")
                .doesNotContain("S3cret");
        assertThat(new SavedConnector(read("{\"sharedConfig\":{\"password\":\"S3cret\"}}", ObjectNode.class)))
                .hasToString("SavedConnector[***]");
    }

    @Test
    void theVendorsWordsMayQuoteASecretSoTheyAreNotShown() {
        RouterConnectorPingResponse answer =
                read("{\"error\":\"no login with S3cret\"}", RouterConnectorPingResponse.class);
        assertThat(answer.error()).contains("no login with S3cret");
        assertThat(answer.toString()).doesNotContain("S3cret");
    }

    @Test
    void modelsSurviveJsonAndAreEqualByTheirFields() throws JsonProcessingException {
        PayloadsConnectorPayload model = payload(Map.of("host", "db", "port", 5432)).toBuilder()
                .sshTunnelUUID(UUID.randomUUID())
                .connectionRole(ConnectionRole.DESTINATION)
                .additionalProperties(Map.of("brandNew", true))
                .build();
        String json = new JsonMapper().writeValueAsString(model);

        assertThat(read(json, PayloadsConnectorPayload.class)).isEqualTo(model).hasSameHashCodeAs(model);
        assertThat(model.toBuilder().build()).isEqualTo(model);
        assertThat(model.toBuilder().label("other").build()).isNotEqualTo(model);
    }

    private static PayloadsConnectorPayload payload(Map<String, Object> config) {
        return PayloadsConnectorPayload.builder()
                .type("postgresql")
                .sharedConfig(config)
                .build();
    }

    private static <T> T read(String json, Class<T> type) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8), type);
    }
}
