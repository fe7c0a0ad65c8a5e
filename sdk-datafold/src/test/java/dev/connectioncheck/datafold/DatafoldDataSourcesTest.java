package dev.connectioncheck.datafold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.InvalidRequestException;
import dev.connectioncheck.UnexpectedResponseException;
import dev.connectioncheck.datafold.model.ConfigurationCheckStep;
import dev.connectioncheck.datafold.model.DataSource;
import dev.connectioncheck.datafold.model.DataSourceRow;
import dev.connectioncheck.datafold.model.DataSourceType;
import dev.connectioncheck.datafold.model.LastTest;
import dev.connectioncheck.datafold.model.NewDataSource;
import dev.connectioncheck.datafold.model.TestResultStep;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The data sources of an organisation, as the vendor's own client recorded them (datafold/data-diff @ b4e2d4b). */
class DatafoldDataSourcesTest {
    @Test
    void dataSourcesAreListedWithTheirLastTestAndWithoutTheirSettings() {
        Recorded recorded = Recorded.answering(
                200,
                "[" + recorded() + "," + recorded().replace("\"options\":null", "\"options\":{\"password\":\"S3cret\"}")
                        + "]");

        List<DataSourceRow> rows = recorded.client().dataSources().list().execute();

        assertThat(recorded.requests()).containsExactly("GET /api/v1/data_sources");
        assertThat(rows).hasSize(2).isUnmodifiable();
        DataSourceRow row = rows.get(0);
        assertThat(row.id()).isEqualTo(2);
        assertThat(row.name()).isEqualTo("PostgreSQL");
        assertThat(row.type()).isEqualTo("pg");
        assertThat(row.isPaused()).contains(false);
        assertThat(row.accessible()).isEmpty();
        assertThat(row.floatTolerance()).contains(new BigDecimal("0.000001"));
        LastTest last = row.lastTest().orElseThrow();
        assertThat(last.testedAt()).contains(Instant.parse("2023-03-29T11:02:05.025096Z"));
        assertThat(last.results()).extracting(TestResultStep::step).contains(ConfigurationCheckStep.TEMP_SCHEMA);
        assertThat(rows.toString())
                .contains("PostgreSQL")
                .doesNotContain("S3cret")
                .doesNotContain("datafold_tmp\\");
    }

    @Test
    void aDataSourceThatWasNeverTestedOrMayNotBeUsedSaysSo() {
        List<DataSourceRow> rows = Recorded.answering(
                        200,
                        "[{\"id\":5000000001,\"name\":\"x\",\"type\":\"brand_new\",\"last_test\":null,\"accessible\":false,"
                                + "\"groups\":{\"1\":true},\"group_ids\":[1]}]")
                .client()
                .dataSources()
                .list()
                .execute();

        assertThat(rows.get(0).id()).isEqualTo(5_000_000_001L);
        assertThat(rows.get(0).lastTest()).isEmpty();
        assertThat(rows.get(0).accessible()).contains(false);
        assertThat(rows.get(0).groups()).containsEntry("1", true);
        assertThat(rows.get(0).groupIds()).containsExactly(1L);
    }

    @Test
    void aLastTestWhoseDateCanNotBeReadKeepsNothingFromBeingRead() {
        List<DataSourceRow> rows = Recorded.answering(
                        200, "[{\"id\":1,\"name\":\"x\",\"type\":\"pg\",\"last_test\":{\"tested_at\":\"yesterday\"}}]")
                .client()
                .dataSources()
                .list()
                .execute();

        assertThat(rows.get(0).lastTest().flatMap(LastTest::testedAt)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "{\"data\":[]}",
                "[null]",
                "[{\"id\":1}]",
                "[{\"name\":\"S3cret\",\"type\":\"pg\"}]"
            })
    void aListOfAShapeThatIsNotKnownIsNeverAnEmptyOne(String body) {
        DatafoldClient client = Recorded.answering(200, body).client();

        assertThat(catchThrowableOfType(
                        UnexpectedResponseException.class,
                        () -> client.dataSources().list().execute()))
                .hasMessageContaining("listDataSources")
                .hasMessageNotContaining("S3cret");
    }

    @Test
    void aDataSourceIsReadWithItsSettingsWhichAreNotShown() {
        Recorded recorded = Recorded.answering(
                200, recorded().replace("\"options\":null", "\"options\":{\"host\":\"S3cret.example\"}"));

        DataSource source = recorded.client().dataSources().get(2).execute();

        assertThat(recorded.requests()).containsExactly("GET /api/v1/data_sources/2");
        assertThat(source.options()).containsEntry("host", "S3cret.example");
        assertThat(source.toString()).contains("name=PostgreSQL").doesNotContain("S3cret");
    }

    /** What the vendor's client sends. */
    @Test
    void aDataSourceIsCreated() {
        Recorded recorded = Recorded.answering(200, recorded());

        DataSource created =
                recorded.client().dataSources().create(form("s3cret")).execute();

        assertThat(created.id()).isEqualTo(2);
        assertThat(recorded.requests()).containsExactly("POST /api/v1/data_sources");
        assertThat(recorded.bodies().get(0))
                .contains("\"name\":\"PostgreSQL\"", "\"float_tolerance\":0.000001", "\"password\":\"s3cret\"")
                .doesNotContain("null")
                .doesNotContain("is_paused");
    }

    @Test
    void aTakenNameIsAnInvalidRequestWhetherTheDetailIsTextOrNot() {
        for (String body : List.of(
                "{\"type\":\"/errors/integrity\",\"title\":\"Uniqueness violation\",\"status\":409,\"detail\":\"name is taken\",\"instance\":\"i-1\"}",
                "{\"detail\":[{\"loc\":[\"body\",\"name\"],\"msg\":\"name is taken\",\"type\":\"value_error\"}]}")) {
            DatafoldClient client = Recorded.answering(409, body).client();

            assertThat(catchThrowableOfType(
                            InvalidRequestException.class,
                            () -> client.dataSources().create(form("s3cret")).execute()))
                    .hasMessageContaining("name is taken")
                    .hasMessageNotContaining("It may have been carried out");
        }
    }

    @Test
    void aCreateWhoseAnswerWasLostSaysWhereToLookAndIsNotRepeated() {
        Recorded recorded = Recorded.answering(200, "<html>");
        DatafoldClient client = recorded.client();

        ConnectionCheckException lost = catchThrowableOfType(
                UnexpectedResponseException.class,
                () -> client.dataSources().create(form("s3cret")).execute());

        assertThat(lost).hasMessageContaining("It may have been carried out all the same: look for its name in list()");
        assertThat(lost.retryable()).isFalse();
        assertThat(recorded.requests()).hasSize(1);
    }

    @Test
    void aMaskIsNeverSentBack() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> form("***"))
                .withMessageContaining("options.password is a mask");
    }

    @Test
    void theKindsOfDataSourcesAreListedWithTheirSchemas() {
        Recorded recorded = Recorded.answering(200, "[" + Recorded.body("type").strip() + "]");

        List<DataSourceType> types = recorded.client().dataSources().types().execute();

        assertThat(recorded.requests()).containsExactly("GET /api/v1/data_sources/types");
        assertThat(types).extracting(DataSourceType::type).containsExactly("bigquery");
        assertThat(types.get(0).configurationSchema()).containsEntry("secret", List.of("jsonKeyFile"));
        assertThat(types.get(0).features()).contains("datadiff");
    }

    /** Proxies and later releases say 201 or 202 where the page says 200. */
    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202})
    void aStartIsBelievedWhateverGoodStatusItHas(int status) {
        assertThat(Recorded.answering(status, "{\"job_id\":7}")
                        .client()
                        .dataSources()
                        .testDataSource(2)
                        .execute()
                        .jobId())
                .isEqualTo(7);
    }

    private static String recorded() {
        return Recorded.body("data-source").strip();
    }

    private static NewDataSource form(String password) {
        return NewDataSource.builder()
                .name("PostgreSQL")
                .type("pg")
                .tempSchema("postgres.datafold_tmp")
                .floatTolerance(new BigDecimal("0.000001"))
                .options(Map.of("host", "db", "password", password))
                .disableSchemaIndexing(true)
                .disableProfiling(true)
                .build();
    }
}
