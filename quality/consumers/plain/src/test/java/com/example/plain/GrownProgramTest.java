package com.example.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.connectioncheck.CheckCancelledException;
import dev.connectioncheck.CheckListener;
import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckReport;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckStatus;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.PollOutcome;
import dev.connectioncheck.RunningCheck;
import dev.connectioncheck.TargetNotFoundException;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.datafold.DatafoldTarget;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Fault;
import dev.connectioncheck.sandbox.Phase;
import dev.connectioncheck.sandbox.Sandbox;
import dev.connectioncheck.sandbox.SandboxRequest;
import dev.connectioncheck.squared.SquaredClient;
import dev.connectioncheck.squared.SquaredTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the first program grows into does what the design says of it. */
@Timeout(60)
class GrownProgramTest {
    private static final long NOBODYS = 4_711;

    private final Sandbox eu = Sandbox.start();
    private final Sandbox us = Sandbox.start();
    private final Heard metrics = new Heard();
    private final Heard log = new Heard();
    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> new Thread(task, "the user's own"));
    private ConnectionChecker checker;

    @BeforeEach
    void start() {
        SquaredClient squared = SquaredClient.builder()
                .apiKey(eu.squared().apiKey())
                .workspaceId(eu.squared().workspaceId())
                .baseUrl(eu.squared().baseUrl())
                .build();
        checker = GrownProgram.checker(squared, datafold(eu), datafold(us), metrics, log, executor);
    }

    private static DatafoldClient datafold(Sandbox sandbox) {
        return DatafoldClient.builder()
                .apiKey(sandbox.datafold().apiKey())
                .baseUrl(sandbox.datafold().baseUrl())
                .build();
    }

    @AfterEach
    void stop() {
        checker.close();
        executor.shutdownNow();
        eu.close();
        us.close();
    }

    @Test
    void targetsSayWhoTheyAre() {
        List<CheckTarget> targets = GrownProgram.targets(Map.of("host", "db.example.com"));
        CheckTarget orders = targets.get(0);
        CheckTarget there = targets.get(1);

        assertThat(List.of(orders.vendor(), orders.kind())).containsExactly("squared", "source");
        assertThat(orders.id()).isEmpty();
        assertThat(orders.name()).contains("orders db");
        assertThat(orders.account()).isEmpty();
        assertThat(orders).hasToString("orders db (squared source Postgresql)");
        assertThat(List.of(there.vendor(), there.kind())).containsExactly("datafold", "data source");
        assertThat(there.id()).contains("42");
        assertThat(there.account()).contains("eu");
        assertThat(there)
                .isEqualTo(DatafoldTarget.dataSource(42).at("eu"))
                .isNotEqualTo(DatafoldTarget.dataSource(42));
    }

    @ParameterizedTest
    @EnumSource
    void eachTargetIsAskedAtItsAccount(Way way) {
        CheckReport report = way.checkAll(
                checker,
                List.of(
                        target(eu, Behavior.passes()).at("eu"),
                        target(us, Behavior.fails("no route")).at("us")));

        assertThat(report.outcomes()).extracting(CheckOutcome::status).containsExactly(CheckStatus.PASSED, CheckStatus.FAILED);
        assertThat(List.of(starts(eu), starts(us))).containsExactly(1L, 1L);
    }

    @ParameterizedTest
    @EnumSource
    void aTargetThatCouldGoToTwoAccountsIsRefusedBeforeAnythingIsSent(Way way) {
        CheckTarget homeless = target(eu, Behavior.passes());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> way.check(checker, homeless))
                .withMessageContainingAll("eu", "us");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> way.check(checker, homeless.at("asia")))
                .withMessageContainingAll("asia", "eu", "us");
        assertThat(List.of(starts(eu), starts(us))).containsExactly(0L, 0L);
    }

    @ParameterizedTest
    @EnumSource
    void aTokenCarriesItsAccount(Way way) {
        String token = checker.start(target(us, Behavior.passes()).at("us")).token().orElseThrow();

        CheckResult result = way.await(checker.resume(token));

        assertThat(result.passed()).isTrue();
        assertThat(result.target().account()).contains("us");
        assertThat(starts(eu)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void resultsSayWhichRequestAndWhen(Way way) {
        Instant before = Instant.now();
        CheckTarget orders = SquaredTarget.source("Postgresql", eu.squared().connection(Behavior.passes()));

        CheckResult result = way.check(checker, orders);

        assertThat(result.requestId()).isPresent();
        assertThat(result.checkedAt()).isBetween(before, Instant.now());
    }

    @ParameterizedTest
    @EnumSource
    void outcomesAndReportsSayHowItStands(Way way) {
        CheckReport report = way.checkAll(
                checker,
                List.of(
                        target(eu, Behavior.passes()).at("eu"),
                        target(eu, Behavior.fails("no route")).at("eu"),
                        DatafoldTarget.dataSource(NOBODYS).at("us")));

        assertThat(report.outcomes())
                .extracting(CheckOutcome::status)
                .containsExactly(CheckStatus.PASSED, CheckStatus.FAILED, CheckStatus.ERROR);
        assertThat(report.outcomes()).allSatisfy(outcome -> assertThat(outcome.skipped()).isEmpty());
        assertThat(report.count(CheckStatus.FAILED)).isEqualTo(1);
        assertThat(report.outcomes().get(2).error()).hasValueSatisfying(error -> {
            assertThat(error).isInstanceOf(TargetNotFoundException.class);
            assertThat(error.account()).contains("us");
        });
        assertThat(GrownProgram.results(report)).isFalse();
        assertThat(GrownProgram.results(way.checkAll(checker, List.of(target(eu, Behavior.passes()).at("eu"))))).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void listenersHaveAMemoryPerCheck(Way way) {
        CheckTarget good = target(eu, Behavior.passes()).at("eu");
        CheckTarget bad = target(us, Behavior.fails("no route")).at("us");
        way.checkAll(checker, List.of(good, bad));

        assertThat(metrics.askedOn()).hasSize(2).containsOnly(Thread.currentThread().getName());
        assertThat(metrics.checks()).extracting(Heard.OneCheck::target).containsExactly(good, bad);
        assertThat(metrics.checks().get(0).lines()).startsWith("start", "status", "poll 1").endsWith("finish PASSED");
        assertThat(metrics.checks().get(1).lines()).startsWith("start", "status", "poll 1").endsWith("finish FAILED");
        assertThat(log.checks()).extracting(Heard.OneCheck::lines)
                .isEqualTo(metrics.checks().stream().map(Heard.OneCheck::lines).toList());
    }

    @Test
    void blockingMethodsCallListenersOnTheCallersThread() {
        checker.check(target(eu, Behavior.passes()).at("eu"));
        checker.checkAll(List.of(target(eu, Behavior.passes()).at("eu")));

        assertThat(metrics.checks()).hasSize(2).allSatisfy(check -> assertThat(check.threads())
                .isNotEmpty()
                .containsOnly(Thread.currentThread().getName()));
    }

    @Test
    void asynchronousOnesCallListenersAndCompleteOnTheExecutor() {
        CompletableFuture<String> completedOn = new CompletableFuture<>();
        CheckListener slowStart = new SlowToHear();
        CompletableFuture<CheckResult> check = checker.checkAsync(
                target(eu, Behavior.passes()).at("eu"),
                CheckOptions.builder().listener(slowStart).build());
        CompletableFuture<?> unused = check.whenComplete(
                (result, error) -> completedOn.complete(Thread.currentThread().getName()));
        ((SlowToHear) slowStart).go();

        assertThat(completedOn.join()).isEqualTo("the user's own");
        assertThat(metrics.checks().get(0).threads()).isNotEmpty().containsOnly("the user's own");
    }

    @ParameterizedTest
    @EnumSource
    void everyRetryIsHeard(Way way) {
        Behavior flaky = Behavior.passes().at(Phase.POLL, Fault.status(503), 1);

        assertThat(way.check(checker, target(eu, flaky).at("eu")).passed()).isTrue();

        assertThat(metrics.checks().get(0).lines())
                .containsOnlyOnce("retry 1 VendorUnavailableException later")
                .endsWith("finish PASSED");
    }

    @Test
    void eachPollAsksOnce() {
        String token = checker.start(target(eu, Behavior.neverEnds()).at("eu")).token().orElseThrow();

        PollOutcome first = GrownProgram.onePoll(checker, token);

        assertThat(first).isInstanceOfSatisfying(PollOutcome.Pending.class, pending -> {
            assertThat(pending.status()).isNotBlank();
            assertThat(pending.pause()).isPositive();
            assertThat(GrownProgram.onePoll(checker, pending.token())).isInstanceOf(PollOutcome.Pending.class);
        });
        assertThat(polls(eu)).isEqualTo(2);
    }

    @Test
    void aPollMayBringTheVerdictAndThenAsksNoMore() {
        RunningCheck running = checker.start(target(eu, Behavior.passes()).at("eu"));

        PollOutcome first = running.poll();
        PollOutcome second = running.poll();

        assertThat(List.of(first, second)).allSatisfy(outcome -> assertThat(outcome)
                .isInstanceOfSatisfying(
                        PollOutcome.Decided.class,
                        decided -> assertThat(decided.result().verdict()).isEqualTo(Verdict.PASSED)));
        assertThat(polls(eu)).isEqualTo(1);
        assertThat(running.await().polls()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aCheckThatIsDecidedInlineNeedsNoPoll(Way way) {
        RunningCheck running =
                checker.start(SquaredTarget.source("Postgresql", eu.squared().connection(Behavior.fails("no route"))));

        assertThat(running.token()).isEmpty();
        assertThat(running.poll()).isInstanceOf(PollOutcome.Decided.class);
        assertThat(way.await(running).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(eu.squared().requests()).hasSize(1);
    }

    @Test
    void cancellingEndsEveryWaitAndLaterOnes() {
        RunningCheck running = checker.start(target(eu, Behavior.neverEnds()).at("eu"));
        CompletableFuture<CheckResult> waiting = running.awaitAsync();

        running.cancel();

        assertThat(waiting).isCancelled();
        assertThatExceptionOfType(CheckCancelledException.class).isThrownBy(running::await);
        assertThatExceptionOfType(CheckCancelledException.class).isThrownBy(running::poll);
        assertThat(running.awaitAsync()).isCompletedExceptionally();
        assertThat(metrics.checks().get(0).lines()).endsWith("finish ERROR");
    }

    private static DatafoldTarget target(Sandbox sandbox, Behavior behavior) {
        return DatafoldTarget.dataSource(sandbox.datafold().dataSource(behavior.after(Duration.ZERO)));
    }

    private static long starts(Sandbox sandbox) {
        return requests(sandbox, "POST");
    }

    private static long polls(Sandbox sandbox) {
        return requests(sandbox, "GET");
    }

    private static long requests(Sandbox sandbox, String method) {
        return sandbox.datafold().requests().stream()
                .map(SandboxRequest::method)
                .filter(method::equals)
                .count();
    }

    /** Holds its check back until a test has looked at the future. */
    private static final class SlowToHear implements CheckListener {
        private final CompletableFuture<Void> looked = new CompletableFuture<>();

        void go() {
            looked.complete(null);
        }

        @Override
        public void onFinish(CheckOutcome outcome) {
            looked.join();
        }
    }
}
