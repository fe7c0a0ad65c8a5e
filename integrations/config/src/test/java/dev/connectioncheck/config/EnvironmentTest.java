package dev.connectioncheck.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
    private static final Map<String, String> TWO = Map.of("KEY_OF_ACME", "k", "DATAFOLD_API_KEY", "d");

    @Test
    void allClientsOfTheEnvironmentAreMadeOnDemandThoughNoConnectionNeedsThem() {
        assertThat(reader(TWO)
                        .clientsOfTheEnvironment()
                        .parse("x", "clients: {}")
                        .unnamedClients())
                .containsOnlyKeys("acme", "datafold");
    }

    @Test
    void otherwiseOnlyThoseAreMadeThatAConnectionNeeds() {
        assertThat(reader(TWO)
                        .parse("x", "connections: { one: { client: acme, pipe: p } }")
                        .unnamedClients())
                .containsOnlyKeys("acme");
    }

    @Test
    void whatIsNotCompleteIsNoMistakeAndWhatIsWrongIsOne() {
        assertThat(reader(Map.of("SQUARED_API_KEY", "s"))
                        .clientsOfTheEnvironment()
                        .parse("x", "clients: {}")
                        .unnamedClients())
                .isEmpty();
        assertThatThrownBy(() -> reader(Map.of("DATAFOLD_API_KEY", "d", "DATAFOLD_HOST", "nowhere"))
                        .clientsOfTheEnvironment()
                        .parse("x", "clients: {}"))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.mistakes())
                                .extracting(Diagnostic::message)
                                .singleElement()
                                .asString()
                                .contains("DATAFOLD_HOST"));
    }

    private static ConnectionsReader reader(Map<String, String> environment) {
        return ConnectionsFile.reader()
                .environment(environment::get)
                .vendors(List.copyOf(Files.vendors()))
                .warnings(warning -> {});
    }
}
