package com.example.plain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.AuthenticationException;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckReport;
import dev.connectioncheck.CheckStatus;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.CheckTimeoutException;
import dev.connectioncheck.Connection;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.Inventory;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.artie.ArtieClient;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.datafold.DatafoldTarget;
import dev.connectioncheck.sandbox.ArtieRow;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.DatafoldAnswer;
import dev.connectioncheck.sandbox.DatafoldRow;
import dev.connectioncheck.sandbox.Sandbox;
import dev.connectioncheck.sandbox.SquaredRow;
import dev.connectioncheck.sandbox.UnstructuredRow;
import dev.connectioncheck.squared.SquaredClient;
import dev.connectioncheck.unstructured.UnstructuredClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Everything that the account has does what the design says of it. */
@Timeout(60)
class GrownInventoryTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Behavior AT_ONCE = Behavior.passes().after(Duration.ZERO);

    private static final DatafoldAnswer PASSED = tested("OK", "success", "fine");

    private final Sandbox sandbox = Sandbox.start();
    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> new Thread(task, "the user's own"));
    private final SquaredClient squared = SquaredClient.builder()
            .apiKey(sandbox.squared().apiKey())
            .workspaceId(sandbox.squared().workspaceId())
            .baseUrl(sandbox.squared().baseUrl())
            .build();
    private final UnstructuredClient unstructured = UnstructuredClient.builder()
            .apiKey(sandbox.unstructured().apiKey())
            .baseUrl(sandbox.unstructured().baseUrl())
            .build();
    private final DatafoldClient datafold = datafold(sandbox.datafold().apiKey());
    private final ArtieClient artie = ArtieClient.builder()
            .apiKey(sandbox.artie().apiKey())
            .baseUrl(sandbox.artie().baseUrl())
            .build();
    private final ConnectionChecker checker = ConnectionChecker.builder()
            .client(squared)
            .client(unstructured)
            .client(datafold)
            .client(artie)
            .concurrencyPerVendor(1)
            .executor(executor)
            .build();

    private DatafoldClient datafold(String key) {
        return DatafoldClient.builder()
                .apiKey(key)
                .baseUrl(sandbox.datafold().baseUrl())
                .build();
    }

    private static DatafoldAnswer tested(String code, String outcome, String message) {
        return DatafoldAnswer.job("done").step("connection", "done", code, outcome, message);
    }

    @AfterEach
    void stop() {
        checker.close();
        executor.shutdownNow();
        sandbox.close();
    }

    @Test
    void anInventoryHasTheRowsOfAllAccountsBothWays() {
        sandbox.squared().add(SquaredRow.source("Postgresql").named("orders"));
        sandbox.unstructured().add(UnstructuredRow.destination("s3").named("contracts"));
        sandbox.datafold().add(DatafoldRow.of("pg").named("warehouse"));
        sandbox.artie().add(ArtieRow.source("mysql").named("shop"));

        Inventory inventory = GrownInventory.now(checker);

        assertThat(inventory.errors()).isEmpty();
        assertThat(inventory.connections())
                .extracting(row -> row.vendor() + " " + row.kind() + " " + row.name() + " " + row.type())
                .containsExactly(
                        "squared source orders Postgresql",
                        "unstructured destination contracts s3",
                        "datafold data source warehouse pg",
                        "artie source shop mysql");
        assertThat(GrownInventory.later(checker)).isEqualTo(inventory);
        assertThat(GrownInventory.lists(squared, unstructured, datafold, artie)).isEqualTo(3);
    }

    @Test
    void aRowSaysWhoItIsWhatWasRecordedAndHowItIsChecked() {
        Instant tested = Instant.parse("2026-01-02T03:04:05Z");
        long failed = sandbox.datafold()
                .add(DatafoldRow.of("pg").named("warehouse").lastTested(tested, tested("ERROR", "failed", "no route")));
        long paused = sandbox.datafold().add(DatafoldRow.of("pg").named("archive").paused());

        List<Connection> rows = GrownInventory.now(checker).connections();

        assertThat(GrownInventory.told(rows.get(0)))
                .startsWith("datafold data source " + failed + " warehouse pg, FAILED at " + tested)
                .contains("no route")
                .endsWith(", checked as warehouse (datafold data source " + failed + ")");
        assertThat(GrownInventory.told(rows.get(1)))
                .startsWith("datafold data source " + paused + " archive pg, This data source is paused");
    }

    @Test
    void anAccountThatCanNotBeListedHidesNoOtherAndIsNamed() {
        sandbox.datafold().add(DatafoldRow.of("pg").named("warehouse"));
        try (ConnectionChecker two = ConnectionChecker.builder()
                .client("eu", datafold)
                .client("us", datafold("wrong"))
                .build()) {
            Inventory inventory = GrownInventory.now(two);

            assertThat(inventory.connections()).extracting(Connection::name).containsExactly("warehouse");
            assertThat(GrownInventory.told(inventory.connections().get(0))).contains("pg at eu,");
            assertThat(inventory.errors()).singleElement().satisfies(error -> {
                assertThat(error).isInstanceOf(AuthenticationException.class);
                assertThat(error.account()).contains("us");
            });
            assertThat(two.checkAll(inventory).allPassed()).isFalse();
        }
    }

    @Test
    void whatTheVendorCheckedALittleWhileAgoIsNotCheckedAgain() {
        DatafoldRow fine = DatafoldRow.of("pg").behaving(AT_ONCE);
        sandbox.datafold().add(fine.named("fresh").lastTested(Instant.now().minusSeconds(60), PASSED));
        sandbox.datafold().add(fine.named("stale").lastTested(Instant.now().minusSeconds(7_200), PASSED));
        sandbox.datafold().add(fine.named("never tested"));

        CheckReport report = GrownInventory.check(checker, GrownInventory.now(checker), HOUR, HOUR);

        assertThat(report.outcomes())
                .extracting(outcome -> outcome.target().name().orElse("") + " " + outcome.status())
                .containsExactly("fresh SKIPPED", "stale PASSED", "never tested PASSED");
    }

    @Test
    void theWholeEndsInTimeAndEveryRowHasAnOutcome() {
        DatafoldRow endless = DatafoldRow.of("pg").behaving(Behavior.neverEnds());
        sandbox.datafold().add(endless);
        sandbox.datafold().add(endless);

        CheckReport report =
                GrownInventory.check(checker, GrownInventory.now(checker), Duration.ofSeconds(1), HOUR);

        assertThat(report.outcomes()).hasSize(2).allSatisfy(outcome -> assertThat(outcome.status())
                .isIn(CheckStatus.ERROR, CheckStatus.SKIPPED));
        assertThat(report.outcomes().get(0).error()).get().isInstanceOf(CheckTimeoutException.class);
    }

    @Test
    void eachOutcomeComesOnceAndOnTheCallersThread() {
        List<String> threads = new ArrayList<>();
        List<CheckTarget> checked = new ArrayList<>();
        List<CheckTarget> targets = targets(30);

        GrownInventory.each(checker, targets, outcome -> {
            threads.add(Thread.currentThread().getName());
            checked.add(outcome.target());
        });

        assertThat(checked).containsExactlyInAnyOrderElementsOf(targets);
        assertThat(threads).containsOnly(Thread.currentThread().getName());
    }

    @Test
    void asynchronouslyEachOutcomeComesOnTheExecutor() {
        List<String> threads = new CopyOnWriteArrayList<>();
        List<CheckTarget> checked = new CopyOnWriteArrayList<>();
        List<CheckTarget> targets = targets(30);

        GrownInventory.eachLater(checker, targets, outcome -> {
                    threads.add(Thread.currentThread().getName());
                    checked.add(outcome.target());
                })
                .join();

        assertThat(checked).containsExactlyInAnyOrderElementsOf(targets);
        assertThat(threads).containsOnly("the user's own");
    }

    private List<CheckTarget> targets(int number) {
        return LongStream.range(0, number)
                .<CheckTarget>mapToObj(each -> DatafoldTarget.dataSource(sandbox.datafold().dataSource(AT_ONCE)))
                .toList();
    }

    @Test
    void aSavedConnectorOfSquaredIsCheckedWithItsSettingsOrWithAQuery() {
        Map<String, Object> settings = sandbox.squared().sourceSettings("Postgresql", Behavior.fails("no route"));
        sandbox.squared().add(SquaredRow.source("Postgresql").named("orders").behaving(Behavior.passes()));
        Connection row = GrownInventory.now(checker).connections().get(0);

        assertThat(GrownInventory.told(row)).contains("SquaredTarget.of(row, settings)", "SquaredTarget.saved(id)");
        CheckReport report = checker.checkAll(GrownInventory.bothWays(row, settings));

        assertThat(report.outcomes())
                .extracting(outcome -> outcome.target() + " " + outcome.result().orElseThrow().verdict())
                .containsExactly(
                        "orders (squared source Postgresql) " + Verdict.FAILED,
                        "squared source " + row.id() + " " + Verdict.PASSED);
    }

    @Test
    void aConnectorIsReadAndDeleted() {
        long id = sandbox.squared().add(SquaredRow.source("Postgresql").named("orders"));

        assertThat(GrownInventory.getAndDelete(squared, Long.toString(id))).isEqualTo("orders");
        assertThat(GrownInventory.now(checker).connections()).isEmpty();
    }
}
