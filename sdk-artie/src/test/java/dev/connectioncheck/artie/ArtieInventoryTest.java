package dev.connectioncheck.artie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.connectioncheck.CheckReport;
import dev.connectioncheck.Connection;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.Inventory;
import dev.connectioncheck.UnexpectedResponseException;
import dev.connectioncheck.http.Pace;
import dev.connectioncheck.sandbox.ArtieRow;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.SandboxExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Artie's two lists tell (artie-labs/artie-api-spec @ 1e024be). */
class ArtieInventoryTest {
    private static final String A = "aaaaaaaa-1111-4111-8111-111111111111";
    private static final String B = "bbbbbbbb-1111-4111-8111-111111111111";

    @RegisterExtension
    private final SandboxExtension sandbox = new SandboxExtension();

    private static Inventory inventory(ArtieClient client) {
        try (ConnectionChecker checker = ConnectionChecker.of(client)) {
            return checker.inventory();
        }
    }

    private static String row(String uuid, String label, String type, boolean valid) {
        return """
                {"uuid":"%s","label":"%s","type":"%s","companyUUID":"11111111-1111-4111-8111-111111111111",
                 "environmentUUID":"22222222-2222-4222-8222-222222222222","isValid":%s,
                 "createdAt":"2026-08-01T10:00:00Z","updatedAt":"2026-08-02T10:00:00Z"}""".formatted(uuid, label, type, valid);
    }

    private static String items(String... rows) {
        return "{\"items\":[" + String.join(",", rows) + "]}";
    }

    @Test
    void whatTheSecondListHasBesidesTheFirstAreTheSources() {
        String warehouse = row(A, "warehouse", "snowflake", true);
        String shop = row(B, "shop", "postgresql", false);
        Recorded recorded = Recorded.answering(200, items(warehouse)).then(200, items(shop, warehouse));

        Inventory inventory = inventory(recorded.client());

        assertThat(recorded.requests())
                .containsExactly("GET /connectors", "GET /connectors?includeSourceConnectors=true");
        assertThat(inventory.errors()).isEmpty();
        assertThat(inventory.connections())
                .extracting(Connection::kind, Connection::id, Connection::name, Connection::type)
                .containsExactly(
                        tuple("destination", A, "warehouse", "snowflake"), tuple("source", B, "shop", "postgresql"));
        assertThat(inventory.connections())
                .extracting(row -> row.target().orElseThrow())
                .containsExactly(
                        ArtieTarget.saved(A).asDestination(),
                        ArtieTarget.saved(B).asSource());
        assertThat(inventory.connections().get(1).lastVerdict())
                .as("isValid has no date and comes from no ping")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "", "{\"items\":null}", "{\"items\":[null]}", "{\"items\":[{}]}"})
    void aListOfAnUnknownShapeIsAnErrorAndNoEmptyAccount(String body) {
        Inventory inventory = inventory(Recorded.answering(200, body).client());

        assertThat(inventory.connections()).isEmpty();
        assertThat(inventory.errors()).singleElement().isInstanceOf(UnexpectedResponseException.class);
    }

    @Test
    void destinationsAreKeptIfTheSourcesCanNotBeListed() {
        Recorded recorded = Recorded.answering(200, items(row(A, "warehouse", "snowflake", true)))
                .then(403, "");

        Inventory inventory = inventory(recorded.client());

        assertThat(inventory.connections()).hasSize(1);
        assertThat(inventory.errors())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("The list is incomplete");
    }

    @Test
    void everyRowOfTheSandboxIsCheckedInItsRole() {
        sandbox.artie().add(ArtieRow.source("postgresql").named("shop").behaving(Behavior.passes()));
        sandbox.artie().add(ArtieRow.destination("snowflake").named("wh").behaving(Behavior.fails("no role")));
        sandbox.artie().add(ArtieRow.destination("redshift").named("gone").vanishing());
        ArtieClient client = ArtieClient.builder()
                .apiKey(sandbox.artie().apiKey())
                .baseUrl(sandbox.artie().baseUrl())
                .build();
        try (ConnectionChecker checker = ConnectionChecker.of(client)) {
            CheckReport report = checker.checkAll(checker.inventory());

            assertThat(report.outcomes())
                    .extracting(
                            outcome -> outcome.target().name().orElseThrow(),
                            outcome -> outcome.status().name())
                    .containsExactlyInAnyOrder(tuple("shop", "PASSED"), tuple("wh", "FAILED"), tuple("gone", "ERROR"));
        }
    }

    @Test
    void noPaceIsInventedForAVendorThatDocumentsNone() {
        assertThat(Recorded.answering(200, "").client().pace()).isEqualTo(Pace.unlimited());
    }
}
