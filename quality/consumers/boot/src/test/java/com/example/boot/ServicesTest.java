package com.example.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.DatafoldSandbox;
import dev.connectioncheck.sandbox.Sandbox;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Starts the service on every line of Spring Boot, with the sandbox as vendor, and asks it over HTTP. */
class ServicesTest {
    private static final String WORDS = "Role REPORTER may not use warehouse WH";
    private static final Path DOCUMENT = Path.of("..", "..", "..", "docs", "spring-boot.md");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<Line, Service> SERVICES = new LinkedHashMap<>();

    private static Sandbox sandbox;

    @BeforeAll
    static void startAll() {
        sandbox = Sandbox.start();
        DatafoldSandbox datafold = sandbox.datafold();
        assertThat(List.of(
                        datafold.dataSource(Behavior.passes()),
                        datafold.dataSource(Behavior.passes().after(Duration.ofSeconds(1))),
                        datafold.dataSource(Behavior.fails(WORDS))))
                .containsExactly(42L, 43L, 44L);
        Line.all().forEach(line -> SERVICES.put(
                line,
                Service.start(
                        line.jar(),
                        Map.of("DATAFOLD_API_KEY", datafold.apiKey(), "DATAFOLD_HOST", datafold.baseUrl()),
                        "--server.port=0",
                        "--management.endpoint.health.probes.enabled=true",
                        "--management.endpoint.health.group.connectivity.include=connections",
                        "--management.endpoint.health.validate-group-membership=true",
                        "--management.endpoints.web.exposure.include=*",
                        "--management.endpoint.env.show-values=always",
                        "--management.endpoint.configprops.show-values=always")));
    }

    @AfterAll
    static void stopAll() {
        SERVICES.values().forEach(Service::close);
        sandbox.close();
    }

    static Stream<Line> lines() {
        return SERVICES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void healthTellsOfEachConnection(Line line) {
        Service service = settled(line);

        HttpResponse<String> health = service.get("/health/connections");
        JsonNode components = json(health).path("components");
        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(components.path("warehouse").path("status").asText()).isEqualTo("UP");
        assertThat(components.path("events").path("status").asText()).isEqualTo("UP");
        assertThat(components.path("reporting").path("status").asText()).isEqualTo("DOWN");
        assertThat(components.path("reporting").path("details").path("message").asText())
                .isEqualTo(WORDS);
        assertThat(json(service.get("/health/connectivity")).path("status").asText())
                .isEqualTo("DOWN");
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aBrokenConnectionIsInNeitherProbe(Line line) {
        Service service = settled(line);

        assertThat(service.get("/health/liveness").statusCode()).isEqualTo(200);
        assertThat(service.get("/health/readiness").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void metricsTellOfChecksAndConnections(Line line) {
        Service service = settled(line);
        service.post("/connections/reporting");

        assertThat(json(service.get("/metrics/connectioncheck.check?tag=connectioncheck.verdict:failed"))
                        .path("measurements")
                        .path(0)
                        .path("value")
                        .asDouble())
                .isGreaterThanOrEqualTo(1);
        assertThat(gauge(service, "warehouse")).isEqualTo(1);
        assertThat(gauge(service, "reporting")).isZero();
    }

    private static double gauge(Service service, String connection) {
        return json(service.get("/metrics/connectioncheck.status?tag=connectioncheck.connection:" + connection))
                .path("measurements")
                .path(0)
                .path("value")
                .asDouble(Double.NaN);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void theEndpointListsAndShowsResults(Line line) {
        Service service = settled(line);

        JsonNode report = json(service.get("/connections"));
        assertThat(report.path("schema").asInt()).isEqualTo(1);
        assertThat(report.path("summary").path("passed").asInt()).isEqualTo(2);
        assertThat(report.path("summary").path("failed").asInt()).isEqualTo(1);
        assertThat(report.path("outcomes"))
                .extracting(outcome -> outcome.path("name").asText())
                .containsExactly("warehouse", "events", "reporting");
        assertThat(report.path("errors").isEmpty()).isTrue();
        JsonNode one = json(service.get("/connections/reporting"));
        assertThat(one.path("status").asText()).isEqualTo("FAILED");
        assertThat(one.path("message").asText()).isEqualTo(WORDS);
        assertThat(one.path("ageMillis").isIntegralNumber()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aPostChecksOneNowAndRenewsItsResult(Line line) {
        Service service = settled(line);
        Instant before = Instant.parse(
                json(service.get("/connections/warehouse")).path("checkedAt").asText());

        HttpResponse<String> answer = service.post("/connections/warehouse");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("status").asText()).isEqualTo("PASSED");
        String renewed = json(answer).path("checkedAt").asText();
        assertThat(Instant.parse(renewed)).isAfter(before);
        assertThat(json(service.get("/connections/warehouse")).path("checkedAt").asText())
                .isEqualTo(renewed);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void postsThatMeetAreOneCheck(Line line) {
        Service service = settled(line);

        List<CompletableFuture<HttpResponse<String>>> answers =
                Stream.generate(() -> service.postAsync("/connections/events")).limit(4).toList();

        assertThat(answers.stream()
                        .map(CompletableFuture::join)
                        .map(answer -> json(answer).path("checkId").asText())
                        .distinct())
                .as("each takes a second, and all begin at once")
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void anUnknownNameIsNotFound(Line line) {
        Service service = SERVICES.get(line);

        assertThat(service.get("/connections/nobody").statusCode()).isEqualTo(404);
        assertThat(service.post("/connections/nobody").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void noEndpointShowsTheKey(Line line) {
        Service service = settled(line);
        String key = sandbox.datafold().apiKey();

        for (String path : List.of("/env", "/configprops", "/connections", "/health", "/beans", "/conditions", "/metrics")) {
            HttpResponse<String> answer = service.get(path);
            assertThat(answer.body()).as(path).doesNotContain(key).hasSizeGreaterThan(20);
        }
        assertThat(service.get("/env").body()).contains("DATAFOLD_HOST", sandbox.datafold().baseUrl());
    }

    @Test
    void theServicesDifferInTheirParentAlone() {
        List<String> poms = Line.all().stream()
                .map(line -> line.pom()
                        .replace(line.name(), "bootXY")
                        .replaceFirst("(?s)(spring-boot-starter-parent</artifactId>\\s*<version>)[^<]*", "$1"))
                .toList();

        assertThat(poms).containsOnly(poms.get(0));
    }

    @Test
    void theDocumentTellsWhatWasTried() throws IOException {
        String text = Files.readString(DOCUMENT);
        String begin = "<!-- services: begin -->\n";
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf("<!-- services: end -->");
        assertThat(from).isBetween(begin.length(), to);
        if (System.getProperty("boot.table").equals("write")) {
            Files.writeString(DOCUMENT, text.substring(0, from) + table() + text.substring(to));
        } else {
            assertThat(text.substring(from, to))
                    .as("run: mvn -B -P boot -pl quality/consumers/boot -am verify -Dtest=ServicesTest"
                            + " -Dsurefire.failIfNoSpecifiedTests=false -Dboot.table=write")
                    .isEqualTo(table());
        }
        Files.writeString(Path.of("target", "start-seconds"), startSeconds());
    }

    private static String table() {
        StringBuilder table = new StringBuilder("""
                | Spring Boot | Spring Framework | Micrometer | Jackson 2 | OkHttp | Kotlin |
                |---|---|---|---|---|---|
                """);
        List<String> libraries = List.of(
                "spring-boot", "spring-core", "micrometer-observation", "jackson-databind", "okhttp-jvm", "kotlin-stdlib");
        Line.all().forEach(line -> table.append("| ")
                .append(String.join(
                        " | ", libraries.stream().map(line::version).toList()))
                .append(" |\n"));
        return table.toString();
    }

    private static String startSeconds() {
        StringBuilder seconds = new StringBuilder();
        SERVICES.forEach((line, service) ->
                seconds.append(line).append(' ').append(service.startSeconds()).append('\n'));
        return seconds.toString();
    }

    /** Waits for the first results: a check that is under way is joined. */
    private static Service settled(Line line) {
        Service service = SERVICES.get(line);
        for (String name : List.of("warehouse", "events", "reporting")) {
            if (json(service.get("/connections/" + name)).path("status").asText().equals("SKIPPED")) {
                service.post("/connections/" + name);
            }
        }
        return service;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalArgumentException(answer.body(), e);
        }
    }
}
