package dev.connectioncheck.datafold;

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

/** Datafold's client and targets, made of texts. */
class DatafoldModuleTest {
    @RegisterExtension
    final SandboxExtension sandbox = new SandboxExtension();

    private final VendorModule module = new DatafoldModule();

    @Test
    void itIsFoundAsAService() {
        assertThat(ServiceLoader.load(VendorModule.class))
                .hasExactlyElementsOfTypes(DatafoldModule.class)
                .allSatisfy(found -> assertThat(found.vendor()).isEqualTo(DatafoldTarget.VENDOR));
    }

    @Test
    void itsVariablesAreThoseOfTheClientsFromTheEnvironment() {
        assertThat(module.clientKeys())
                .flatExtracting(key -> key.variable().stream().toList())
                .containsExactly("DATAFOLD_API_KEY", "DATAFOLD_HOST");
    }

    @Test
    void theKeysOfTargetsAreListed() {
        assertThat(module.targetKeys()).extracting(SettingKey::name).containsExactly("data-source");
    }

    @Test
    void aClientMadeOfTextsAsksTheVendor() {
        long source = sandbox.datafold().dataSource(Behavior.passes());
        Settings client = Settings.of(Map.of(
                "api-key", sandbox.datafold().apiKey(),
                "base-url", sandbox.datafold().baseUrl()));

        try (ConnectionChecker checker = ConnectionChecker.of(module.client(client))) {
            CheckTarget target = module.target(Settings.of(Map.of("data-source", source)));
            assertThat(checker.check(target).passed()).isTrue();
        }
    }

    @Test
    void anIdMayBeANumberOrAText() {
        assertThat(module.target(Settings.of(Map.of("data-source", 42)))).isEqualTo(DatafoldTarget.dataSource(42));
        assertThat(module.target(Settings.of(Map.of("data-source", "42")))).isEqualTo(DatafoldTarget.dataSource(42));
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
                Arguments.of(Map.of(), "data-source", "data-source is missing"),
                Arguments.of(Map.of("data-source", "warehouse"), "data-source", "must be a whole number"),
                Arguments.of(Map.of("data-source", 0), "data-source", "must be 1 or more"));
    }
}
