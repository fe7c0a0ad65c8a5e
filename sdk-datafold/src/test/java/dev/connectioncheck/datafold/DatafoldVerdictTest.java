package dev.connectioncheck.datafold;

import static dev.connectioncheck.datafold.Jobs.CONNECTION;
import static dev.connectioncheck.datafold.Jobs.ID;
import static dev.connectioncheck.datafold.Jobs.SCHEMA_DOWNLOAD;
import static dev.connectioncheck.datafold.Jobs.TEMP_SCHEMA;
import static dev.connectioncheck.datafold.Jobs.done;
import static dev.connectioncheck.datafold.Jobs.ended;
import static dev.connectioncheck.datafold.Jobs.job;
import static dev.connectioncheck.datafold.Jobs.read;
import static dev.connectioncheck.datafold.Jobs.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.CheckStep;
import dev.connectioncheck.StepOutcome;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.spi.Progress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatafoldVerdictTest {
    private static final String GOING_ON = "waiting, queued, processing, WHO_KNOWS, Done, ''";
    private static final String FAULT =
            "{\"code\":\"ERROR\",\"message\":\"Unable to create table: schema \\\"tmp\\\" does not exist\\n\",\"outcome\":\"failed\"}";

    /** The answers recorded in datafold/data-diff: a step that found a fault is done, and so is the job. */
    @Test
    void aJobThatIsDoneWithAnErrorIsFailed() {
        Progress.Finished end = ended(
                "done",
                done(
                        "lineage_download",
                        "{\"code\":\"OK\",\"message\":\"No lineage downloader for this data source\",\"outcome\":\"skipped\"}"),
                done(
                        "schema_download",
                        "{\"code\":\"OK\",\"message\":\"Discovered 6 tables\",\"outcome\":\"success\"}"),
                done("temp_schema", FAULT),
                done(
                        "connection",
                        "{\"code\":\"OK\",\"message\":\"Connected to the database\",\"outcome\":\"success\"}"));

        assertThat(end.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(end.message()).contains("Unable to create table: schema \"tmp\" does not exist");
        assertThat(end.steps())
                .containsExactly(
                        CheckStep.of(
                                "lineage_download",
                                StepOutcome.SKIPPED,
                                Optional.of("No lineage downloader for this data source")),
                        CheckStep.of("schema_download", StepOutcome.PASSED, Optional.of("Discovered 6 tables")),
                        CheckStep.of(
                                "temp_schema",
                                StepOutcome.FAILED,
                                Optional.of("Unable to create table: schema \"tmp\" does not exist")),
                        CheckStep.of("connection", StepOutcome.PASSED, Optional.of("Connected to the database")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "done",
                "processing",
                "waiting",
                "queued",
                "failed",
                "cancelled",
                "needs_confirmation",
                "needs_authentication",
                "WHO_KNOWS"
            })
    void allDecidingStepsOkIsPassedWhateverTheJobIsStillUpTo(String status) {
        Progress.Finished end = ended(status, SCHEMA_DOWNLOAD, TEMP_SCHEMA, CONNECTION);

        assertThat(end.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(end.message()).contains("All well with connection");
        assertThat(end.steps()).extracting(CheckStep::outcome).containsOnly(StepOutcome.PASSED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"code":"OK","outcome":"success"} | PASSED
            {"code":"ok","outcome":"SUCCESS"} | PASSED
            {"code":"Ok","outcome":null} | PASSED
            {"code":"OK"} | PASSED
            {"outcome":"success"} | PASSED
            {"code":"OK","outcome":"skipped"} | SKIPPED
            {"code":"SKIP"} | SKIPPED
            {"code":"skip","outcome":"Skipped"} | SKIPPED
            {"outcome":"skipped"} | SKIPPED
            {"code":"ERROR","outcome":"failed"} | FAILED
            {"code":"error"} | FAILED
            {"outcome":"FAILED"} | FAILED
            {"code":"OK","outcome":"failed"} | FAILED
            {"code":"ERROR","outcome":"success"} | FAILED
            {"code":"ERROR","outcome":"skipped"} | FAILED
            {"code":"UNKNOWN"} | UNKNOWN
            {"code":"OK","outcome":"warning"} | UNKNOWN
            {"code":"WARN","outcome":"success"} | UNKNOWN
            {"code":"SKIP","outcome":"success"} | UNKNOWN
            {"code":true,"outcome":1} | UNKNOWN
            {"message":"all is well"} | UNKNOWN
            {} | UNKNOWN
            null | UNKNOWN
            "OK" | UNKNOWN
            0 | UNKNOWN
            true | UNKNOWN
            ["OK"] | UNKNOWN
            """)
    void aFinishedStepMeansWhatItsResultSays(String result, StepOutcome outcome) {
        Progress.Finished end = ended("processing", CONNECTION, SCHEMA_DOWNLOAD, done("temp_schema", result));

        assertThat(end.steps().get(2).outcome()).isEqualTo(outcome);
        assertThat(end.verdict())
                .isEqualTo(
                        switch (outcome) {
                            case PASSED, SKIPPED -> Verdict.PASSED;
                            case FAILED -> Verdict.FAILED;
                            case UNKNOWN -> Verdict.INCONCLUSIVE;
                        });
    }

    @Test
    void aFinishedStepWithoutAResultFieldIsInconclusiveAtOnce() {
        Progress.Finished end = ended(
                "processing", "{\"step\":\"connection\",\"status\":\"done\"}", step("temp_schema", "waiting", "null"));

        assertThat(end.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(end.message().orElseThrow()).contains("step connection is done without a result that can be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"connection", "temp_schema", "schema_download"})
    void anErrorInAnyDecidingStepIsFailedAtOnce(String step) {
        Progress.Finished end = ended("processing", done(step, FAULT), step("lineage_download", "waiting", "null"));

        assertThat(end.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(end.message().orElseThrow()).startsWith("Unable to create table");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "{\"code\":\"OK\",\"outcome\":\"success\"}", "{\"message\":\" \"}", "\"x\""})
    void aStepThatCouldNotRunSaysNothingOfTheConnection(String result) {
        Progress.Finished end = ended("processing", CONNECTION, step("temp_schema", "failed", result));

        assertThat(end.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(end.message().orElseThrow()).contains("step temp_schema is failed");
    }

    @Test
    void aStepThatFailedWithAFaultOfItsOwnIsFailed() {
        Progress.Finished end = ended("processing", CONNECTION, step("temp_schema", "failed", FAULT));

        assertThat(end.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(end.message().orElseThrow()).startsWith("Unable to create table");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"message\":\" \\n\""})
    void aFaultWithoutAWordNamesItsStep(String message) {
        Progress.Finished end = ended("done", done("connection", "{\"code\":\"ERROR\"" + message + "}"));

        assertThat(end.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(end.message()).contains("step connection is done");
        assertThat(end.steps()).containsExactly(CheckStep.of("connection", StepOutcome.FAILED, Optional.empty()));
    }

    @Test
    void anAnswerOfAnotherJobIsNoVerdict() {
        Progress.Finished end =
                (Progress.Finished) read("{\"id\":999,\"status\":\"done\",\"results\":[" + CONNECTION + "]}");

        assertThat(end.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(end.message().orElseThrow()).contains("told of job 999");
    }

    @Test
    void theFirstFaultGivesTheMessageAndAFaultOutweighsWhatCannotBeRead() {
        Progress.Finished end = ended("done", done("connection", "null"), done("temp_schema", FAULT));
        assertThat(end.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(end.message().orElseThrow()).startsWith("Unable to create table");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"processing", "waiting", "queued", "failed", "cancelled", "needs_authentication", "done", "odd"})
    void lineageIsReportedAndNeverAwaitedNorHeard(String status) {
        String lineage = step("lineage_download", status, FAULT);
        Progress.Finished end = ended("processing", lineage, CONNECTION, TEMP_SCHEMA, SCHEMA_DOWNLOAD);

        assertThat(end.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(end.steps().get(0).name()).isEqualTo("lineage_download");
        assertThat(end.steps().get(0).message()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"done", "failed"})
    void anUnknownStepThatFoundAFaultForbidsPassed(String status) {
        Progress.Finished end = ended("done", step("warp_drive", status, FAULT), CONNECTION);

        assertThat(end.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(end.message().orElseThrow())
                .contains("step warp_drive is " + status)
                .contains("Unable to create table");
        assertThat(end.steps()).extracting(CheckStep::name).containsExactly("warp_drive", "connection");
    }

    @Test
    void anUnknownStepThatCouldNotRunForbidsPassedToo() {
        Progress.Finished end = ended("done", step("warp_drive", "failed", "null"), CONNECTION);

        assertThat(end.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void anUnknownStepThatIsWellChangesNothing() {
        Progress.Finished end = ended("done", done("warp_drive", "{\"code\":\"OK\"}"), CONNECTION);

        assertThat(end.verdict()).isEqualTo(Verdict.PASSED);
    }

    @ParameterizedTest
    @CsvSource({GOING_ON})
    void aJobGoesOnWithoutSteps(String a, String b, String c, String d, String e, String f) {
        for (String status : new String[] {a, b, c, d, e, f}) {
            assertThat(read(job(status))).isEqualTo(Progress.running(ID, status));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"waiting", "queued", "processing", "WHO_KNOWS"})
    void aStepThatHasNotEndedIsWaitedFor(String status) {
        assertThat(read(job("processing", CONNECTION, SCHEMA_DOWNLOAD, step("temp_schema", status, "null"))))
                .isEqualTo(Progress.running(ID, "processing"));
    }

    @Test
    void aStepThatSaysOkBeforeItHasEndedIsNotBelieved() {
        String early = step("temp_schema", "processing", "{\"code\":\"OK\",\"outcome\":\"success\"}");

        assertThat(read(job("processing", CONNECTION, SCHEMA_DOWNLOAD, early)))
                .isEqualTo(Progress.running(ID, "processing"));
        assertThat(ended("done", CONNECTION, SCHEMA_DOWNLOAD, early).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(ended("done", CONNECTION, early).steps().get(1).outcome()).isEqualTo(StepOutcome.UNKNOWN);
    }

    @Test
    void aMissingDecidingStepIsWaitedForWhileTheJobRuns() {
        assertThat(read(job("processing", CONNECTION, TEMP_SCHEMA))).isEqualTo(Progress.running(ID, "processing"));
        assertThat(read(job("processing", TEMP_SCHEMA, SCHEMA_DOWNLOAD))).isEqualTo(Progress.running(ID, "processing"));
    }

    @Test
    void aJobThatIsDoneDecidesByTheStepsItHasIfConnectionIsAmongThem() {
        assertThat(ended("done", CONNECTION).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(ended("done", CONNECTION, TEMP_SCHEMA).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(ended("done", TEMP_SCHEMA, SCHEMA_DOWNLOAD).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(ended("done", TEMP_SCHEMA, SCHEMA_DOWNLOAD).message().orElseThrow())
                .contains("the job is done, but has only: step temp_schema is done (All well with temp_schema)");
    }

    @Test
    void aConnectionThatWasSkippedWasNotTried() {
        String skipped = done("connection", "{\"code\":\"OK\",\"outcome\":\"skipped\",\"message\":\"no host\"}");

        assertThat(read(job("processing", skipped, TEMP_SCHEMA, SCHEMA_DOWNLOAD)))
                .isEqualTo(Progress.running(ID, "processing"));
        assertThat(ended("done", skipped, TEMP_SCHEMA, SCHEMA_DOWNLOAD).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed", "cancelled", "needs_confirmation", "needs_authentication"})
    void aJobWithoutProspectIsInconclusiveAtOnceAndSaysWhy(String status) {
        for (String[] steps : new String[][] {{}, {CONNECTION}, {step("connection", "processing", "null")}}) {
            Progress.Finished end = ended(status, steps);
            assertThat(end.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(end.message().orElseThrow()).contains("the job is " + status);
        }
        assertThat(ended(status, done("connection", FAULT)).verdict()).isEqualTo(Verdict.FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancelled", "needs_confirmation", "needs_authentication"})
    void aDecidingStepWithoutProspectIsInconclusiveAtOnceAndSaysWhy(String status) {
        Progress.Finished end = ended("processing", CONNECTION, step("temp_schema", status, "null"));

        assertThat(end.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(end.message().orElseThrow()).contains("step temp_schema is " + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"results\":null", ",\"results\":[]", ",\"results\":[null]"})
    void aJobThatIsDoneWithoutResultsIsInconclusive(String results) {
        Progress.Finished end = (Progress.Finished) read("{\"id\":" + ID + ",\"status\":\"done\"" + results + "}");

        assertThat(end.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(end.message()).contains("Datafold gives no verdict: the job is done, but has no steps.");
        assertThat(read("{\"id\":" + ID + ",\"status\":\"processing\"" + results + "}"))
                .isEqualTo(Progress.running(ID, "processing"));
    }

    @Test
    void aStepThatComesTwiceHasToBeWellBothTimes() {
        assertThat(ended("done", CONNECTION, TEMP_SCHEMA, TEMP_SCHEMA).verdict())
                .isEqualTo(Verdict.PASSED);
        assertThat(ended("done", CONNECTION, CONNECTION, done("connection", FAULT))
                        .verdict())
                .isEqualTo(Verdict.FAILED);
        assertThat(ended("done", CONNECTION, step("connection", "processing", "null"))
                        .verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(read(job("processing", CONNECTION, TEMP_SCHEMA, TEMP_SCHEMA)))
                .isEqualTo(Progress.running(ID, "processing"));
    }
}
