package dev.connectioncheck.examples.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.connectioncheck.CheckResult;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.TargetNotFoundException;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.config.Connections;
import dev.connectioncheck.config.ConnectionsFile;
import dev.connectioncheck.config.NamedConnection;
import dev.connectioncheck.model.MissingFieldException;
import dev.connectioncheck.sandbox.VirtualTime;
import dev.connectioncheck.spi.InvalidSettingException;
import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.spi.Settings;
import dev.connectioncheck.spi.VendorModule;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcmeTest {
    private static final AcmeTarget TARGET = AcmeTarget.pipe("orders");

    private final MockWebServer server = new MockWebServer();
    private ConnectionChecker checker = ConnectionChecker.of();

    @BeforeEach
    void start() throws Exception {
        server.start();
        AcmeClient client = AcmeClient.builder()
                .apiKey("acme-key")
                .baseUrl(server.url("/v2/").toString())
                .build();
        checker = ConnectionChecker.builder()
                .client(client)
                .timeSource(new VirtualTime())
                .build();
    }

    @AfterEach
    void stop() {
        checker.close();
        server.close();
    }

    // tag::table
    @ParameterizedTest
    @CsvSource({
        "ok,      ,         PASSED",
        "broken,  no route, FAILED",
        "lost,    reboot,   INCONCLUSIVE",
    })
    void aTerminalStateIsAVerdict(String state, @Nullable String why, Verdict verdict) {
        Progress progress = AcmeVerdict.read(new AcmeProbe("p-1", state, why));

        assertThat(progress)
                .isInstanceOfSatisfying(
                        Progress.Finished.class,
                        end -> assertThat(end.verdict()).isEqualTo(verdict));
    }

    @ParameterizedTest
    @CsvSource({"queued", "probing", "a word that Acme thinks of tomorrow"})
    void anyOtherStateGoesOn(String state) {
        assertThat(AcmeVerdict.read(new AcmeProbe("p-1", state, null))).isEqualTo(Progress.running("p-1", state));
    }
    // end::table

    @Test
    void anAnswerWithoutAStateIsNoVerdict() {
        assertThatExceptionOfType(MissingFieldException.class)
                .isThrownBy(() -> AcmeVerdict.read(new AcmeProbe("p-1", null, null)));
    }

    @Test
    void theEngineRunsItLikeAnyOther() throws Exception {
        server.enqueue(answer(201, "{\"probe\": \"p/1\", \"state\": \"queued\"}"));
        server.enqueue(answer(200, "{\"probe\": \"p/1\", \"state\": \"probing\"}"));
        server.enqueue(answer(503, ""));
        server.enqueue(
                answer(200, "{\"probe\": \"p/1\", \"state\": \"broken\", \"why\": \"password acme-key refused\"}"));

        CheckResult result = checker.check(TARGET);

        assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(result.message()).contains("password *** refused");
        assertThat(result.checkId()).contains("p/1");
        assertThat(result.polls()).isEqualTo(2);
        assertThat(server.takeRequest().getHeaders().get("X-Acme-Key")).isEqualTo("acme-key");
        assertThat(server.takeRequest().getTarget()).isEqualTo("/v2/probes/p%2F1");
    }

    @Test
    void aCheckIsResumedFromItsToken() {
        server.enqueue(answer(201, "{\"probe\": \"p-1\", \"state\": \"queued\"}"));
        server.enqueue(answer(200, "{\"probe\": \"p-1\", \"state\": \"ok\"}"));

        Optional<String> token = checker.start(TARGET).token();

        assertThat(checker.resume(token.orElseThrow()).await().passed()).isTrue();
    }

    @Test
    void anUnknownPipeIsAnError() {
        server.enqueue(answer(404, "{\"message\": \"no such pipe\"}"));

        assertThatExceptionOfType(TargetNotFoundException.class)
                .isThrownBy(() -> checker.check(TARGET))
                .withMessageContaining("acme startProbe answered 404");
    }

    @Test
    void aBlankNameIsRefusedAtOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> AcmeTarget.pipe(" "));
    }

    @Test
    void filesAndCommandsFindItAsAService() {
        assertThat(ServiceLoader.load(VendorModule.class))
                .filteredOn(AcmeModule.class::isInstance)
                .singleElement()
                .satisfies(module -> assertThat(module.target(Settings.of(Map.of("pipe", "orders"))))
                        .isEqualTo(TARGET));
    }

    @Test
    void aClientMadeOfTextsAsksAcme() throws Exception {
        server.enqueue(answer(201, "{\"probe\": \"p-1\", \"state\": \"ok\"}"));
        Settings settings =
                Settings.of(Map.of("api-key", "k-1", "base-url", server.url("/").toString()));

        try (ConnectionChecker other = ConnectionChecker.of(new AcmeModule().client(settings))) {
            assertThat(other.check(TARGET).passed()).isTrue();
        }
        assertThat(server.takeRequest().getHeaders().get("X-Acme-Key")).isEqualTo("k-1");
    }

    @Test
    void itsConnectionsHaveNamesInAFile() {
        server.enqueue(answer(201, "{\"probe\": \"p-1\", \"state\": \"ok\"}"));
        Connections connections = ConnectionsFile.parse("connections.yaml", """
                clients:
                  acme-eu: { vendor: acme, api-key: "${ACME_KEY_OF_THE_TEST:-k-1}", base-url: "%s" }
                connections:
                  orders: { client: acme-eu, pipe: orders, tags: [nightly] }
                """.formatted(server.url("/")));

        try (ConnectionChecker other = connections.checker().build()) {
            NamedConnection orders = connections.find("orders").orElseThrow();
            assertThat(other.check(orders.target().orElseThrow()).passed()).isTrue();
        }
    }

    @Test
    void aBlankPipeIsMissed() {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> new AcmeModule().target(Settings.of(Map.of("pipe", " "))))
                .withMessage("pipe is missing.");
    }

    private static MockResponse answer(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }
}
