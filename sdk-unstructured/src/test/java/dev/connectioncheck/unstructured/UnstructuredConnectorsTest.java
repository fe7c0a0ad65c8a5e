package dev.connectioncheck.unstructured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.InvalidRequestException;
import dev.connectioncheck.UnexpectedResponseException;
import dev.connectioncheck.VendorUnavailableException;
import dev.connectioncheck.unstructured.model.ConnectionCheckStatus;
import dev.connectioncheck.unstructured.model.CreateDestinationConnector;
import dev.connectioncheck.unstructured.model.CreateSourceConnector;
import dev.connectioncheck.unstructured.model.DestinationConnectorInformation;
import dev.connectioncheck.unstructured.model.DestinationConnectorRow;
import dev.connectioncheck.unstructured.model.SourceConnectorInformation;
import dev.connectioncheck.unstructured.model.SourceConnectorRow;
import dev.connectioncheck.unstructured.model.UpdateDestinationConnector;
import dev.connectioncheck.unstructured.model.UpdateSourceConnector;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The connectors of a workspace, as the contract tests of the vendor's own client have them
 * (Unstructured-IO/unstructured-python-client v0.44.1 @ 5e6f238).
 */
class UnstructuredConnectorsTest {
    private static final UUID ID = UUID.fromString("a15d4161-77a0-4e08-b65e-86f398ce15ad");
    private static final String MASK = "**********";

    /** Without the slash the server redirects, to plain http. */
    @Test
    void sourcesAreListedAtTheAddressWithASlashWithoutTheirSettings() {
        Recorded recorded = Recorded.answering(200, Recorded.body("list-sources"));

        List<SourceConnectorRow> rows = recorded.client().sources().list().execute();

        assertThat(recorded.requests()).containsExactly("GET /api/v1/sources/");
        assertThat(rows).hasSize(1).isUnmodifiable();
        assertThat(rows.get(0).id()).isEqualTo(ID);
        assertThat(rows.get(0).name()).isEqualTo("test_source_name");
        assertThat(rows.get(0).type()).isEqualTo("onedrive");
        assertThat(rows.get(0).createdAt()).contains(Instant.parse("2023-09-15T01:06:53.146Z"));
        assertThat(rows.get(0).updatedAt()).isEmpty();
    }

    @Test
    void destinationsAreListedByTypeWithoutTheirSettings() {
        Recorded recorded =
                Recorded.answering(200, Recorded.body("list-destinations")).then(200, "[]");
        UnstructuredClient client = recorded.client();

        List<DestinationConnectorRow> rows = client.destinations().list("s3").execute();

        assertThat(recorded.requests()).containsExactly("GET /api/v1/destinations/?destination_type=s3");
        assertThat(rows).extracting(DestinationConnectorRow::type).containsExactly("s3");
        assertThat(rows.toString()).doesNotContain("**").doesNotContain("mock-s3-connector");
        assertThat(client.destinations().list().execute()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "{\"data\":[]}", "[null]", "[{}]", "[{\"id\":\"S3cret\"}]", "\"\"", "[[]]"})
    void aListOfAShapeThatIsNotKnownIsNeverAnEmptyOne(String body) {
        UnstructuredClient client = Recorded.answering(200, body).client();

        assertThat(catchThrowableOfType(
                        UnexpectedResponseException.class,
                        () -> client.sources().list().execute()))
                .hasMessageContaining("listSources")
                .hasMessageNotContaining("S3cret");
    }

    @Test
    void aConnectorIsReadWithItsSettingsWhichAreNotShown() {
        Recorded recorded = Recorded.answering(200, first("list-sources")).then(200, first("list-destinations"));
        UnstructuredClient client = recorded.client();

        SourceConnectorInformation source = client.sources().get(ID).execute();
        DestinationConnectorInformation destination =
                client.destinations().get(ID).execute();

        assertThat(recorded.requests()).containsExactly("GET /api/v1/sources/" + ID, "GET /api/v1/destinations/" + ID);
        assertThat(source.config()).containsEntry("client_id", "foo");
        assertThat(source.toString()).contains("name=test_source_name").doesNotContain("foo");
        assertThat(destination.config())
                .containsEntry("anonymous", false)
                .containsEntry("token", null)
                .containsEntry("key", MASK);
    }

    @Test
    void connectorsAreCreatedAtTheAddressWithASlash() {
        Recorded recorded = Recorded.answering(200, first("list-sources")).then(200, first("list-destinations"));
        UnstructuredClient client = recorded.client();

        assertThat(client.sources()
                        .create(source(Map.of("path", "foo")))
                        .execute()
                        .id())
                .isEqualTo(ID);
        client.destinations()
                .create(CreateDestinationConnector.builder()
                        .name("d")
                        .type("s3")
                        .config(Map.of("remote_url", "s3://b"))
                        .build())
                .execute();

        assertThat(recorded.requests()).containsExactly("POST /api/v1/sources/", "POST /api/v1/destinations/");
        assertThat(recorded.bodies())
                .containsExactly(
                        "{\"name\":\"s\",\"type\":\"onedrive\",\"config\":{\"path\":\"foo\"}}",
                        "{\"name\":\"d\",\"type\":\"s3\",\"config\":{\"remote_url\":\"s3://b\"}}");
    }

    /** Names need not be unique here: a second create would make a second connector. */
    @Test
    void aCreateWhoseAnswerWasLostSaysWhereToLookAndIsNotRepeated() {
        Recorded recorded = Recorded.answering(500, "Internal Server Error");
        UnstructuredClient client = recorded.client();

        ConnectionCheckException lost = catchThrowableOfType(
                VendorUnavailableException.class,
                () -> client.sources().create(source(Map.of("path", "foo"))).execute());

        assertThat(lost).hasMessageContaining("It may have been carried out all the same: look for one with its name");
        assertThat(lost.retryable()).isFalse();
        assertThat(recorded.requests()).hasSize(1);
    }

    @Test
    void aSettingInAFormThatIsNotTakenIsNamed() {
        UnstructuredClient client = Recorded.answering(
                        412,
                        "{\"errors\":[{\"field\":\"access_config.service_account_key\",\"message\":\"Field is sensitive and must be wrapped in as a secret reference or new secret value\"}]}")
                .client();

        assertThat(catchThrowableOfType(
                        InvalidRequestException.class,
                        () -> client.sources()
                                .create(source(Map.of("path", "foo")))
                                .execute()))
                .hasMessageContaining("access_config.service_account_key")
                .hasMessageNotContaining("It may have been carried out");
    }

    @Test
    void anUpdateSendsTheSettingsAndNothingElse() {
        Recorded recorded = Recorded.answering(200, first("list-sources")).then(200, first("list-destinations"));
        UnstructuredClient client = recorded.client();

        client.sources()
                .update(
                        ID,
                        UpdateSourceConnector.builder()
                                .config(Map.of("path", "new"))
                                .build())
                .execute();
        client.destinations()
                .update(
                        ID,
                        UpdateDestinationConnector.builder()
                                .config(Map.of("key", "k"))
                                .build())
                .execute();

        assertThat(recorded.requests()).containsExactly("PUT /api/v1/sources/" + ID, "PUT /api/v1/destinations/" + ID);
        assertThat(recorded.bodies())
                .containsExactly("{\"config\":{\"path\":\"new\"}}", "{\"config\":{\"key\":\"k\"}}");
    }

    @Test
    void aMaskIsNeverSentBack() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source(Map.of("client_cred", MASK)))
                .withMessageContaining("config.client_cred is a mask");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UpdateDestinationConnector.builder()
                        .config(Map.of("secrets", List.of(MASK)))
                        .build())
                .withMessageContaining("config.secrets[0] is a mask");
    }

    @Test
    void aDeleteLeavesItsAnswerUnread() {
        Recorded recorded = Recorded.answering(200, "{\"detail\":\"Source with id 1 successfully deleted.\"}")
                .then(204, "");
        UnstructuredClient client = recorded.client();

        assertThat(client.sources().delete(ID).execute().status()).isEqualTo(200);
        assertThat(client.destinations().delete(ID).execute().status()).isEqualTo(204);
        assertThat(recorded.requests())
                .containsExactly("DELETE /api/v1/sources/" + ID, "DELETE /api/v1/destinations/" + ID);
    }

    /** Proxies and later releases say 200 or 201 where the page says 202. */
    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202})
    void aStartIsBelievedWhateverGoodStatusItHas(int status) {
        UnstructuredClient client = Recorded.answering(status, "{\"id\":\"" + ID + "\",\"status\":\"SCHEDULED\"}")
                .client();

        assertThat(client.sources().createConnectionCheck(ID).execute().status())
                .isEqualTo(ConnectionCheckStatus.SCHEDULED);
    }

    private static CreateSourceConnector source(Map<String, Object> config) {
        return CreateSourceConnector.builder()
                .name("s")
                .type("onedrive")
                .config(config)
                .build();
    }

    private static String first(String name) {
        String list = Recorded.body(name).strip();
        return list.substring(1, list.length() - 1);
    }
}
