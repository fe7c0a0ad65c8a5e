package dev.connectioncheck.unstructured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.connectioncheck.CheckReport;
import dev.connectioncheck.Connection;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.Inventory;
import dev.connectioncheck.UnexpectedResponseException;
import dev.connectioncheck.http.Pace;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.SandboxExtension;
import dev.connectioncheck.sandbox.UnstructuredRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Unstructured's two lists tell, as its official client's contract tests recorded them. */
class UnstructuredInventoryTest {
    @RegisterExtension
    private final SandboxExtension sandbox = new SandboxExtension();

    private static Inventory inventory(UnstructuredClient client) {
        try (ConnectionChecker checker = ConnectionChecker.of(client)) {
            return checker.inventory();
        }
    }

    @Test
    void sourcesComeFirstThenDestinationsEachFromItsListWithTheSlash() {
        Recorded recorded =
                Recorded.answering(200, Recorded.body("list-sources")).then(200, Recorded.body("list-destinations"));

        Inventory inventory = inventory(recorded.client());

        assertThat(recorded.requests()).containsExactly("GET /api/v1/sources/", "GET /api/v1/destinations/");
        assertThat(inventory.errors()).isEmpty();
        assertThat(inventory.connections())
                .extracting(Connection::kind, Connection::name, Connection::type)
                .containsExactly(
                        tuple("source", "test_source_name", "onedrive"),
                        tuple("destination", "test_destination_name", "s3"));
        assertThat(inventory.connections().get(0).target())
                .contains(UnstructuredTarget.source("a15d4161-77a0-4e08-b65e-86f398ce15ad"));
        assertThat(inventory.toMap().toString()).doesNotContain("foo", "*****");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "", "{\"data\":[]}", "[null]", "[{\"id\":\"x\"}]"})
    void aListOfAnUnknownShapeIsAnErrorAndNoEmptyAccount(String body) {
        Inventory inventory = inventory(Recorded.answering(200, body).client());

        assertThat(inventory.connections()).isEmpty();
        assertThat(inventory.errors()).singleElement().isInstanceOf(UnexpectedResponseException.class);
    }

    @Test
    void sourcesAreKeptIfTheDestinationsCanNotBeListed() {
        Inventory inventory = inventory(Recorded.answering(200, Recorded.body("list-sources"))
                .then(403, "")
                .client());

        assertThat(inventory.connections()).hasSize(1);
        assertThat(inventory.errors())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("The list is incomplete");
    }

    @Test
    void everyRowOfTheSandboxIsChecked() {
        sandbox.unstructured().add(UnstructuredRow.source("s3").named("in").behaving(Behavior.passes()));
        sandbox.unstructured()
                .add(UnstructuredRow.destination("pinecone").named("out").behaving(Behavior.fails("no index")));
        UnstructuredClient client = UnstructuredClient.builder()
                .apiKey(sandbox.unstructured().apiKey())
                .baseUrl(sandbox.unstructured().baseUrl())
                .build();
        try (ConnectionChecker checker = ConnectionChecker.of(client)) {
            CheckReport report = checker.checkAll(checker.inventory());

            assertThat(report.outcomes())
                    .extracting(
                            outcome -> outcome.target().name().orElseThrow(),
                            outcome -> outcome.status().name())
                    .containsExactly(tuple("in", "PASSED"), tuple("out", "FAILED"));
        }
    }

    @Test
    void noPaceIsInventedForAVendorThatDocumentsNone() {
        assertThat(Recorded.answering(200, "").client().pace()).isEqualTo(Pace.unlimited());
    }
}
