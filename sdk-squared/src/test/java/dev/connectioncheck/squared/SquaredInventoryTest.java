package dev.connectioncheck.squared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.connectioncheck.CheckReport;
import dev.connectioncheck.CheckStatus;
import dev.connectioncheck.Connection;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.Inventory;
import dev.connectioncheck.UnexpectedResponseException;
import dev.connectioncheck.http.Pace;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.SandboxExtension;
import dev.connectioncheck.sandbox.SandboxRequest;
import dev.connectioncheck.sandbox.SquaredRow;
import dev.connectioncheck.sandbox.SquaredSandbox;
import dev.connectioncheck.sandbox.VirtualTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Squared's list tells, odd ends included (Multiwoven v0.124.0 @ 8c78a572, recorded 2026-11-21). */
class SquaredInventoryTest {
    @RegisterExtension
    private final SandboxExtension sandbox = new SandboxExtension();

    private static Inventory inventory(SquaredClient client) {
        try (ConnectionChecker checker = ConnectionChecker.of(client)) {
            return checker.inventory();
        }
    }

    private static String page(String next, int... ids) {
        String rows = IntStream.of(ids)
                .mapToObj(
                        id -> "{\"id\":\"" + id + "\",\"type\":\"connectors\",\"attributes\":{\"name\":\"c" + id
                                + "\",\"connector_type\":\"source\",\"connector_name\":\"Postgresql\",\"configuration\":{\"password\":\"s3cret\"}}}")
                .collect(Collectors.joining(","));
        return "{\"data\":[" + rows + "],\"links\":{\"next\":" + next + "}}";
    }

    private static final String NEXT = "\"http://elsewhere.example.com/api/v1/connectors?page=2\"";

    @Test
    void aLockedUserIsToldToSignInAndLook() {
        sandbox.squared().lockUser();

        Inventory inventory = inventory(SquaredClient.builder()
                .apiKey(sandbox.squared().apiKey())
                .workspaceId(sandbox.squared().workspaceId())
                .baseUrl(sandbox.squared().baseUrl())
                .timeSource(new VirtualTime())
                .build());

        assertThat(inventory.errors())
                .singleElement()
                .satisfies(error ->
                        assertThat(error.getMessage()).contains("answered 500", "try again later", "locked or not"));
    }

    @Test
    void theRecordedListIsReadWithoutItsSettings() {
        Recorded recorded = Recorded.answering(200, Recorded.body("list-destinations"));

        Inventory inventory = inventory(recorded.client());

        assertThat(recorded.requests()).containsExactly("GET /api/v1/connectors?page=1&per_page=100");
        assertThat(inventory.errors()).isEmpty();
        assertThat(inventory.connections())
                .extracting(Connection::vendor, Connection::kind, Connection::id, Connection::name, Connection::type)
                .containsExactly(
                        tuple("squared", "destination", "6", "hook", "Http"),
                        tuple("squared", "destination", "5", "klaviyo", "Klaviyo"),
                        tuple("squared", "destination", "4", "warehouse", "Postgresql"));
        assertThat(inventory.toMap().toString()).doesNotContain("s3cret", "*****");
        assertThat(inventory.connections())
                .allSatisfy(row -> assertThat(row.notCheckable().orElseThrow())
                        .contains("SquaredTarget.of(row, settings)", "SquaredTarget.saved(id)"));
    }

    @Test
    void anEmptyWorkspaceIsAnEmptyInventory() {
        assertThat(inventory(
                        Recorded.answering(200, Recorded.body("list-empty")).client()))
                .isEqualTo(Inventory.of(List.of(), List.of()));
    }

    @Test
    void pagesAreCountedNoLinkIsFollowedAndTheFirstIsReadOnceMore() {
        Recorded recorded = Recorded.answering(200, page(NEXT, 5, 4))
                .then(200, page(NEXT, 3, 2))
                .then(200, page("null", 1))
                .then(200, page(NEXT, 6, 5));

        Inventory inventory = inventory(recorded.client());

        assertThat(recorded.requests())
                .containsExactly(
                        "GET /api/v1/connectors?page=1&per_page=100",
                        "GET /api/v1/connectors?page=2&per_page=100",
                        "GET /api/v1/connectors?page=3&per_page=100",
                        "GET /api/v1/connectors?page=1&per_page=100");
        assertThat(inventory.connections()).extracting(Connection::id).containsExactly("5", "4", "3", "2", "1", "6");
    }

    @Test
    void theListEndsOnAnEmptyPageAlthoughThatHasANext() {
        Recorded recorded = Recorded.answering(200, page(NEXT, 1))
                .then(200, Recorded.body("list-past-the-end"))
                .then(200, page(NEXT, 1));

        assertThat(inventory(recorded.client()).connections()).hasSize(1);
        assertThat(recorded.requests()).hasSize(3);
    }

    @Test
    void theListEndsOnAPageThatBringsNoNewId() {
        Recorded recorded = Recorded.answering(200, page(NEXT, 2, 1))
                .then(200, page(NEXT, 1, 2))
                .then(200, page(NEXT, 2, 1));

        assertThat(inventory(recorded.client()).connections())
                .extracting(Connection::id)
                .containsExactly("2", "1");
        assertThat(recorded.requests()).hasSize(3);
    }

    @Test
    void rowsThatMoveBetweenTwoPagesAreThereOnce() {
        Recorded recorded = Recorded.answering(200, page(NEXT, 3, 2))
                .then(200, page("null", 2, 1))
                .then(200, page(NEXT, 3, 2));

        assertThat(inventory(recorded.client()).connections())
                .extracting(Connection::id)
                .containsExactly("3", "2", "1");
    }

    @Test
    void listingTwiceListsTheSame() {
        SquaredClient client = Recorded.answering(200, page("null", 1))
                .then(200, page("null", 1))
                .client();
        try (ConnectionChecker checker = ConnectionChecker.of(client)) {
            assertThat(checker.inventory()).isEqualTo(checker.inventory());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "null", "", "{\"data\":{}}", "{\"data\":[{\"id\":\"1\"}]}", "<html>"})
    void aListOfAnUnknownShapeIsAnErrorAndNoEmptyAccount(String body) {
        Inventory inventory = inventory(Recorded.answering(200, body).client());

        assertThat(inventory.connections()).isEmpty();
        assertThat(inventory.errors())
                .singleElement()
                .isInstanceOf(UnexpectedResponseException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .contains("squared listConnectors");
    }

    @Test
    void troubleOnALaterPageKeepsWhatWasToldAndSaysSo() {
        Recorded recorded = Recorded.answering(200, page(NEXT, 2, 1)).then(403, "");

        Inventory inventory = inventory(recorded.client());

        assertThat(inventory.connections()).hasSize(2);
        assertThat(inventory.errors())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .endsWith("The list is incomplete: it ends after 2 connections.");
    }

    @Test
    void aLargeWorkspaceOfTheSandboxIsListedWholeByReadsAlone() {
        SquaredSandbox squared = sandbox.squared();
        IntStream.rangeClosed(1, 250)
                .forEach(i -> squared.add(SquaredRow.source("Postgresql").named("source " + i)));

        Inventory inventory = inventory(Clients.of(sandbox));

        assertThat(inventory.errors()).isEmpty();
        assertThat(inventory.connections()).hasSize(250);
        assertThat(squared.requests()).extracting(SandboxRequest::method).containsOnly("GET");
        assertThat(squared.requests()).hasSize(4);
    }

    @Test
    void checkingTheInventorySkipsEveryRowWithTheReason() {
        sandbox.squared().add(SquaredRow.source("Postgresql").named("orders"));
        try (ConnectionChecker checker = ConnectionChecker.of(Clients.of(sandbox))) {
            CheckReport report = checker.checkAll(checker.inventory());

            assertThat(report.count(CheckStatus.SKIPPED)).isEqualTo(1);
            assertThat(report.outcomes().get(0).skipped().orElseThrow()).contains("no way to check a saved connector");
            assertThat(report.allPassed()).isFalse();
        }
    }

    @Test
    void aRowIsCheckedWithSettingsThatAreGivenAnew() {
        SquaredSandbox squared = sandbox.squared();
        squared.add(SquaredRow.source("Postgresql").named("orders"));
        Map<String, Object> settings = squared.sourceSettings("Postgresql", Behavior.fails("no route"));
        try (ConnectionChecker checker =
                ConnectionChecker.builder().client("eu", Clients.of(sandbox)).build()) {
            Connection row = checker.inventory().connections().get(0);

            SquaredTarget target = SquaredTarget.of(row, settings);

            assertThat(target).hasToString("orders (squared source Postgresql at eu)");
            assertThat(checker.check(target).message()).contains("no route");
        }
        Connection foreign =
                Connection.builder("artie", "source", "1").notCheckable("-").build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SquaredTarget.of(foreign, settings))
                .withMessageContaining("no connector of Squared's");
    }

    @Test
    void theDocumentedRateIsHeededUnlessItIsSwitchedOff() {
        assertThat(Clients.of(sandbox).pace()).isEqualTo(Pace.unlimited().withRequestsPerMinute(80));
        assertThat(Clients.builder(sandbox.squared())
                        .pace(Pace.unlimited())
                        .build()
                        .pace())
                .isEqualTo(Pace.unlimited());
    }
}
