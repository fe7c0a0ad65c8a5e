package dev.connectioncheck.artie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.TargetNotFoundException;
import dev.connectioncheck.UnexpectedResponseException;
import dev.connectioncheck.VendorUnavailableException;
import dev.connectioncheck.artie.model.ConnectorPayload;
import dev.connectioncheck.artie.model.FullConnector;
import dev.connectioncheck.artie.model.LightConnector;
import dev.connectioncheck.artie.model.PayloadsConnectorPayload;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The connectors of a company, in the shapes of artie-labs/artie-api-spec v1.0.76; no recorded answer is public. */
class ArtieConnectorsTest {
    private static final UUID ID = UUID.fromString("7d9c3f0e-6a55-4a0b-9a53-1f0a2c6f6b11");

    private static final String ROW = """
            {"uuid":"7d9c3f0e-6a55-4a0b-9a53-1f0a2c6f6b11","label":"Billing","type":"postgresql",
             "companyUUID":"11111111-1111-4111-8111-111111111111","environmentUUID":"22222222-2222-4222-8222-222222222222",
             "isValid":true,"connectionLabel":"db.example.com","dataPlaneName":"aws-us-east-1","sshTunnelUUID":null,
             "privateLinkUUID":null,"snapshotPrivateLinkUUID":null,
             "createdAt":"2026-08-01T10:00:00Z","updatedAt":"2026-08-02T10:00:00Z"%s}""";

    private static final String FULL = ROW.formatted(",\"sharedConfig\":{\"password\":\"S3cret\"}");

    @Test
    void destinationsAreListedAndWithTheFlagSourcesToo() {
        Recorded recorded = Recorded.answering(200, "{\"items\":[]}").then(200, "{\"items\":[" + FULL + "]}");
        ArtieClient client = recorded.client();

        assertThat(client.connectors().list().execute().items()).isEmpty();
        List<LightConnector> rows = client.connectors().list(true).execute().items();

        assertThat(recorded.requests())
                .containsExactly("GET /connectors", "GET /connectors?includeSourceConnectors=true");
        assertThat(rows).hasSize(1).isUnmodifiable();
        assertThat(rows.get(0).uuid()).isEqualTo(ID);
        assertThat(rows.get(0).label()).isEqualTo("Billing");
        assertThat(rows.get(0).type()).isEqualTo("postgresql");
        assertThat(rows.get(0).isValid()).isTrue();
        assertThat(rows.get(0).sshTunnelUUID()).isEmpty();
        assertThat(rows.get(0).createdAt()).contains(Instant.parse("2026-08-01T10:00:00Z"));
        assertThat(rows.toString()).doesNotContain("S3cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{\"items\":null}",
                "{\"items\":[null]}",
                "{\"items\":[{\"label\":\"S3cret\"}]}"
            })
    void aListOfAShapeThatIsNotKnownIsNeverAnEmptyOne(String body) {
        ArtieClient client = Recorded.answering(200, body).client();

        assertThat(catchThrowableOfType(
                        UnexpectedResponseException.class,
                        () -> client.connectors().list().execute()))
                .hasMessageContaining("listConnectors")
                .hasMessageNotContaining("S3cret");
    }

    @Test
    void aConnectorIsReadWithItsSettingsWhichAreNotShown() {
        Recorded recorded = Recorded.answering(200, FULL);

        FullConnector connector = recorded.client().connectors().get(ID).execute();

        assertThat(recorded.requests()).containsExactly("GET /connectors/" + ID);
        assertThat(connector.sharedConfig()).contains(Map.of("password", "S3cret"));
        assertThat(connector.toString()).contains("label=Billing").doesNotContain("S3cret");
    }

    @Test
    void aConnectorOfNobodyIsNotFound() {
        ArtieClient client = Recorded.answering(404, "").client();

        assertThat(catchThrowableOfType(
                        TargetNotFoundException.class,
                        () -> client.connectors().get(ID).execute()))
                .hasMessageContaining("getConnector");
    }

    @Test
    void aConnectorIsCreatedWithWhatIsSetAndNothingElse() {
        Recorded recorded = Recorded.answering(200, FULL);

        FullConnector created = recorded.client()
                .connectors()
                .create(ConnectorPayload.builder()
                        .type("postgresql")
                        .label("Billing")
                        .sharedConfig(Map.of("host", "db", "password", "p4ss"))
                        .build())
                .execute();

        assertThat(created.uuid()).isEqualTo(ID);
        assertThat(recorded.requests()).containsExactly("POST /connectors");
        assertThat(recorded.bodies().get(0))
                .startsWith("{\"type\":\"postgresql\",\"label\":\"Billing\",\"sharedConfig\":{")
                .doesNotContain("null")
                .doesNotContain("connectionRole");
    }

    @Test
    void aCreateWhoseAnswerWasLostSaysWhereToLookAndIsNotRepeated() {
        Recorded recorded = Recorded.answering(500, "{\"sharedConfig\":{\"password\":\"S3cret\"}}");
        ArtieClient client = recorded.client();

        ConnectionCheckException lost = catchThrowableOfType(
                VendorUnavailableException.class,
                () -> client.connectors()
                        .create(ConnectorPayload.builder().type("s3").build())
                        .execute());

        assertThat(lost)
                .hasMessageContaining("It may have been carried out all the same: look for its label")
                .hasMessageNotContaining("S3cret");
        assertThat(lost.retryable()).isFalse();
        assertThat(recorded.requests()).hasSize(1);
    }

    @Test
    void anUpdateIsAPostThatCanSayThatThereIsNoTunnel() {
        Recorded recorded = Recorded.answering(200, FULL);

        recorded.client()
                .connectors()
                .update(
                        ID,
                        ConnectorPayload.builder()
                                .type("postgresql")
                                .sshTunnelUUID(UUID.randomUUID())
                                .withoutSshTunnelUUID()
                                .uuid(ID.toString())
                                .build())
                .execute();

        assertThat(recorded.requests()).containsExactly("POST /connectors/" + ID);
        assertThat(recorded.bodies())
                .containsExactly("{\"type\":\"postgresql\",\"uuid\":\"" + ID + "\",\"sshTunnelUUID\":null}");
    }

    @Test
    void whatIsClearedAndWhatIsLeftOutAreTwoThings() {
        ConnectorPayload cleared =
                ConnectorPayload.builder().withoutDefaultDatabase().build();
        ConnectorPayload absent = ConnectorPayload.builder().build();

        assertThat(cleared)
                .isNotEqualTo(absent)
                .isEqualTo(cleared.toBuilder().build())
                .hasSameHashCodeAs(cleared.toBuilder().build());
        assertThat(cleared.toBuilder().defaultDatabase(null).build()).isEqualTo(absent);
        assertThat(cleared.defaultDatabase()).isEmpty();
    }

    @Test
    void aMaskIsNeverSentBack() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConnectorPayload.builder()
                        .type("postgresql")
                        .sharedConfig(Map.of("password", "\u2022\u2022\u2022\u2022\u2022\u2022"))
                        .build())
                .withMessageContaining("sharedConfig.password is a mask");
    }

    @Test
    void aDeleteNeedsNoBody() {
        Recorded recorded = Recorded.answering(204, "");

        assertThat(recorded.client().connectors().delete(ID).execute().status()).isEqualTo(204);
        assertThat(recorded.requests()).containsExactly("DELETE /connectors/" + ID);
    }

    /** Here the status carries the meaning: another 2xx says neither yes nor no. */
    @ParameterizedTest
    @ValueSource(ints = {201, 202, 203})
    void aPingIsBelievedWithItsOwnStatusesAlone(int status) {
        ArtieClient client = Recorded.answering(status, "{}").client();

        assertThat(catchThrowableOfType(
                        UnexpectedResponseException.class,
                        () -> client.connectors()
                                .pingConnector(PayloadsConnectorPayload.builder()
                                        .type("s3")
                                        .build())
                                .execute()))
                .hasMessageContaining("answered " + status);
    }
}
