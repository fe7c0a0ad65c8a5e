package dev.connectioncheck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The organisation of the stand-in for Datafold, as tests fill it. */
class DatafoldRowTest {
    private static final String ALL = "/api/v1/data_sources";

    private final ManualTime time = new ManualTime();
    private final Sandbox sandbox = Sandbox.builder().time(time).build();
    private final DatafoldSandbox datafold = sandbox.datafold();
    private final Caller caller = Caller.datafold(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    /**
     * Row 2 of the list that Datafold's own client recorded, without a field that has gone and those that came later.
     */
    @Test
    void aRowReadsLikeTheRecordedOne() {
        datafold.add(DatafoldRow.of("pg")
                .named("PostgreSQL")
                .accessUnsaid()
                .lastTested(
                        Instant.parse("2023-03-29T11:02:05.025096Z"),
                        DatafoldAnswer.job("done")
                                .step(
                                        "lineage_download",
                                        "done",
                                        "OK",
                                        "skipped",
                                        "No lineage downloader for this data source")
                                .step("schema_download", "done", "OK", "success", "Discovered 6 tables")
                                .step(
                                        "temp_schema",
                                        "done",
                                        "ERROR",
                                        "failed",
                                        "Unable to create table \"postgres\".\"datafold_tmp\".\"test_connection\": schema"
                                                + " \"datafold_tmp\" does not exist\n")
                                .step("connection", "done", "OK", "success", "Connected to the database")));

        assertThat(caller.get(ALL).body()).isEqualTo("""
                [{"id":42,"name":"PostgreSQL","type":"pg","is_paused":false,"hidden":false,"temp_schema":null,\
                "disable_schema_indexing":false,"disable_profiling":false,"catalog_include_list":"",\
                "catalog_exclude_list":"","schema_indexing_schedule":null,"schema_max_age_s":null,"profile_schedule":null,\
                "profile_exclude_list":"","profile_include_list":"","lineage_schedule":null,"float_tolerance":0.0,\
                "options":null,"queue_name":null,"scheduled_queue_name":null,"groups":null,"view_only":false,\
                "created_from":null,"source":null,"max_allowed_connections":25,\
                "last_test":{"tested_at":"2023-03-29T11:02:05.025096+00:00","results":[\
                {"step":"lineage_download","status":"done","result":{"code":"OK",\
                "message":"No lineage downloader for this data source","outcome":"skipped"}},\
                {"step":"schema_download","status":"done","result":{"code":"OK","message":"Discovered 6 tables",\
                "outcome":"success"}},\
                {"step":"temp_schema","status":"done","result":{"code":"ERROR","message":"Unable to create table \
                \\"postgres\\".\\"datafold_tmp\\".\\"test_connection\\": schema \\"datafold_tmp\\" does not exist\\n",\
                "outcome":"failed"}},\
                {"step":"connection","status":"done","result":{"code":"OK","message":"Connected to the database",\
                "outcome":"success"}}]},\
                "secret_id":null,"group_ids":null,"data_retention_days":null,"oauth_dwh_active":null}]""");
    }

    @Test
    void aThousandRowsComeAtOnceAndHiddenOnesNever() {
        IntStream.rangeClosed(1, 1000).forEach(i -> datafold.add(DatafoldRow.of("pg")));
        long hidden = datafold.add(DatafoldRow.of("pg").hidden());

        assertThat(Caller.json(caller.get(ALL))).hasSize(1000);
        assertThat(Caller.json(caller.get(ALL + "/" + hidden)).path("hidden").asBoolean())
                .isTrue();
    }

    @Test
    void pausedAndInaccessibleRowsAreListedAndSaySo() {
        long paused = datafold.add(DatafoldRow.of("pg").paused());
        long foreign = datafold.add(DatafoldRow.of("snowflake").inaccessible());
        datafold.add(DatafoldRow.of("bigquery").accessUnsaid());

        JsonNode rows = Caller.json(caller.get(ALL));

        assertThat(rows.at("/0/is_paused").asBoolean()).isTrue();
        assertThat(rows.at("/0/accessible").asBoolean()).isTrue();
        assertThat(rows.at("/1/accessible").isBoolean()).isTrue();
        assertThat(rows.at("/1/accessible").asBoolean()).isFalse();
        assertThat(rows.path(2).has("accessible")).isFalse();
        assertThat(caller.post(ALL + "/" + paused + "/test", "").statusCode()).isEqualTo(200);
        assertThat(caller.post(ALL + "/" + foreign + "/test", "").statusCode()).isEqualTo(403);
        assertThat(caller.get(ALL + "/" + foreign).statusCode()).isEqualTo(403);
        assertThat(caller.get(ALL + "/" + foreign + "/summary").body())
                .isEqualTo("{\"id\":" + foreign + ",\"name\":\"snowflake " + foreign + "\",\"type\":\"snowflake\"}");
    }

    @ParameterizedTest
    @CsvSource({"0,2026-01-01T00:00:08+00:00", "1500,2026-01-01T00:00:09.500000+00:00"})
    void aTestIsTheLastTestOnceItHasEnded(int millis, String testedAt) {
        time.pass(Duration.ofMillis(millis));
        long id = datafold.add(DatafoldRow.of("pg")
                .behaving(Behavior.fails("no route").after(Duration.ofSeconds(8)))
                .lastTested(Instant.EPOCH, DatafoldAnswer.job("done")));
        caller.post(ALL + "/" + id + "/test", "");

        time.pass(Duration.ofSeconds(7));
        assertThat(lastTest().path("tested_at").asText()).isEqualTo("1970-01-01T00:00:00+00:00");
        time.pass(Duration.ofSeconds(1));
        assertThat(lastTest().path("tested_at").asText()).isEqualTo(testedAt);
        assertThat(lastTest().at("/results/3/result/message").asText()).isEqualTo("no route");
    }

    @Test
    void aScriptedTestIsTheLastOneOnceItHasSaidThatItIsDone() {
        long id = datafold.add(DatafoldRow.of("pg")
                .polls(
                        DatafoldAnswer.job("processing"),
                        DatafoldAnswer.job("done").step("connection", "done", "OK", "success", "fine")));
        String job = ALL + "/test/"
                + Caller.json(caller.post(ALL + "/" + id + "/test", ""))
                        .path("job_id")
                        .asText();

        caller.get(job);
        assertThat(lastTest().isNull()).isTrue();
        caller.get(job);
        assertThat(lastTest().at("/results/0/result/message").asText()).isEqualTo("fine");
    }

    @Test
    void optionsAreShownAloneAndWithoutWhatIsOnlyWritten() {
        long id = datafold.add(DatafoldRow.of("pg").settings(Map.of("host", "h", "password", "s3cret")));

        assertThat(Caller.json(caller.get(ALL + "/" + id)).path("options").toString())
                .isEqualTo("{\"host\":\"h\"}");
        assertThat(Caller.json(caller.get(ALL)).at("/0/options").isNull()).isTrue();
        assertThat(datafold.settings(id)).containsEntry("password", "s3cret");
    }

    @Test
    void whatAClientCreatesCanBeTestedAndItsNameIsTakenThen() {
        String form = Json.write(Map.of(
                "name", "orders",
                "type", "pg",
                "temp_schema", "db.tmp",
                "options", datafold.settings(Behavior.fails("no such database"))));

        HttpResponse<String> created = caller.post(ALL, form);
        HttpResponse<String> again = caller.post(ALL, form);

        assertThat(created.statusCode()).isEqualTo(200);
        JsonNode row = Caller.json(created);
        assertThat(row.path("temp_schema").asText()).isEqualTo("db.tmp");
        assertThat(row.path("options").has("password")).isFalse();
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(Caller.json(again).path("title").asText()).isEqualTo("Uniqueness violation");
        caller.post(ALL + "/" + row.path("id").asText() + "/test", "");
        assertThat(lastTest().at("/results/3/result/message").asText()).isEqualTo("no such database");
    }

    /** Recorded from FastAPI with a union of models that a field tells apart, as Datafold's document has it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | {'type':'union_tag_not_found','loc':['body'],'msg':`Unable to extract tag using discriminator 'type'`,'input':{},'ctx':{'discriminator':`'type'`}}",
                "{'type':'pg'} | {'type':'missing','loc':['body','pg','name'],'msg':'Field required','input':{'type':'pg'}}",
                "{'name':1,'type':'pg'} | {'type':'string_type','loc':['body','pg','name'],'msg':'Input should be a valid string','input':1}",
                "{'name':'a','type':'pg','options':[]} | {'type':'dict_type','loc':['body','pg','options'],'msg':'Input should be a valid dictionary','input':[]}",
                "{'name':'a','type':'bigquery','options':{'projectId':'p'}} | {'type':'missing','loc':['body','bigquery','options','jsonKeyFile'],'msg':'Field required','input':{'projectId':'p'}}",
                "[] | {'type':'model_attributes_type','loc':['body'],'msg':'Input should be a valid dictionary or object to extract fields from','input':[]}"
            })
    void aFormThatDoesNotFitIsRefusedInTheFrameworksWords(String form, String complaint) {
        HttpResponse<String> response = caller.post(ALL, json(form));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).isEqualTo("{\"detail\":[" + json(complaint) + "]}");
    }

    @Test
    void anUnknownTypeIsAnsweredWithAllThatThereAre() {
        String body = caller.post(ALL, "{\"name\":\"a\",\"type\":\"nope\"}").body();

        assertThat(body)
                .startsWith(
                        "{\"detail\":[{\"type\":\"union_tag_invalid\",\"loc\":[\"body\"],\"msg\":\"Input tag 'nope' found"
                                + " using 'type' does not match any of the expected tags: 'athena', 'aws_s3', ")
                .contains("\"tag\":\"nope\"");
    }

    @Test
    void typesAreListedWithTheirSecrets() {
        JsonNode types = Caller.json(caller.get(ALL + "/types"));

        assertThat(types.findValuesAsText("type"))
                .contains("bigquery", "databricks", "mysql", "pg", "postgres_aurora", "redshift", "snowflake");
        assertThat(types.at("/0/name").asText()).isEqualTo("BigQuery");
        assertThat(types.at("/0/features").toString())
                .isEqualTo("[\"datadiff\",\"profiling\",\"lineage\",\"timetravel\"]");
        assertThat(types.at("/0/configuration_schema/required").toString())
                .isEqualTo("[\"projectId\",\"jsonKeyFile\"]");
        assertThat(types.at("/0/configuration_schema/secret").toString()).isEqualTo("[\"jsonKeyFile\"]");
    }

    @Test
    void aMaskThatIsCreatedIsStoredAndTheTestFails() {
        Map<String, Object> options = new HashMap<>(datafold.settings(Behavior.passes()));
        options.put("password", "********");
        caller.post(ALL, Json.write(Map.of("name", "n", "type", "pg", "options", options)));

        caller.post(ALL + "/42/test", "");

        assertThat(lastTest().at("/results/3/result/outcome").asText()).isEqualTo("failed");
    }

    @Test
    void aRowThatHasVanishedIsListedAndNothingElse() {
        long id = datafold.add(DatafoldRow.of("pg").vanishing());

        assertThat(Caller.json(caller.get(ALL))).hasSize(1);
        assertThat(caller.get(ALL + "/" + id).statusCode()).isEqualTo(404);
        assertThat(caller.post(ALL + "/" + id + "/test", "").statusCode()).isEqualTo(404);
    }

    @Test
    void aRowThatSomebodyRemovedIsGone() {
        long id = datafold.add(DatafoldRow.of("pg"));
        datafold.remove(id);

        assertThat(caller.get(ALL).body()).isEqualTo("[]");
        assertThatIllegalArgumentException().isThrownBy(() -> datafold.settings(id));
    }

    @Test
    void dataSourcesCanNeitherBeChangedNorDeleted() {
        long id = datafold.add(DatafoldRow.of("pg"));

        for (String method : List.of("PUT", "PATCH", "DELETE")) {
            HttpResponse<String> response = caller.call(method, ALL + "/" + id, "{}");
            assertThat(response.statusCode()).isEqualTo(405);
            assertThat(response.headers().firstValue("allow")).contains("GET");
        }
    }

    @Test
    void faultsStrikeTheOperationThatTheyAreFor() {
        long id = datafold.add(DatafoldRow.of("pg").behaving(Behavior.passes().at(Phase.READ, Fault.status(503), 1)));
        datafold.at(Phase.LIST, Fault.status(500), 1);
        datafold.at(Phase.TYPES, Fault.status(502), 1);

        assertThat(twice(ALL)).containsExactly(500, 200);
        assertThat(twice(ALL + "/" + id)).containsExactly(503, 200);
        assertThat(twice(ALL + "/types")).containsExactly(502, 200);
    }

    private List<Integer> twice(String path) {
        return List.of(caller.get(path).statusCode(), caller.get(path).statusCode());
    }

    private JsonNode lastTest() {
        return Caller.json(caller.get(ALL)).at("/0/last_test");
    }

    /** Apostrophes stand for quotation marks, unless the text is between backticks. */
    private static String json(String text) {
        String[] parts = text.split("`", -1);
        StringBuilder json = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            json.append(i % 2 == 0 ? parts[i].replace('\'', '"') : "\"" + parts[i] + "\"");
        }
        return json.toString();
    }
}
