package dev.connectioncheck.squared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.connectioncheck.CheckResult;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.TargetNotFoundException;
import dev.connectioncheck.UnexpectedResponseException;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.SandboxExtension;
import dev.connectioncheck.sandbox.SquaredRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A saved source that is queried for a value that nobody else knows. */
class SquaredProbeTest {
    @RegisterExtension
    private final SandboxExtension sandbox = new SandboxExtension();

    private CheckResult check(SquaredTarget target) {
        try (ConnectionChecker checker = ConnectionChecker.of(Clients.of(sandbox))) {
            return checker.check(target);
        }
    }

    private static CheckResult check(Recorded recorded) {
        try (ConnectionChecker checker = ConnectionChecker.of(recorded.client())) {
            return checker.check(SquaredTarget.saved(1));
        }
    }

    private static String connector(String id, String definition, String type) {
        return "{\"data\":{\"id\":\"" + id + "\",\"type\":\"connectors\",\"attributes\":{\"name\":\"c\","
                + "\"connector_type\":\"" + type + "\",\"connector_name\":\"" + definition
                + "\",\"configuration\":{\"password\":\"s3cret\"}}}}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"Postgresql", "Redshift", "Snowflake", "Databricks", "Bigquery", "MariaDB"})
    void aSourceThatSendsTheValueBackWorks(String definition) {
        long id = sandbox.squared().add(SquaredRow.source(definition).behaving(Behavior.passes()));

        CheckResult result = check(SquaredTarget.saved(id));

        assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(result.target()).hasToString("squared source " + id);
        assertThat(sandbox.squared().requests())
                .extracting(request -> request.method() + " " + request.path())
                .containsExactly("GET /api/v1/connectors/" + id, "POST /api/v1/connectors/" + id + "/query_source");
    }

    @Test
    void aSourceThatRefusesFailsWithTheDriversWords() {
        long id = sandbox.squared()
                .add(SquaredRow.source("Postgresql").behaving(Behavior.fails("could not connect to server")));

        CheckResult result = check(SquaredTarget.saved(id));

        assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(result.message().orElseThrow()).contains("could not connect to server");
    }

    @ParameterizedTest
    @CsvSource({"AmazonS3,source", "Http,source", "Clickhouse,source", "Postgresql,destination", "New,source"})
    void anyOtherConnectorIsInconclusiveWithoutAQuery(String definition, String type) {
        Recorded recorded = Recorded.answering(200, connector("1", definition, type));

        CheckResult result = check(recorded);

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.message().orElseThrow())
                .contains(
                        "Squared was not asked",
                        "only for SQL sources Bigquery, Databricks, MariaDB, Postgresql, Redshift, Snowflake.",
                        "SquaredTarget.of(row, settings)");
        assertThat(recorded.requests()).containsExactly("GET /api/v1/connectors/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":[{\"connection_check\":\"4711\"}]}",
                "{\"data\":[{\"ok\":\"1\"}]}",
                "{\"data\":[]}",
                "{\"data\":{}}",
                "{}",
                "[]",
                "{\"data\":[{\"connection_check\":null}]}",
            })
    void anAnswerWithoutTheValueIsInconclusive(String answer) {
        Recorded recorded =
                Recorded.answering(200, connector("1", "Postgresql", "source")).then(200, answer);

        assertThat(check(recorded).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(recorded.bodies().get(1)).matches("\\{\"query\":\"SELECT \\d{6} AS connection_check\"}");
    }

    @Test
    void theRecordedRefusalIsFailedWithItsDetail() {
        Recorded recorded = Recorded.answering(200, connector("1", "Postgresql", "source"))
                .then(422, Recorded.body("query-source-refused"));

        CheckResult result = check(recorded);

        assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(result.message()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"errors\":[{\"detail\":\" \"}]}", "{\"errors\":[]}"})
    void aRefusalWithoutTheDriversWordsIsInconclusive(String refusal) {
        Recorded recorded =
                Recorded.answering(200, connector("1", "Postgresql", "source")).then(422, refusal);

        CheckResult result = check(recorded);

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.message())
                .hasValue("Squared refused the query without saying what the source complained of.");
    }

    @Test
    void anObjectThatIsNotTheConnectorIsNotQueried() {
        Recorded recorded = Recorded.answering(200, connector("2", "Postgresql", "source"));

        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> check(recorded))
                .withMessageContaining("not the connector 1; nothing was queried");
    }

    @Test
    void aConnectorThatIsGoneIsNotFound() {
        assertThatExceptionOfType(TargetNotFoundException.class).isThrownBy(() -> check(SquaredTarget.saved(987)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1.5", "x", " 1", "99999999999999999999"})
    void anIdThatIsNoneIsRefused(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> SquaredTarget.saved(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "999999999999999999", "9223372036854775807"})
    void anIdHasNineteenDigitsAtMost(String id) {
        assertThat(SquaredTarget.saved(id).id()).contains(id);
        assertThatIllegalArgumentException().isThrownBy(() -> SquaredTarget.saved("92233720368547758070"));
    }

    @Test
    void aSavedTargetIsKnownByItsIdAndCanNotBeSavedAgain() {
        SquaredTarget saved = SquaredTarget.saved(7);

        assertThat(saved).isEqualTo(SquaredTarget.saved("7")).isNotEqualTo(SquaredTarget.saved(8));
        assertThat(saved.id()).contains("7");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Clients.of(sandbox).createConnector(saved, "again"))
                .withMessageContaining("is saved already");
    }
}
