package dev.connectioncheck.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.artie.ArtieTarget;
import dev.connectioncheck.datafold.DatafoldTarget;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.SandboxExtension;
import dev.connectioncheck.squared.SquaredTarget;
import dev.connectioncheck.unstructured.UnstructuredTarget;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a file without mistakes becomes. */
class ConnectionsFileTest {
    private static final String ID = "5b0a3c2e-7a4e-4c57-9d1c-0f6f3f8f9a11";
    private static final String OTHER_ID = "7d9c3f0e-6a55-4a0b-9a53-1f0a2c6f6b11";

    @RegisterExtension
    final SandboxExtension sandbox = new SandboxExtension();

    private final Connections all = Files.reader().read(Files.good("all-keys.yaml"));

    @Test
    void connectionsAreInTheOrderOfTheFile() {
        assertThat(all.connections())
                .extracting(NamedConnection::name)
                .containsExactly(
                        "orders",
                        "customers",
                        "contracts",
                        "archive",
                        "warehouse",
                        "other-warehouse",
                        "billing",
                        "replica",
                        "tunnelled",
                        "all-of-artie");
        assertThat(all)
                .hasToString(all.connections().stream()
                        .map(NamedConnection::name)
                        .toList()
                        .toString()
                        .replaceFirst("^", "Connections"));
    }

    @Test
    void aConnectionsNameIsTheTargetsNameAndItsClientTheAccount() {
        CheckTarget orders = target("orders");

        assertThat(orders.name()).contains("orders");
        assertThat(orders.account()).contains("squared-eu");
        assertThat(find("orders").account()).contains("squared-eu");
        assertThat(find("orders").vendor()).isEqualTo("squared");
        assertThat(target("warehouse").account()).isEmpty();
        assertThat(find("warehouse").account()).isEmpty();
        assertThat(find("orders")).hasToString("orders (squared source Postgresql at squared-eu)");
    }

    @Test
    void everyKindOfTargetIsMade() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("host", "db.example.com");
        settings.put("port", 5432);
        settings.put("ssl", true);
        settings.put("schema", null);
        settings.put("ratio", new BigDecimal("0.50"));
        settings.put("password", "orders-s3cr3t");

        assertThat(target("orders"))
                .isEqualTo(SquaredTarget.source("Postgresql", settings).at("squared-eu"));
        assertThat(target("customers"))
                .isEqualTo(SquaredTarget.destination("Klaviyo", Map.of("public_api_key", Files.SECRET))
                        .at("squared-eu"));
        assertThat(target("contracts")).isEqualTo(UnstructuredTarget.source(ID));
        assertThat(target("archive")).isEqualTo(UnstructuredTarget.destination(ID));
        assertThat(target("warehouse")).isEqualTo(DatafoldTarget.dataSource(42));
        assertThat(target("billing")).isEqualTo(ArtieTarget.saved(OTHER_ID));
        assertThat(target("replica"))
                .isEqualTo(ArtieTarget.unsaved(
                                "postgresql", Map.of("host", "db", "user", "etl", "password", "artie-s3cr3t"))
                        .database("shop")
                        .asSource()
                        .at("artie-proxy"));
    }

    @Test
    void aVariableThatIsNotSetHasItsDefault() {
        assertThat(target("other-warehouse")).isEqualTo(DatafoldTarget.dataSource(43));
        assertThat(find("other-warehouse").timeout()).contains(Duration.ofSeconds(30));
    }

    @Test
    void aConnectionMayHaveATimeOutAndTags() {
        CheckOptions defaults =
                CheckOptions.builder().timeout(Duration.ofSeconds(1)).build();

        assertThat(find("warehouse").options().timeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(find("warehouse").options(defaults).timeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(find("billing").timeout()).isEmpty();
        assertThat(find("billing").options()).isSameAs(CheckOptions.defaults());
        assertThat(find("billing").options(defaults)).isSameAs(defaults);
        assertThat(find("orders").tags()).containsExactly("nightly", "eu");
        assertThat(find("billing").tags()).isEmpty();
    }

    @Test
    void anEntryMayStandForAWholeClient() {
        assertThat(find("all-of-artie").standsForAll()).isTrue();
        assertThat(find("all-of-artie").target()).isEmpty();
        assertThat(find("all-of-artie")).hasToString("all-of-artie (all of artie)");
        assertThat(find("billing").standsForAll()).isFalse();
        assertThat(all.find("nobody")).isEmpty();
    }

    @Test
    void clientsAreThoseOfTheFileAndThoseThatItsConnectionsNeed() {
        assertThat(all.clients().keySet()).containsExactly("squared-eu", "artie-proxy");
        assertThat(all.unnamedClients().keySet()).containsExactly("unstructured", "datafold", "artie");
        assertThat(all.clients().get("artie-proxy")).hasToString("ArtieClient[http://proxy.example.com]");
    }

    @Test
    void aFileWithoutSecretsHasNoWarning() {
        assertThat(all.warnings()).isEmpty();
    }

    @Test
    void jsonWithTheSameKeysIsTheSameFile() {
        Connections json = Files.reader().read(Files.good("as-json.json"));

        assertThat(json.find("billing").orElseThrow().target())
                .contains(ArtieTarget.saved(OTHER_ID).at("eu"));
        assertThat(json.clients().get("eu")).hasToString("ArtieClient[https://artie.example.com]");
    }

    @Test
    void whatLooksLikeASurpriseIsATextInQuotes() {
        Connections texts = Files.reader().read(Files.good("words-that-are-texts.yaml"));

        assertThat(texts.find("replica").orElseThrow().target())
                .contains(ArtieTarget.unsaved(
                        "postgresql",
                        Map.ofEntries(
                                entry(
                                        "quoted",
                                        List.of("no", "yes", "0123", "null", "", "<<", "*a", "&a", "!tag", "1e3")),
                                entry(
                                        "plain",
                                        List.of(
                                                "nope",
                                                "1.2.3",
                                                "10.0.0.1",
                                                "2026-11-21",
                                                "y",
                                                "n",
                                                "a:b",
                                                "no",
                                                "${HOME}",
                                                "@home",
                                                "$HOME",
                                                "50%")),
                                entry(
                                        "numbers",
                                        List.of(
                                                0,
                                                -1,
                                                2147483648L,
                                                new BigInteger("9223372036854775808"),
                                                new BigDecimal("1.5"),
                                                new BigDecimal("1e3"))),
                                entry("folded", "a b"),
                                entry("literal", "a\nb\n"))));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() {
        assertThat(Files.reader().parse("bom", "\uFEFFconnections: {}").connections())
                .isEmpty();
    }

    @Test
    void aNameFromClientsGoesBeforeAVendorOfThatName() {
        Connections connections = Files.reader().parse("text", """
                clients:
                  datafold: { vendor: acme, api-key: "${KEY}" }
                connections:
                  a: { client: datafold, pipe: p }
                """);

        assertThat(connections.find("a").orElseThrow().vendor()).isEqualTo("acme");
        assertThat(connections.unnamedClients()).isEmpty();
    }

    @Test
    void connectionsOfAVendorThatNobodyHeardOfAreCheckedLikeAnyOther() {
        Connections pipes = Files.reader().parse("text", """
                clients:
                  eu: { vendor: acme, api-key: eu }
                connections:
                  open: { client: eu, pipe: eu-1 }
                  blocked: { client: eu, pipe: us-1 }
                """);

        try (ConnectionChecker checker = pipes.checker().build()) {
            assertThat(check(checker, pipes, "open").passed()).isTrue();
            assertThat(check(checker, pipes, "blocked").message()).contains("blocked");
        }
    }

    @Test
    void aFileIsAllThatACheckNeeds() {
        long source = sandbox.datafold().dataSource(Behavior.fails("no such host"));
        Connections connections = Files.reader().parse("text", """
                clients:
                  eu: { vendor: datafold, api-key: "%s", base-url: "%s" }
                connections:
                  warehouse: { client: eu, data-source: %d }
                """.formatted(
                        sandbox.datafold().apiKey(), sandbox.datafold().baseUrl(), source));

        try (ConnectionChecker checker = connections.checker().build()) {
            CheckResult result = check(checker, connections, "warehouse");
            assertThat(result.passed()).isFalse();
            assertThat(result.target().name()).contains("warehouse");
            assertThat(result.toMap()).containsEntry("account", "eu");
        }
    }

    @Test
    void everyClientGetsTheUsersOwnHttpClient() {
        AtomicInteger requests = new AtomicInteger();
        OkHttpClient http = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    requests.incrementAndGet();
                    return chain.proceed(chain.request());
                })
                .build();
        String saved = sandbox.artie().saved(Behavior.passes()).toString();
        Map<String, String> environment = Files.environment();
        environment.put("ARTIE_API_KEY", sandbox.artie().apiKey());
        environment.put("ARTIE_API_URL", sandbox.artie().baseUrl());
        Connections connections = Files.reader()
                .environment(environment::get)
                .with(OkHttpClient.class, http)
                .parse("text", "connections: { a: { client: artie, connector: " + saved + " } }");

        try (ConnectionChecker checker = connections.checker().build()) {
            assertThat(check(checker, connections, "a").passed()).isTrue();
        }
        assertThat(requests).hasPositiveValue();
    }

    @Test
    void theVendorsThatAreThereAreFoundByThemselves() {
        List<Diagnostic> heard = new ArrayList<>();

        Connections found = ConnectionsFile.reader().warnings(heard::add).parse("text", """
                clients:
                  eu: { vendor: datafold, api-key: written-out }
                connections:
                  warehouse: { client: eu, data-source: 42 }
                """);

        assertThat(found.find("warehouse").orElseThrow().target())
                .contains(DatafoldTarget.dataSource(42).at("eu"));
        assertThat(heard).isEqualTo(found.warnings()).hasSize(1);
    }

    @Test
    void aTreeOfSettingsIsTakenAsItIs() {
        Map<String, Object> tree = Map.of(
                "clients", Map.of("eu", Map.of("vendor", "acme", "api-key", "${KEY}")),
                "connections",
                        Map.of(
                                "a", Map.of("client", "eu", "pipe", "@p", "tags", List.of("x")),
                                "b", Map.of("client", "artie", "type", "t", "settings", Map.of("password", 1234567))));

        Connections connections = Files.reader().tree("connectioncheck", tree);

        assertThat(connections.clients().get("eu")).isEqualTo(new Pipes.Client("acme", "${KEY}"));
        assertThat(connections.find("a").orElseThrow().target().flatMap(CheckTarget::id))
                .contains("@p");
        assertThat(connections.warnings()).isEmpty();
    }

    private static CheckResult check(ConnectionChecker checker, Connections connections, String name) {
        NamedConnection connection = connections.find(name).orElseThrow();
        return checker.check(connection.target().orElseThrow(), connection.options());
    }

    private NamedConnection find(String name) {
        return all.find(name).orElseThrow();
    }

    private CheckTarget target(String name) {
        return find(name).target().orElseThrow();
    }
}
