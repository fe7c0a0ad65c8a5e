package dev.connectioncheck.datafold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.Connection;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.Inventory;
import dev.connectioncheck.RecordedVerdict;
import dev.connectioncheck.UnexpectedResponseException;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.http.Pace;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.DatafoldRow;
import dev.connectioncheck.sandbox.SandboxExtension;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Datafold's list tells, as its own client recorded it (datafold/data-diff @ b4e2d4b). */
class DatafoldInventoryTest {
    @RegisterExtension
    private final SandboxExtension sandbox = new SandboxExtension();

    private static Inventory inventory(DatafoldClient client) {
        try (ConnectionChecker checker = ConnectionChecker.of(client)) {
            return checker.inventory();
        }
    }

    private static Connection row(String json) {
        return inventory(Recorded.answering(200, "[" + json + "]").client())
                .connections()
                .get(0);
    }

    private static String row(String lastTest, String more) {
        return "{\"id\":7,\"name\":\"wh\",\"type\":\"snowflake\",\"last_test\":" + lastTest + more + "}";
    }

    @Test
    void theRecordedRowIsReadWithTheVerdictOfItsLastTest() {
        Recorded recorded = Recorded.answering(200, "[" + Recorded.body("data-source") + "]");

        Connection row = inventory(recorded.client()).connections().get(0);

        assertThat(recorded.requests()).containsExactly("GET /api/v1/data_sources");
        assertThat(row).hasToString("PostgreSQL (datafold data source 2)");
        assertThat(row.type()).isEqualTo("pg");
        assertThat(row.target()).contains(DatafoldTarget.dataSource(2));
        RecordedVerdict last = row.lastVerdict().orElseThrow();
        assertThat(last.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(last.at()).isEqualTo(Instant.parse("2023-03-29T11:02:05.025096Z"));
        assertThat(last.message().orElseThrow()).contains("schema \"datafold_tmp\" does not exist");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null",
                "{\"tested_at\":null,\"results\":[]}",
                "{\"tested_at\":\"2026-01-01T00:00:00Z\",\"results\":[]}",
                "{\"results\":[{\"step\":\"connection\",\"status\":\"done\",\"result\":{\"code\":\"OK\",\"outcome\":\"success\"}}]}",
            })
    void aTestWithoutADateOrAResultIsNoVerdict(String lastTest) {
        assertThat(row(row(lastTest, "")).lastVerdict()).isEmpty();
    }

    @Test
    void aTestThatPassedIsAVerdictToo() {
        String passed =
                "{\"tested_at\":\"2026-01-01T00:00:00Z\",\"results\":[{\"step\":\"connection\",\"status\":\"done\","
                        + "\"result\":{\"code\":\"OK\",\"message\":\"Connected to the database\",\"outcome\":\"success\"}}]}";

        assertThat(row(row(passed, "")).lastVerdict().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",\"accessible\":false | The API key may not use this data source",
                ",\"is_paused\":true | paused at Datafold; name it with DatafoldTarget.dataSource(7)",
            })
    void whatIsPausedOrOutOfReachSaysSo(String field, String reason) {
        Connection row = row(row("null", field));

        assertThat(row.target()).isEmpty();
        assertThat(row.notCheckable().orElseThrow()).contains(reason);
    }

    @Test
    void theLeastIdThatACheckCanNameIsOne() {
        assertThat(row("{\"id\":1,\"name\":\"first\",\"type\":\"pg\"}").target())
                .contains(DatafoldTarget.dataSource(1));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -7})
    void aRowWithAnIdThatNoCheckCanNameIsListedAllTheSame(long id) {
        Connection row = row("{\"id\":" + id + ",\"name\":\"odd\",\"type\":\"pg\"}");

        assertThat(row.target()).isEmpty();
        assertThat(row.notCheckable().orElseThrow()).contains("its id is " + id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ",\"accessible\":true", ",\"accessible\":null", ",\"is_paused\":false", ",\"hidden\":true"})
    void everythingElseCanBeChecked(String field) {
        assertThat(row(row("null", field)).target()).contains(DatafoldTarget.dataSource(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "", "{\"items\":[]}", "[null]", "[{\"id\":1}]"})
    void aListOfAnUnknownShapeIsAnErrorAndNoEmptyAccount(String body) {
        Inventory inventory = inventory(Recorded.answering(200, body).client());

        assertThat(inventory.connections()).isEmpty();
        assertThat(inventory.errors()).singleElement().isInstanceOf(UnexpectedResponseException.class);
    }

    @Test
    void aRowThatVanishesBeforeItsCheckIsAnErrorOfItsOwn() {
        sandbox.datafold().add(DatafoldRow.of("pg").behaving(Behavior.passes()));
        sandbox.datafold().add(DatafoldRow.of("pg").vanishing());
        try (ConnectionChecker checker =
                ConnectionChecker.of(Clients.builder(sandbox.datafold()).build())) {
            assertThat(checker.checkAll(checker.inventory()).outcomes())
                    .extracting(outcome -> outcome.status().name())
                    .containsExactly("PASSED", "ERROR");
        }
    }

    @Test
    void threeChecksRunAtATimeUnlessTheUserWantsOthers() {
        DatafoldClient.Builder builder = Clients.builder(sandbox.datafold());

        assertThat(builder.build().pace()).isEqualTo(Pace.unlimited().withChecksAtOnce(3));
        assertThat(builder.pace(Pace.unlimited()).build().pace()).isEqualTo(Pace.unlimited());
    }
}
