package dev.connectioncheck.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.connectioncheck.client.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealVendorsTest {
    private static final String ID = "11111111-2222-4333-8444-555555555555";

    @TempDir
    private Path folder;

    @Test
    void aKeyWithoutSomethingToCheckIsNotUsed() {
        RealVendors vendors = vendors(Map.of(
                "SQUARED_API_KEY", "k",
                "SQUARED_WORKSPACE_ID", "7",
                "UNSTRUCTURED_API_KEY", "k",
                "DATAFOLD_API_KEY", "k",
                "ARTIE_API_KEY", "k"));

        assertThat(vendors.squared()).isEmpty();
        assertThat(vendors.unstructured()).isEmpty();
        assertThat(vendors.datafold()).isEmpty();
        assertThat(vendors.artie()).isEmpty();
    }

    @Test
    void unstructuredIsAskedAboutWhatIsNamed() {
        RealVendors vendors = vendors(
                Map.of("UNSTRUCTURED_API_KEY", "k", "UNSTRUCTURED_SOURCE_ID", ID, "UNSTRUCTURED_DESTINATION_ID", ID));

        assertThat(vendors.unstructured().orElseThrow().checks())
                .extracting(PlannedCheck::connection)
                .containsExactly("unstructured source " + ID, "unstructured destination " + ID);
    }

    @Test
    void artieIsAskedAboutASavedConnector() {
        RealVendors vendors = vendors(Map.of("ARTIE_API_KEY", "k", "ARTIE_CONNECTOR_UUID", ID));

        assertThat(connection(vendors.artie())).isEqualTo("artie connector " + ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"source", "destination"})
    void squaredIsAskedAboutTheSettingsInAFile(String type) throws IOException {
        RealVendors vendors = squared("{\"host\": \"db.example.com\"}", type);

        assertThat(connection(vendors.squared())).isEqualTo("squared " + type + " Postgresql");
    }

    @Test
    void aFileThatIsNoJsonIsRefusedWithoutShowingIt() throws IOException {
        RealVendors vendors = squared("password: hunter2", "source");

        assertThatIllegalStateException()
                .isThrownBy(vendors::squared)
                .withMessageContaining("SQUARED_CONNECTION_SPEC")
                .withNoCause();
    }

    private RealVendors squared(String spec, String type) throws IOException {
        Path file = Files.writeString(folder.resolve("spec.json"), spec);
        return vendors(Map.of(
                "SQUARED_API_KEY", "k",
                "SQUARED_WORKSPACE_ID", "7",
                "SQUARED_DEFINITION", "Postgresql",
                "SQUARED_CONNECTOR_TYPE", type,
                "SQUARED_CONNECTION_SPEC", file.toString()));
    }

    private static String connection(Optional<VendorPlan> plan) {
        return plan.orElseThrow().checks().get(0).connection();
    }

    private static RealVendors vendors(Map<String, String> environment) {
        return new RealVendors(new Environment(environment::get));
    }
}
