package dev.connectioncheck.artie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.SandboxExtension;
import dev.connectioncheck.spi.InvalidSettingException;
import dev.connectioncheck.spi.SettingKey;
import dev.connectioncheck.spi.Settings;
import dev.connectioncheck.spi.VendorModule;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Artie's client and targets, made of texts. */
class ArtieModuleTest {
    private static final String ID = "5b0a3c2e-7a4e-4c57-9d1c-0f6f3f8f9a11";

    @RegisterExtension
    final SandboxExtension sandbox = new SandboxExtension();

    private final VendorModule module = new ArtieModule();

    @Test
    void itIsFoundAsAService() {
        assertThat(ServiceLoader.load(VendorModule.class))
                .hasExactlyElementsOfTypes(ArtieModule.class)
                .allSatisfy(found -> assertThat(found.vendor()).isEqualTo(ArtieTarget.VENDOR));
    }

    @Test
    void itsVariablesAreThoseOfTheClientsFromTheEnvironment() {
        assertThat(module.clientKeys())
                .flatExtracting(key -> key.variable().stream().toList())
                .containsExactly("ARTIE_API_KEY", "ARTIE_API_URL");
    }

    @Test
    void theKeysOfTargetsAreListed() {
        assertThat(module.targetKeys())
                .extracting(SettingKey::name)
                .containsExactly(
                        "connector",
                        "type",
                        "default-database",
                        "role",
                        "data-plane",
                        "ssh-tunnel",
                        "private-link",
                        "settings");
    }

    @Test
    void aClientMadeOfTextsAsksTheVendor() {
        Settings client = Settings.of(Map.of(
                "api-key", sandbox.artie().apiKey(),
                "base-url", sandbox.artie().baseUrl()));
        String saved = sandbox.artie().saved(Behavior.passes()).toString();

        try (ConnectionChecker checker = ConnectionChecker.of(module.client(client))) {
            CheckTarget target = module.target(Settings.of(Map.of("connector", saved)));
            assertThat(checker.check(target).passed()).isTrue();
        }
    }

    @Test
    void aSavedConnectorMayHaveARole() {
        assertThat(module.target(Settings.of(Map.of("connector", ID)))).isEqualTo(ArtieTarget.saved(ID));
        assertThat(module.target(Settings.of(Map.of("connector", ID, "role", "source"))))
                .isEqualTo(ArtieTarget.saved(ID).asSource());
    }

    @Test
    void aConnectorThatIsNotSavedTakesEveryKey() {
        Map<String, Object> settings = Map.of("host", "db", "port", 5432);
        Map<String, Object> values = Map.of(
                "type", "postgresql",
                "settings", settings,
                "default-database", "shop",
                "role", "destination",
                "data-plane", "aws-us-east-1",
                "ssh-tunnel", ID,
                "private-link", ID);

        assertThat(module.target(Settings.of(values)))
                .isEqualTo(ArtieTarget.unsaved("postgresql", settings)
                        .database("shop")
                        .asDestination()
                        .dataPlane("aws-us-east-1")
                        .sshTunnel(UUID.fromString(ID))
                        .privateLink(UUID.fromString(ID)));
    }

    @ParameterizedTest
    @MethodSource
    void whatNamesNoConnectionIsRefusedWithItsKey(Map<String, Object> values, String key, String why) {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> module.target(Settings.of(values)))
                .withMessageContaining(why)
                .satisfies(e -> assertThat(e.key()).isEqualTo(key));
    }

    static Stream<Arguments> whatNamesNoConnectionIsRefusedWithItsKey() {
        return Stream.of(
                Arguments.of(Map.of(), "connector", "Give either connector"),
                Arguments.of(Map.of("connector", "orders"), "connector", "must be a UUID"),
                Arguments.of(
                        Map.of("connector", ID, "type", "postgresql"), "type", "A saved connector has its own type"),
                Arguments.of(Map.of("connector", ID, "settings", Map.of()), "settings", "has its own settings"),
                Arguments.of(Map.of("type", "postgresql"), "settings", "settings is missing"),
                Arguments.of(Map.of("connector", ID, "role", "both"), "role", "must be source or destination"),
                Arguments.of(
                        Map.of("type", "postgresql", "settings", Map.of(), "ssh-tunnel", "t"),
                        "ssh-tunnel",
                        "must be a UUID"));
    }
}
