package dev.connectioncheck.squared;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Squared's client and targets, made of texts. */
class SquaredModuleTest {
    @RegisterExtension
    final SandboxExtension sandbox = new SandboxExtension();

    private final VendorModule module = new SquaredModule();

    @Test
    void itIsFoundAsAService() {
        assertThat(ServiceLoader.load(VendorModule.class))
                .hasExactlyElementsOfTypes(SquaredModule.class)
                .allSatisfy(found -> assertThat(found.vendor()).isEqualTo(SquaredTarget.VENDOR));
    }

    @Test
    void itsVariablesAreThoseOfTheClientsFromTheEnvironment() {
        assertThat(module.clientKeys())
                .flatExtracting(key -> key.variable().stream().toList())
                .containsExactly("SQUARED_API_KEY", "SQUARED_API_URL", "SQUARED_WORKSPACE_ID");
    }

    @Test
    void theKeysOfTargetsAreListed() {
        assertThat(module.targetKeys())
                .extracting(SettingKey::name)
                .containsExactly("source", "destination", "settings");
    }

    @Test
    void aClientMadeOfTextsAsksTheWorkspace() {
        CheckTarget target = module.target(Settings.of(
                Map.of("source", "Postgresql", "settings", sandbox.squared().connection(Behavior.passes()))));

        try (ConnectionChecker checker = ConnectionChecker.of(module.client(Settings.of(client())))) {
            assertThat(checker.check(target).passed()).isTrue();
        }
        assertThat(sandbox.squared().requests()).hasSize(1);
    }

    private Map<String, String> client() {
        return Map.of(
                "api-key", sandbox.squared().apiKey(),
                "base-url", sandbox.squared().baseUrl(),
                "workspace-id", Long.toString(sandbox.squared().workspaceId()));
    }

    @Test
    void bothKindsAreMade() {
        Map<String, Object> settings = Map.of("host", "db", "port", 5432);

        assertThat(module.target(Settings.of(Map.of("source", "Postgresql", "settings", settings))))
                .isEqualTo(SquaredTarget.source("Postgresql", settings));
        assertThat(module.target(Settings.of(Map.of("destination", "Klaviyo", "settings", settings))))
                .isEqualTo(SquaredTarget.destination("Klaviyo", settings));
    }

    @ParameterizedTest
    @MethodSource
    void aClientNeedsAWorkspace(Map<String, Object> values, String why) {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> module.client(Settings.of(values)))
                .withMessageContaining(why)
                .satisfies(e -> assertThat(e.key()).isEqualTo("workspace-id"));
    }

    static Stream<Arguments> aClientNeedsAWorkspace() {
        return Stream.of(
                Arguments.of(Map.of("api-key", "k"), "workspace-id is missing"),
                Arguments.of(Map.of("api-key", "k", "workspace-id", "seven"), "must be a whole number"),
                Arguments.of(Map.of("api-key", "k", "workspace-id", 0), "must be 1 or more"));
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
                Arguments.of(Map.of("settings", Map.of("host", "db")), "source", "Give either source or destination"),
                Arguments.of(
                        Map.of("source", "A", "destination", "B", "settings", Map.of()),
                        "destination",
                        "Give either source or destination"),
                Arguments.of(Map.of("source", "A"), "settings", "settings is missing"),
                Arguments.of(Map.of("source", "A", "settings", "host=db"), "settings", "must be a map"),
                Arguments.of(Map.of("source", Map.of(), "settings", Map.of()), "source", "must be a text"));
    }
}
