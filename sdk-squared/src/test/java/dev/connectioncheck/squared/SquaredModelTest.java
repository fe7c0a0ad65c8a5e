package dev.connectioncheck.squared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.connectioncheck.internal.json.Json;
import dev.connectioncheck.internal.json.UnreadableAnswerException;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.SandboxExtension;
import dev.connectioncheck.squared.model.CheckConnectionRequest;
import dev.connectioncheck.squared.model.CheckConnectionResponse;
import dev.connectioncheck.squared.model.ConnectionStatusType;
import dev.connectioncheck.squared.model.Connector;
import dev.connectioncheck.squared.model.ConnectorResponse;
import dev.connectioncheck.squared.model.ConnectorType;
import dev.connectioncheck.squared.model.CreateConnectorRequest;
import dev.connectioncheck.squared.model.NewConnector;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The generated client of Squared, used on its own. */
class SquaredModelTest {
    private static final JsonMapper PLAIN =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @RegisterExtension
    static final SandboxExtension SANDBOX = new SandboxExtension();

    @Test
    void theOperationsAreUsableOnTheirOwn() {
        CheckConnectionResponse answer = Clients.of(SANDBOX)
                .connectors()
                .checkConnection(check(SANDBOX.squared().connection(Behavior.passes())))
                .execute();
        assertThat(answer.connectionStatus().orElseThrow().status()).contains(ConnectionStatusType.SUCCEEDED);
        assertThat(answer.type()).contains("connection_status");
    }

    @Test
    void aConnectorIsReadWithItsNumbersAndDates() {
        Connector connector = read("""
                {"data":{"id":"9007199254740993","type":"connectors","attributes":{"name":"orders",
                 "connector_type":"source","connector_name":"Postgresql","workspace_id":9007199254740993,"created_at":"2026-01-01T00:00:00.123Z","configuration":{"port":5432,"ratio":0.10,"no":null},
                 "health":"new field","description":null}}}""", ConnectorResponse.class).data();

        assertThat(connector.id()).isEqualTo("9007199254740993");
        assertThat(connector.attributes().workspaceId()).contains(9_007_199_254_740_993L);
        assertThat(connector.attributes().createdAt().orElseThrow()).hasToString("2026-01-01T00:00:00.123Z");
        assertThat(connector.attributes().description()).isEmpty();
        assertThat(connector.attributes().configuration())
                .containsEntry("ratio", new BigDecimal("0.10"))
                .containsEntry("no", null);
    }

    @Test
    void anUnknownStatusKeepsItsText() {
        ConnectionStatusType status = read(
                        "{\"connection_status\":{\"status\":\"Pending!\"}}", CheckConnectionResponse.class)
                .connectionStatus()
                .flatMap(each -> each.status())
                .orElseThrow();
        assertThat(status.value()).isEqualTo("Pending!");
        assertThat(status.isKnown()).isFalse();
        assertThat(status).isEqualTo(ConnectionStatusType.of("Pending!")).isNotEqualTo(ConnectionStatusType.FAILED);
        assertThat(ConnectionStatusType.known())
                .containsExactly(ConnectionStatusType.SUCCEEDED, ConnectionStatusType.FAILED);
    }

    @Test
    void aFieldThatTheAnswerLacksIsNamedWhenItIsRead() {
        assertThatExceptionOfType(UnreadableAnswerException.class)
                .isThrownBy(
                        () -> read("{\"data\":{\"id\":\"S3cret\",\"type\":\"connectors\"}}", ConnectorResponse.class))
                .withMessageContaining("its Connector lacks the field attributes")
                .withMessageNotContaining("S3cret");
    }

    @Test
    void aBuilderNamesTheFieldThatIsMissing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> CheckConnectionRequest.builder()
                        .type(ConnectorType.SOURCE)
                        .name("Postgresql")
                        .build())
                .withMessageContaining("CheckConnectionRequest needs connectionSpec");
    }

    @Test
    void modelsAreImmutableAllTheWayDown() {
        List<Object> hosts = new ArrayList<>(List.of("a"));
        Map<String, Object> nested = new HashMap<>(Map.of("hosts", hosts));
        Map<String, Object> spec = new HashMap<>(Map.of("nested", nested));
        CheckConnectionRequest request = check(spec);

        hosts.add("b");
        nested.put("more", 1);
        spec.put("more", 1);

        assertThat(request.connectionSpec()).isEqualTo(Map.of("nested", Map.of("hosts", List.of("a"))));
        assertThat(request.connectionSpec()).isUnmodifiable();
        assertThat((Map<?, ?>) request.connectionSpec().get("nested")).isUnmodifiable();
    }

    @Test
    void modelsShowNoSecret() {
        Map<String, Object> spec = Map.of("password", "S3cret-of-mine");
        assertThat(check(spec).toString()).contains("name=Postgresql").doesNotContain("S3cret");
        assertThat(create(spec).toString()).contains("name=Warehouse").doesNotContain("S3cret");
        assertThat(read(
                                "{\"data\":{\"id\":\"1\",\"type\":\"connectors\",\"attributes\":{\"name\":\"n\",\"connector_type\":\"source\",\"connector_name\":\"Http\",\"configuration\":{\"a\":\"S3cret\"}}}}",
                                ConnectorResponse.class)
                        .toString())
                .doesNotContain("S3cret");
    }

    @Test
    void theVendorsWordsMayEchoASecretSoTheyAreNotShownEither() {
        CheckConnectionResponse answer = read(
                "{\"connection_status\":{\"status\":\"failed\",\"message\":\"no S3cret\"},\"details\":\"no S3cret\"}",
                CheckConnectionResponse.class);
        assertThat(answer.toString()).contains("status=failed").doesNotContain("S3cret");
        assertThat(answer.details()).contains("no S3cret");
    }

    @Test
    void modelsSurviveJsonAndAreEqualByTheirFields() throws JsonProcessingException {
        CreateConnectorRequest model = create(Map.of("host", "db", "port", 5432, "nested", Map.of("a", true)));
        CreateConnectorRequest copy = Json.read(PLAIN.writeValueAsBytes(model), CreateConnectorRequest.class);

        assertThat(copy).isEqualTo(model).hasSameHashCodeAs(model).isNotEqualTo(create(Map.of("host", "db")));
        assertThat(model.connector().toBuilder().build()).isEqualTo(model.connector());
        assertThat(model.connector().toBuilder().name("Lake").build()).isNotEqualTo(model.connector());
    }

    private static CheckConnectionRequest check(Map<String, Object> spec) {
        return CheckConnectionRequest.builder()
                .type(ConnectorType.SOURCE)
                .name("Postgresql")
                .connectionSpec(spec)
                .build();
    }

    private static CreateConnectorRequest create(Map<String, Object> spec) {
        return CreateConnectorRequest.builder()
                .connector(NewConnector.builder()
                        .name("Warehouse")
                        .connectorType(ConnectorType.SOURCE)
                        .connectorName("Postgresql")
                        .configuration(spec)
                        .build())
                .build();
    }

    private static <T> T read(String json, Class<T> type) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8), type);
    }
}
