package dev.connectioncheck.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Reads properties as Spring's users write them. */
class PropertyTreeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"connectioncheck.lamp.api-key", "connectioncheck.lamp.apiKey", "connectioncheck.lamp.api_key"})
    void aKeyMayBeWrittenInEveryRelaxedWay(String property) {
        assertThat(properties(Map.of(property, "k")).tree()).containsEntry("lamp", Map.of("api-key", "k"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECTIONCHECK_LAMP_APIKEY", "CONNECTIONCHECK_LAMP_API_KEY"})
    void aKeyMayComeFromAVariable(String variable) {
        assertThat(variables(Map.of(variable, "k")).tree()).containsEntry("lamp", Map.of("api-key", "k"));
    }

    @Test
    void aVariableGoesBeforeAProperty() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "file",
                        Map.of(
                                "connectioncheck.clients.eu.vendor",
                                "lamp",
                                "connectioncheck.clients.eu.api-key",
                                "old")));
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "test-systemEnvironment", Map.of("CONNECTIONCHECK_CLIENTS_EU_API_KEY", "new")));

        assertThat(clients(read(environment))).containsEntry("eu", Map.of("vendor", "lamp", "api-key", "new"));
    }

    @Test
    void namesAndSettingsAreKeptAsTheyAreWritten() {
        Map<String, Object> tree = properties(Map.of(
                        "connectioncheck.connections[Orders DB].client", "lamp",
                        "connectioncheck.connections[Orders DB].lampId", "1",
                        "connectioncheck.connections[Orders DB].settings.access_key_id", "a",
                        "connectioncheck.connections[Orders DB].settings.projectId", 17,
                        "connectioncheck.connections[Orders DB].settings.hosts[0]", "x",
                        "connectioncheck.connections[Orders DB].settings.hosts[1]", "y",
                        "connectioncheck.connections[Orders DB].tags", "nightly,eu"))
                .tree();

        assertThat(tree.get("connections"))
                .isEqualTo(Map.of(
                        "Orders DB",
                        Map.of(
                                "client",
                                "lamp",
                                "lamp-id",
                                "1",
                                "settings",
                                Map.of("access_key_id", "a", "projectId", 17, "hosts", List.of("x", "y")),
                                "tags",
                                List.of("nightly", "eu"))));
    }

    @Test
    void aKeyThatNobodyKnowsIsKeptForTheMessage() {
        assertThat(properties(Map.of("connectioncheck.lamp.colour", "red")).tree())
                .containsEntry("lamp", Map.of("colour", "red"));
    }

    @Test
    void theBundleOfAClientIsNoneOfItsKeys() {
        PropertyTree tree = properties(Map.of(
                "connectioncheck.lamp.ssl.bundle", "one",
                "connectioncheck.clients.eu.ssl.bundle", "two",
                "connectioncheck.clients.eu.api-key", "k"));

        assertThat(tree.sslBundles()).isEqualTo(Map.of("lamp", "one", "eu", "two"));
        assertThat(tree.tree()).doesNotContainKey("lamp");
        assertThat(clients(tree)).containsEntry("eu", Map.of("api-key", "k"));
    }

    @Test
    void placeholdersAreSprings() {
        assertThat(properties(Map.of("connectioncheck.lamp.api-key", "${MY_KEY}", "MY_KEY", "resolved"))
                        .tree())
                .containsEntry("lamp", Map.of("api-key", "resolved"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> clients(PropertyTree tree) {
        return (Map<String, Object>) tree.tree().getOrDefault("clients", Map.of());
    }

    private static PropertyTree properties(Map<String, Object> properties) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        return read(environment);
    }

    private static PropertyTree variables(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", variables));
        return read(environment);
    }

    private static PropertyTree read(StandardEnvironment environment) {
        ConfigurationPropertySources.attach(environment);
        return PropertyTree.read(environment, VendorModules.in(PropertyTreeTest.class.getClassLoader()));
    }
}
