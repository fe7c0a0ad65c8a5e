package dev.connectioncheck.unstructured;

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

/** Unstructured's client and targets, made of texts. */
class UnstructuredModuleTest {
    private static final String ID = "5b0a3c2e-7a4e-4c57-9d1c-0f6f3f8f9a11";

    @RegisterExtension
    final SandboxExtension sandbox = new SandboxExtension();

    private final VendorModule module = new UnstructuredModule();

    @Test
    void itIsFoundAsAService() {
        assertThat(ServiceLoader.load(VendorModule.class))
                .hasExactlyElementsOfTypes(UnstructuredModule.class)
                .allSatisfy(found -> assertThat(found.vendor()).isEqualTo(UnstructuredTarget.VENDOR));
    }

    @Test
    void itsVariablesAreThoseOfTheClientsFromTheEnvironment() {
        assertThat(module.clientKeys())
                .flatExtracting(key -> key.variable().stream().toList())
                .containsExactly("UNSTRUCTURED_API_KEY", "UNSTRUCTURED_API_URL");
    }

    @Test
    void theKeysOfTargetsAreListed() {
        assertThat(module.targetKeys()).extracting(SettingKey::name).containsExactly("source", "destination");
    }

    @Test
    void aClientMadeOfTextsAsksTheVendor() {
        String source = sandbox.unstructured().source(Behavior.passes()).toString();
        Settings client = Settings.of(Map.of(
                "api-key", sandbox.unstructured().apiKey(),
                "base-url", sandbox.unstructured().baseUrl()));

        try (ConnectionChecker checker = ConnectionChecker.of(module.client(client))) {
            assertThat(checker.check(module.target(Settings.of(Map.of("source", source))))
                            .passed())
                    .isTrue();
        }
    }

    @Test
    void bothKindsAreMade() {
        CheckTarget source = module.target(Settings.of(Map.of("source", ID)));
        CheckTarget destination = module.target(Settings.of(Map.of("destination", ID)));

        assertThat(source).isEqualTo(UnstructuredTarget.source(ID));
        assertThat(destination).isEqualTo(UnstructuredTarget.destination(ID));
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
                Arguments.of(Map.of(), "source", "Give either source or destination"),
                Arguments.of(
                        Map.of("source", ID, "destination", ID), "destination", "Give either source or destination"),
                Arguments.of(Map.of("source", "orders"), "source", "must be a UUID"),
                Arguments.of(Map.of("destination", 42), "destination", "must be a UUID"));
    }
}
