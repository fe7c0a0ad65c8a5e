package dev.connectioncheck.squared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.InvalidRequestException;
import dev.connectioncheck.TargetNotFoundException;
import dev.connectioncheck.UnexpectedResponseException;
import dev.connectioncheck.squared.model.Connector;
import dev.connectioncheck.squared.model.ConnectorChanges;
import dev.connectioncheck.squared.model.ConnectorList;
import dev.connectioncheck.squared.model.ConnectorRow;
import dev.connectioncheck.squared.model.ConnectorType;
import dev.connectioncheck.squared.model.CreateConnectorRequest;
import dev.connectioncheck.squared.model.NewConnector;
import dev.connectioncheck.squared.model.PageLinks;
import dev.connectioncheck.squared.model.QuerySourceRequest;
import dev.connectioncheck.squared.model.QuerySourceResponse;
import dev.connectioncheck.squared.model.UpdateConnectorRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The connectors of a workspace, as Squared's own server answered (Multiwoven v0.124.0 @ 8c78a572, 2026-11-21). */
class SquaredConnectorsTest {
    private static final String MASK = "*************";

    @Test
    void connectorsAreListedWithoutTheirSettings() {
        Recorded recorded = Recorded.answering(200, Recorded.body("list-destinations"));

        ConnectorList page = recorded.client()
                .connectors()
                .list(ConnectorType.DESTINATION, 2L, 100L)
                .execute();

        assertThat(recorded.requests()).containsExactly("GET /api/v1/connectors?type=destination&page=2&per_page=100");
        assertThat(page.data()).extracting(ConnectorRow::id).containsExactly("6", "5", "4");
        assertThat(page.data())
                .extracting(row -> row.attributes().name())
                .containsExactly("hook", "klaviyo", "warehouse");
        assertThat(page.data().get(0).attributes().connectorName()).isEqualTo("Http");
        assertThat(page.links().flatMap(PageLinks::next)).isEmpty();
        assertThat(page.toString()).contains("hook").doesNotContain("s3cret");
    }

    @Test
    void aListWithoutChoicesAsksForNothing() {
        Recorded recorded = Recorded.answering(200, Recorded.body("list-empty"));

        assertThat(recorded.client().connectors().list().execute().data()).isEmpty();
        assertThat(recorded.requests()).containsExactly("GET /api/v1/connectors");
    }

    @Test
    void beyondTheLastPageThereIsNothingButANextPage() {
        ConnectorList page = Recorded.answering(200, Recorded.body("list-past-the-end"))
                .client()
                .connectors()
                .list(null, 99L, 2L)
                .execute();

        assertThat(page.data()).isEmpty();
        assertThat(page.links().flatMap(PageLinks::next).orElseThrow()).contains("page=100");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "null",
                "{\"data\":null}",
                "{\"data\":{}}",
                "{\"data\":[null]}",
                "{\"data\":[{\"id\":\"1\",\"type\":\"connectors\"}]}",
                "{\"data\":[{\"id\":\"1\",\"type\":\"connectors\",\"attributes\":{\"name\":\"S3cret\"}}]}",
            })
    void aListOfAShapeThatIsNotKnownIsNeverAnEmptyOne(String body) {
        SquaredClient client = Recorded.answering(200, body).client();

        UnexpectedResponseException unreadable = catchThrowableOfType(
                UnexpectedResponseException.class,
                () -> client.connectors().list().execute());
        assertThat(unreadable).hasMessageContaining("listConnectors").hasMessageNotContaining("S3cret");
    }

    @Test
    void aConnectorIsReadWithItsSettingsWhichAreNotShown() {
        Recorded recorded = Recorded.answering(200, Recorded.body("show-http"));

        Connector hook = recorded.client().connectors().get("6").execute().data();

        assertThat(recorded.requests()).containsExactly("GET /api/v1/connectors/6");
        assertThat(hook.attributes().configuration())
                .containsEntry("headers", Map.of("Authorization", "Bearer hdr-s3cret"));
        assertThat(hook.toString()).contains("name=hook").doesNotContain("s3cret");
    }

    @Test
    void aConnectorOfNobodyIsNotFound() {
        SquaredClient client = Recorded.answering(
                        404, "{\"errors\":[{\"status\":404,\"title\":\"Error\",\"detail\":\"Connector not found\"}]}")
                .client();

        assertThat(catchThrowableOfType(
                        TargetNotFoundException.class,
                        () -> client.connectors().get("7").execute()))
                .hasMessageContaining("getConnector")
                .hasMessageContaining("Connector not found");
    }

    @Test
    void aConnectorIsCreated() {
        Recorded recorded = Recorded.answering(201, Recorded.body("create-klaviyo"));

        Connector created = recorded.client()
                .connectors()
                .create(klaviyo(Map.of("public_api_key", "pk-live-123", "private_api_key", "sk-live-456")))
                .execute()
                .data();

        assertThat(created.id()).isEqualTo("5");
        assertThat(created.attributes().configuration()).containsEntry("private_api_key", MASK);
        assertThat(recorded.bodies().get(0)).contains("\"connector\":{\"name\":\"klaviyo\"");
    }

    @Test
    void aCreateIsBelievedWhateverGoodStatusItHas() {
        for (int status : List.of(200, 201, 202)) {
            assertThat(Recorded.answering(status, Recorded.body("create-klaviyo"))
                            .client()
                            .connectors()
                            .create(klaviyo(Map.of("private_api_key", "sk")))
                            .execute()
                            .data()
                            .id())
                    .isEqualTo("5");
        }
    }

    @Test
    void aCreateWhoseAnswerWasLostSaysWhereToLook() {
        SquaredClient client = Recorded.answering(504, "<html>S3cret</html>").client();

        ConnectionCheckException lost = catchThrowableOfType(
                ConnectionCheckException.class,
                () -> client.connectors()
                        .create(klaviyo(Map.of("private_api_key", "sk")))
                        .execute());

        assertThat(lost)
                .hasMessageContaining(
                        "It may have been carried out all the same: look for its name among the connectors")
                .hasMessageNotContaining("S3cret");
        assertThat(lost.retryable()).isFalse();
    }

    @Test
    void aCreateThatWasRefusedWasNotCarriedOut() {
        SquaredClient client = Recorded.answering(
                        422,
                        "{\"errors\":[{\"status\":422,\"title\":\"Error\",\"detail\":\"A connector with the same name already exists.\"}]}")
                .client();

        assertThat(catchThrowableOfType(
                        InvalidRequestException.class,
                        () -> client.connectors()
                                .create(klaviyo(Map.of("private_api_key", "sk")))
                                .execute()))
                .hasMessageNotContaining("It may have been carried out");
    }

    @Test
    void anUpdateSendsWhatChangesAndNothingElse() {
        Recorded recorded = Recorded.answering(200, Recorded.body("update-name"));

        Connector changed = recorded.client()
                .connectors()
                .update(
                        "1",
                        UpdateConnectorRequest.builder()
                                .connector(ConnectorChanges.builder()
                                        .name("orders 3")
                                        .description("about")
                                        .build())
                                .build())
                .execute()
                .data();

        assertThat(recorded.requests()).containsExactly("PUT /api/v1/connectors/1");
        assertThat(recorded.bodies())
                .containsExactly("{\"connector\":{\"name\":\"orders 3\",\"description\":\"about\"}}");
        assertThat(changed.attributes().description()).contains("about");
    }

    /** The server stores the asterisks as the password (recorded: the next query fails with the driver's words). */
    @Test
    void aMaskIsNeverSentBack() {
        Map<String, Object> read = Map.of("credentials", Map.of("username", "etl", "password", MASK));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConnectorChanges.builder().configuration(read).build())
                .withMessageContaining("configuration.credentials.password is a mask");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> klaviyo(Map.of("private_api_key", MASK)))
                .withMessageContaining("configuration.private_api_key is a mask");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SquaredTarget.destination("Klaviyo", Map.of("private_api_key", MASK)))
                .withMessageContaining("connection_spec.private_api_key is a mask");
    }

    @Test
    void aDeleteNeedsNoBody() {
        Recorded recorded = Recorded.answering(204, "").then(200, "{\"what\":\"ever\"}");
        SquaredClient client = recorded.client();

        assertThat(client.connectors().delete("5").execute().status()).isEqualTo(204);
        assertThat(client.connectors().delete("5").execute().status()).isEqualTo(200);
        assertThat(recorded.requests()).containsOnly("DELETE /api/v1/connectors/5");
    }

    @Test
    void aSavedSourceIsQueried() {
        Recorded recorded = Recorded.answering(200, Recorded.body("query-source"));

        QuerySourceResponse rows = recorded.client()
                .connectors()
                .querySource("1", query("select * from orders order by id;"))
                .execute();

        assertThat(recorded.requests()).containsExactly("POST /api/v1/connectors/1/query_source");
        assertThat(recorded.bodies()).containsExactly("{\"query\":\"select * from orders order by id;\"}");
        assertThat(rows.data()).hasSize(1);
        assertThat(rows.data().get(0)).containsEntry("customer", "Ann").containsEntry("note", null);
        assertThat(rows.data().get(0)).isUnmodifiable();
        assertThat(rows.toString()).doesNotContain("Ann");
    }

    @Test
    void aQueryThatFailsSaysSoInTheDriversWordsAndIsNotRepeated() {
        Recorded recorded = Recorded.answering(422, Recorded.body("query-source-refused"));
        SquaredClient client = recorded.client();

        InvalidRequestException refused = catchThrowableOfType(
                InvalidRequestException.class,
                () -> client.connectors().querySource("2", query("select 1")).execute());

        assertThat(refused).hasMessageContaining("password authentication failed for user");
        assertThat(recorded.requests()).hasSize(1);
    }

    private static QuerySourceRequest query(String sql) {
        return QuerySourceRequest.builder().query(sql).build();
    }

    private static CreateConnectorRequest klaviyo(Map<String, Object> configuration) {
        return CreateConnectorRequest.builder()
                .connector(NewConnector.builder()
                        .name("klaviyo")
                        .connectorType(ConnectorType.DESTINATION)
                        .connectorName("Klaviyo")
                        .configuration(configuration)
                        .build())
                .build();
    }
}
