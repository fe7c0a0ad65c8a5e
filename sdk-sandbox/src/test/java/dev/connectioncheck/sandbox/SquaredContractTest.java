package dev.connectioncheck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What Squared's server complains of, in its order and its words; the same requests were sent to the server. */
class SquaredContractTest {
    private static final String CHECK = "/api/v1/connector_definitions/check_connection";
    private static final String CREATE = "/api/v1/connectors";

    @RegisterExtension
    static final SandboxExtension SANDBOX = new SandboxExtension();

    private final SquaredSandbox squared = SANDBOX.squared();
    private final Caller caller = Caller.squared(SANDBOX.sandbox());

    /** Names are taken once and for all, and the tests share the workspace. */
    @BeforeEach
    void emptyTheWorkspace() {
        LongStream.rangeClosed(1, 500).forEach(squared::remove);
    }

    static Stream<Arguments> checks() {
        return Stream.of(
                arguments("{}", errors("name:is missing", "type:is missing", "connection_spec:is missing")),
                arguments(
                        "{'name':'','type':null,'connection_spec':''}",
                        errors("name:must be filled", "type:must be filled", "connection_spec:must be filled")),
                arguments(
                        "{'name':[],'type':{},'connection_spec':[]}",
                        errors("name:must be filled", "type:must be filled", "connection_spec:must be filled")),
                arguments(
                        "{'name':5,'type':true,'connection_spec':'x'}",
                        errors("name:must be a string", "type:must be a string", "connection_spec:must be a hash")),
                arguments(
                        "{'name':'Postgresql','type':'sink','connection_spec':{'a':1}}",
                        errors("type:invalid connector type")),
                arguments(
                        "{'name':'postgresql','type':'source','connection_spec':{'a':1}}",
                        errors("name:invalid connector source name")),
                arguments(
                        "{'name':'Snowflake','type':'destination','connection_spec':{'a':1}}",
                        errors("name:invalid connector destination name")),
                arguments(
                        "{'name':'Weaviate','type':'destination','connection_spec':{'a':1}}",
                        errors("name:invalid connector destination name")),
                arguments(
                        "{'name':'Postgresql','type':'SOURCE','connection_spec':{'a':1}}",
                        crash(
                                "uninitialized constant Multiwoven::Integrations::SOURCE\\n\\n          Object.const_get(\\n"
                                        + "                ^^^^^^^^^^\\nDid you mean?  Multiwoven::Integrations::Source")),
                arguments(
                        "{'name':'Nope','type':'Source','connection_spec':{'a':1}}",
                        crash("uninitialized constant Multiwoven::Integrations::Source::Nope\\n\\n"
                                + "          Object.const_get(\\n                ^^^^^^^^^^")));
    }

    @ParameterizedTest
    @MethodSource("checks")
    void aCheckThatBreaksTheContractIsRefusedInTheServersWordsAndOrder(String body, String answer) {
        HttpResponse<String> response = caller.post(CHECK, json(body));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEqualTo(json(answer));
    }

    @ParameterizedTest
    @CsvSource({"Source,postgresql,200", "Source,Postgresql,200", "sOURCE,Postgresql,400", "source,Postgresql,200"})
    void aTypeInAnotherCaseFindsTheClassOnlyIfRubyCamelizesItToIts(String type, String name, int status) {
        Map<String, Object> spec = squared.connection(Behavior.passes());

        assertThat(caller.post(CHECK, Map.of("type", type, "name", name, "connection_spec", spec))
                        .statusCode())
                .isEqualTo(status);
    }

    static Stream<Arguments> creations() {
        return Stream.of(
                arguments(
                        "{}",
                        nested(
                                "name:is missing",
                                "connector_name:is missing",
                                "connector_type:is missing",
                                "configuration:is missing")),
                arguments("{'connector':'x'}", errors("connector:must be a hash")),
                arguments("{'connector':null}", errors("connector:must be a hash")),
                arguments(
                        "{'connector':{'name':'n','connector_type':'connector_type_wrong','connector_name':'x','configuration':{'a':1}}}",
                        nested("connector_type:invalid connector type")),
                arguments(
                        "{'connector':{'name':'n','connector_type':'source','connector_name':'postgresql','configuration':{}}}",
                        nested(
                                "configuration:must be filled",
                                "[:connector_type, :connector_name]:invalid connector source name")),
                arguments(
                        "{'connector':{'name':'n','connector_type':'SOURCE','connector_name':'Nope','configuration':{'a':1}}}",
                        nested("[:connector_type, :connector_name]:invalid connector source name")),
                arguments(
                        "{'connector':{'name':'n','connector_type':'SOURCE','connector_name':'Klaviyo','configuration':{'a':1}}}",
                        nested("[:connector_type, :connector_name]:invalid connector source name")),
                arguments(
                        "{'connector':{'name':'n','connector_type':'SOURCE','connector_name':'Postgresql','configuration':{'a':1}}}",
                        crash("'SOURCE' is not a valid connector_type")));
    }

    @ParameterizedTest
    @MethodSource("creations")
    void aCreationThatBreaksTheContractIsRefusedInTheServersWordsAndOrder(String body, String answer) {
        HttpResponse<String> response = caller.post(CREATE, json(body));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEqualTo(json(answer));
    }

    @ParameterizedTest
    @CsvSource({"' '", "'\u00a0'", "'\u2003 '"})
    void aNameOfBlanksPassesTheContractAndFailsTheModel(String name) {
        HttpResponse<String> response =
                caller.post(CREATE, create(name, "Postgresql", squared.connection(Behavior.passes())));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body())
                .isEqualTo(
                        json("{'errors':[{'status':422,'title':'Error','detail':'Connector creation failed','source':"
                                        + "{'name':'can't be blank'}}]}")
                                .replace("can\"t", "can't"));
    }

    @Test
    void aNullByteIsABadRequest() {
        HttpResponse<String> response =
                caller.post(CREATE, create("a\0b", "Postgresql", squared.connection(Behavior.passes())));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("request format: string contains null byte\"");
    }

    static Stream<SquaredDefinition> definitions() {
        return SquaredDefinitions.all().stream();
    }

    @Test
    void theServerHasTwentyNineSourcesAndTwentySixDestinations() {
        assertThat(definitions().filter(each -> each.kind().equals("source"))).hasSize(29);
        assertThat(definitions().filter(each -> each.kind().equals("destination")))
                .hasSize(26);
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void aConfigurationHasToFitTheSchemaOfItsDefinition(SquaredDefinition definition) {
        Map<String, Object> fitting = settings(definition);
        Map<String, Object> lacking = new LinkedHashMap<>(fitting);
        lacking.keySet().removeIf(field -> !field.equals("credentials"));
        lacking.put("something", "else");

        assertThat(caller.post(CREATE, create(definition, lacking)).statusCode())
                .isEqualTo(422);
        HttpResponse<String> created = caller.post(CREATE, create(definition, fitting));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "source | Postgresql | {'data_type':'structured','host':'h','port':5432,'database':'d','schema':'s'} | 422",
                "source | Postgresql | {'data_type':'flat','host':'h','port':'5432','database':'d','schema':'s'} | 422",
                "source | Postgresql | {'host':'h','port':'5432','database':'d','schema':'s'} | 422",
                "destination | Postgresql | {'host':'h','port':'5432','database':'d','schema':'s'} | 201",
                "destination | Postgresql | {'host':'h','port':'5432','database':'d','schema':'s','credentials':{'username':'u'}} | 422",
                "destination | Sftp | {'host':'h','port':22,'username':'u','password':'p','destination_path':'/','format':{'format_type':'csv'}} | 201",
                "destination | Sftp | {'host':'h','port':'22','username':'u','password':'p','destination_path':'/','format':{'format_type':'csv'}} | 422",
                "destination | Http | {'destination_url':'https://a','headers':{'n':1}} | 422",
                "destination | Http | {'destination_url':'https://a','headers':{'n':'1'},'unknown':[1]} | 201",
                "source | AmazonS3 | {'auth_type':'user','region':'r','bucket':'b','access_id':'i','secret_access':'s'} | 201",
                "source | AmazonS3 | {'auth_type':'role','region':'r','bucket':'b','access_id':'i','secret_access':'s'} | 422",
                "source | AmazonS3 | {'auth_type':'role','region':'r','bucket':'b','arn':'a','external_id':'e'} | 201",
                "source | OpenAI | {'api_key':'k','request_format':'{}','response_format':'{}','is_stream':'yes'} | 422"
            })
    void schemasAreCheckedDownToTypesAndChoices(String kind, String name, String configuration, int status) {
        String body = "{'connector':{'name':'n','connector_type':'" + kind + "','connector_name':'" + name
                + "','configuration':" + configuration + "}}";

        assertThat(caller.post(CREATE, json(body)).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void answersMaskWhatTheDefinitionMarksAndNothingElse(SquaredDefinition definition) {
        Map<String, Object> fitting = settings(definition);

        String shown = caller.post(CREATE, create(definition, fitting)).body();

        assertThat(Caller.json(caller.post(CREATE, create(definition, fitting)))
                        .path("errors")
                        .isMissingNode())
                .isFalse();
        assertThat(Json.read(shown).orElseThrow().at("/data/attributes/configuration"))
                .isEqualTo(Json.tree(definition.masked(fitting)));
        boolean clear = Set.of("Http", "HttpModel", "MicrosoftExcel").contains(definition.name());
        assertThat(shown.contains(SquaredDefinition.MASK)).isEqualTo(!clear);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "source | Postgresql | unless | == ",
                "source | Redshift | unless | == ",
                "source | Snowflake | if | != ",
                "destination | Postgresql | unless | == ",
                "destination | AISDataStore | unless | == ",
                "destination | MicrosoftSql | unless | == "
            })
    void aConnectorWithoutCredentialsCrashesAndTheAnswerShowsItsCode(
            String kind, String name, String condition, String comparison) {
        String before = "        raise \\\"Unsupported Auth type\\\" " + condition + " connection_config[:credentials]";
        String text = "undefined method `[]' for nil:NilClass\\n\\n" + before + "[:auth_type] " + comparison
                + " \\\"username/password\\\"\\n" + " ".repeat(before.length() - 2) + "^^^^^^^^^^^^";

        assertThat(check(kind, name, "{'host':'h'}").body()).contains("request format: " + text + "\"");
        assertThat(check(kind, name, "{'host':'h','credentials':'x'}").body())
                .contains("request format: no implicit conversion of Symbol into Integer\"");
        assertThat(check(kind, name, "{'host':'h','credentials':{'auth_type':'iam'}}")
                        .body())
                .contains("request format: Unsupported Auth type\"");
    }

    static Stream<Arguments> strangers() {
        String credentials = "'credentials':{'auth_type':'username/password','username':'u','password':'p'}";
        return Stream.of(
                arguments(
                        "source",
                        "Postgresql",
                        "{'host':'db.example.com'," + credentials + "}",
                        "could not translate host name \\\"db.example.com\\\" to address: Name or service not known\\n"),
                arguments(
                        "destination",
                        "AISDataStore",
                        "{'host':'10.0.0.7','port':'5433'," + credentials + "}",
                        "connection to server at \\\"10.0.0.7\\\", port 5433 failed: Connection refused\\n\\tIs the server"
                                + " running on that host and accepting TCP/IP connections?\\n"),
                arguments(
                        "source",
                        "Redshift",
                        "{" + credentials + "}",
                        "connection to server on socket \\\"/var/run/postgresql/.s.PGSQL.5432\\\" failed: No such file or"
                                + " directory\\n\\tIs the server running locally and accepting connections on that"
                                + " socket?\\n"),
                arguments(
                        "destination",
                        "Klaviyo",
                        "{'public_api_key':'a','private_api_key':'b'}",
                        "The sandbox has no such connection: make its settings with sourceSettings(...) or"
                                + " destinationSettings(...) of the stand-in for Squared."));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void settingsNotMadeHereFailInTheWordsOfTheirDriverOrInTheSandboxsOwn(
            String kind, String name, String spec, String words) {
        assertThat(check(kind, name, spec).body())
                .isEqualTo("{\"type\":\"connection_status\",\"connection_status\":{\"status\":\"failed\",\"message\":\""
                        + words + "\"}}");
    }

    @Test
    void clickhouseNeverConnectsSoItNeverFails() {
        Map<String, Object> bad = squared.sourceSettings("Clickhouse", Behavior.fails("no route"));

        assertThat(caller.post(CHECK, Map.of("type", "source", "name", "Clickhouse", "connection_spec", bad))
                        .body())
                .contains("succeeded");
    }

    @Test
    void settingsOfADefinitionWithoutAHostAreKnownByWhatIsLeftOfThem() {
        Map<String, Object> klaviyo =
                new LinkedHashMap<>(squared.destinationSettings("Klaviyo", Behavior.fails("no such list")));
        klaviyo.put("private_api_key", "another");

        assertThat(caller.post(CHECK, Map.of("type", "destination", "name", "Klaviyo", "connection_spec", klaviyo))
                        .body())
                .contains("no such list");
    }

    @Test
    void theKeyComesBeforeAMalformedBody() {
        Caller stranger = new Caller(squared, "Accept", "application/json", "Content-Type", "application/json");

        assertThat(stranger.post(CHECK, "{\"type\":").statusCode()).isEqualTo(401);
        assertThat(caller.post(CHECK, "{\"type\":").body()).isEqualTo("{\"status\":400,\"error\":\"Bad Request\"}");
    }

    @Test
    void theClassComesBeforeTheWorkspaceAndTheWorkspaceBeforeThePermission() {
        Caller lost = new Caller(
                squared, "Authorization", "Bearer " + squared.viewerApiKey(), "Content-Type", "application/json");
        String nothing = "{'type':'Source','name':'Nope','connection_spec':{'a':1}}";
        String good = nothing.replace("Source", "source").replace("Nope", "Postgresql");

        assertThat(lost.post(CHECK, json(nothing)).body()).contains("uninitialized constant");
        assertThat(lost.post(CHECK, json(good)).body()).contains("Workspace not found");
    }

    @Test
    void formsAreReadAsJsonIs() {
        Map<String, Object> spec = squared.connection(Behavior.fails("no route"));
        Caller form = new Caller(
                squared,
                "Authorization",
                "Bearer " + squared.apiKey(),
                "Workspace-Id",
                "" + squared.workspaceId(),
                "Content-Type",
                "application/x-www-form-urlencoded");
        String fields = "type=source&name=Postgresql&connection_spec%5Bhost%5D=" + spec.get("host")
                + "&connection_spec[credentials][auth_type]=username%2Fpassword";

        assertThat(form.post(CHECK, fields).body()).contains("no route");
        assertThat(form.post(CREATE, "name=x").body()).isEqualTo("{\"errors\":{\"connector\":[\"is missing\"]}}");
    }

    @Test
    void aFlatBodyOfJsonIsTakenForTheConnector() {
        String flat = Json.write(Map.of(
                "name", "flat",
                "connector_type", "source",
                "connector_name", "Postgresql",
                "configuration", squared.connection(Behavior.passes())));

        assertThat(caller.post(CREATE, flat).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({"0,200", "0abc,200", "1,400", "abc,400"})
    void asMuchOfTheWorkspaceCountsAsIsANumber(String suffix, int status) {
        squared.useWorkspaceId(70);
        Caller other = new Caller(squared, "Authorization", "Bearer " + squared.apiKey(), "Workspace-Id", "7" + suffix);

        assertThat(other.get(CREATE).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/connectors/,200",
        "//api//v1/connectors,200",
        "/api/v1/connectors.json,200",
        "/api/v1/connectors/{id}/,200",
        "/api/v1/connectors/{id}.json,200",
        "/api/v1/connectors/abc.json,400",
        "/api/v1/connectors/1.2.3,404",
        "/api/v1/connector,404"
    })
    void pathsAreReadAsRailsReadsThem(String path, int status) {
        long id = squared.add(SquaredRow.source("Postgresql"));
        String whole = path.replace("{id}", "" + id);

        assertThat(caller.get(whole).statusCode()).isEqualTo(status);
        HttpResponse<String> head = caller.call("HEAD", whole, "");
        assertThat(head.statusCode()).isEqualTo(status);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValueAsLong("content-length").orElse(0)).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/connector_definitions/check_connection | {'errors':{'type':['is missing']}}",
                "/api/v1/connector_definitions/check_connection?type=source | {'data':[]}",
                "/api/v1/connector_definitions/check_connection?type=zzz | {'errors':{'type':['invalid connector type']}}",
                "/api/v1/connectors?type= | {'errors':{'type':['must be filled']}}",
                "/api/v1/nothing | {'status':404,'error':'Not Found'}"
            })
    void readingIsRefusedInTheServersWords(String path, String answer) {
        assertThat(caller.get(path).body()).isEqualTo(json(answer));
    }

    @Test
    void aDefinitionNeedsAWorkspaceToo() {
        Caller lost = new Caller(squared, "Authorization", "Bearer " + squared.apiKey());

        assertThat(lost.get(CHECK + "?type=source").body()).contains("Workspace not found");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/v1/connector_definitions",
        "GET,/api/v1/connector_definitions/postgresql?type=source",
        "GET,/api/v1/connectors?category=data",
        "GET,/api/v1/connectors?page%5Bnumber%5D=2",
        "GET,/api/v1/connectors/1/discover?refresh=true",
        "POST,/api/v1/connectors/1/execute_model",
        "GET,/api/v1/workspaces",
        "POST,/api/v1/login"
    })
    void whatTheServerHasAndTheSandboxDoesNotPlayIsToldFromWhatDoesNotExist(String method, String path) {
        HttpResponse<String> response = caller.call(method, path, "");

        assertThat(response.statusCode()).isEqualTo(501);
        assertThat(response.body()).startsWith("The sandbox does not play ");
    }

    @Test
    void answersCarryTheHeadersOfRails() {
        HttpResponse<String> good = caller.get(CREATE);
        HttpResponse<String> bad = caller.get(CREATE + "/abc");
        HttpResponse<String> none = caller.get("/nothing");

        for (HttpResponse<String> response : List.of(good, bad)) {
            assertThat(header(response, "x-frame-options")).isEqualTo("SAMEORIGIN");
            assertThat(header(response, "x-content-type-options")).isEqualTo("nosniff");
            assertThat(header(response, "x-xss-protection")).isEqualTo("0");
            assertThat(header(response, "referrer-policy")).isEqualTo("strict-origin-when-cross-origin");
            assertThat(header(response, "x-permitted-cross-domain-policies")).isEqualTo("none");
            assertThat(header(response, "vary")).isEqualTo("Accept, Origin");
        }
        assertThat(header(good, "etag")).matches("W/\"[0-9a-f]{32}\"");
        assertThat(header(bad, "etag")).isEmpty();
        assertThat(header(bad, "cache-control")).isEqualTo("no-cache");
        assertThat(header(none, "x-frame-options")).isEmpty();
        assertThat(header(none, "content-type")).isEqualTo("application/json; charset=UTF-8");
    }

    private HttpResponse<String> check(String kind, String name, String spec) {
        return caller.post(CHECK, json("{'type':'" + kind + "','name':'" + name + "','connection_spec':" + spec + "}"));
    }

    private Map<String, Object> settings(SquaredDefinition definition) {
        return definition.kind().equals("source")
                ? squared.sourceSettings(definition.name(), Behavior.passes())
                : squared.destinationSettings(definition.name(), Behavior.passes());
    }

    private static Map<String, Object> create(SquaredDefinition definition, Map<String, Object> configuration) {
        return create(definition.name(), definition.kind(), definition.name(), configuration);
    }

    private static Map<String, Object> create(String name, String definition, Map<String, Object> configuration) {
        return create(name, "source", definition, configuration);
    }

    private static Map<String, Object> create(
            String name, String kind, String definition, Map<String, Object> configuration) {
        return Map.of(
                "connector",
                Map.of(
                        "name", name,
                        "connector_type", kind,
                        "connector_name", definition,
                        "configuration", configuration));
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String errors(String... complaints) {
        return "{'errors':{" + fields(complaints) + "}}";
    }

    private static String nested(String... complaints) {
        return "{'errors':{'connector':{" + fields(complaints) + "}}}";
    }

    private static String fields(String... complaints) {
        return Stream.of(complaints)
                .map(complaint -> {
                    int colon = complaint.lastIndexOf(':');
                    return "'" + complaint.substring(0, colon) + "':['" + complaint.substring(colon + 1) + "']";
                })
                .reduce((one, other) -> one + "," + other)
                .orElseThrow();
    }

    private static String crash(String text) {
        return "{\"errors\":[{\"status\":400,\"title\":\"Bad Request\",\"detail\":\"There was a problem with the request"
                + " format: " + text + "\",\"source\":{\"pointer\":\"/request/payload\"}}]}";
    }

    private static String json(String text) {
        return text.startsWith("{\"") ? text : text.replace('\'', '"');
    }
}
