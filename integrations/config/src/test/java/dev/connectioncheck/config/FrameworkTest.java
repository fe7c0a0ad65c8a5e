package dev.connectioncheck.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.connectioncheck.spi.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a framework needs, which has properties of its own, perhaps beside a file. */
class FrameworkTest {
    private static final Map<String, Object> PIPE = Map.of("client", "acme", "pipe", "k-17");

    @Test
    void aVendorsNameInATreeHoldsTheKeysOfItsUnnamedClient() {
        Connections connections =
                Files.reader().tree("app", Map.of("acme", Map.of("api-key", "k"), "connections", Map.of("a", PIPE)));

        assertThat(connections.unnamedClients()).isEqualTo(Map.of("acme", new Pipes.Client("acme", "k")));
        assertThat(connections.clients()).isEmpty();
        assertThat(connections.find("a").orElseThrow().account()).isEmpty();
    }

    @Test
    void aTreeMayNameAVendorAlone() {
        assertThat(Files.reader()
                        .tree("app", Map.of("acme", Map.of("api-key", "k")))
                        .unnamedClients())
                .containsOnlyKeys("acme");
    }

    @Test
    void mistakesInAnUnnamedClientAreReportedOnceWithTheirPath() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Files.reader()
                        .tree(
                                "app",
                                Map.of(
                                        "acme",
                                        Map.of("api-key", "k".repeat(30), "vendor", "acme"),
                                        "connections",
                                        Map.of("a", PIPE))))
                .withMessage("app.acme.vendor: The key vendor is not known; known are api-key.");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Files.reader()
                        .tree(
                                "app",
                                Map.of("acme", Map.of("api-key", "k".repeat(30)), "connections", Map.of("a", PIPE))))
                .withMessage("app.acme.api-key: The key is too long.");
    }

    @Test
    void anEmptyUnnamedClientIsLeftToTheEnvironment() {
        Connections connections = Files.reader()
                .environment(Map.of("KEY_OF_ACME", "from-there")::get)
                .tree("app", Map.of("acme", "", "connections", Map.of("a", PIPE)));

        assertThat(connections.unnamedClients()).isEqualTo(Map.of("acme", new Pipes.Client("acme", "from-there")));
    }

    @Test
    void inAFileAVendorsNameIsNoKey() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Files.reader().parse("text", "acme: { api-key: k }\nconnections: {}"))
                .withMessageContaining("The key acme is not known");
    }

    @Test
    void aFileAndATreeAreOneConfiguration() {
        List<Diagnostic> warnings = new ArrayList<>();
        Connections connections = Files.reader()
                .warnings(warnings::add)
                .beside(
                        "app",
                        Map.of(
                                "acme", Map.of("api-key", "${KEY}"),
                                "connections", Map.of("b", Map.of("client", "eu", "pipe", "@p"))))
                .parse("text", """
                        clients:
                          eu: { vendor: acme, api-key: "${KEY}" }
                        connections:
                          a: { client: acme, pipe: "${TEXT_NO}" }
                        """);

        assertThat(connections.connections()).extracting(NamedConnection::name).containsExactly("a", "b");
        assertThat(connections.unnamedClients()).isEqualTo(Map.of("acme", new Pipes.Client("acme", "${KEY}")));
        assertThat(connections.clients()).isEqualTo(Map.of("eu", new Pipes.Client("acme", Files.SECRET)));
        assertThat(connections.find("a").orElseThrow().target().orElseThrow().id())
                .contains("no");
        assertThat(connections.find("b").orElseThrow().target().orElseThrow().id())
                .contains("@p");
        assertThat(warnings).isEmpty();
    }

    @Test
    void whatIsInAFileAndInATreeIsAMistake() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Files.reader()
                        .environment(name -> "k")
                        .beside("app", Map.of("connections", Map.of("a", PIPE)))
                        .parse("text", "connections:\n  a: { client: acme, pipe: p }\n"))
                .withMessage("app.connections.a: a is at text:2:3 too; give one of them another name.");
    }

    @Test
    void everyClientsSettingsMayBeChangedByItsName() {
        List<String> names = new ArrayList<>();
        Connections connections = Files.reader()
                .environment(Map.of("KEY_OF_BETA", "b")::get)
                .eachClient((name, settings) -> {
                    names.add(name);
                    return Settings.of(Map.of("api-key", settings.requiredText("api-key") + "-" + name));
                })
                .tree(
                        "app",
                        Map.of(
                                "acme", Map.of("api-key", "k"),
                                "clients", Map.of("eu", Map.of("vendor", "acme", "api-key", "e")),
                                "connections", Map.of("b", Map.of("client", "beta", "pipe", "p"))));

        assertThat(names).containsExactlyInAnyOrder("acme", "eu", "beta");
        assertThat(connections.clients()).isEqualTo(Map.of("eu", new Pipes.Client("acme", "e-eu")));
        assertThat(connections.unnamedClients())
                .isEqualTo(
                        Map.of("acme", new Pipes.Client("acme", "k-acme"), "beta", new Pipes.Client("beta", "b-beta")));
    }

    @Test
    void aClientThatIsThereAlreadyIsUsed() {
        Pipes.Client mine = new Pipes.Client("acme", "mine");

        Connections connections = Files.reader()
                .environment(name -> null)
                .client(mine)
                .tree("app", Map.of("acme", Map.of("api-key", "other"), "connections", Map.of("a", PIPE)));

        assertThat(connections.unnamedClients()).isEqualTo(Map.of("acme", mine));
    }
}
