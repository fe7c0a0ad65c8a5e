package dev.connectioncheck.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.CheckTimeoutException;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.RunningCheck;
import dev.connectioncheck.TargetNotFoundException;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.datafold.DatafoldTarget;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.DatafoldAnswer;
import dev.connectioncheck.sandbox.Fault;
import dev.connectioncheck.sandbox.Phase;
import dev.connectioncheck.sandbox.Sandbox;
import dev.connectioncheck.sandbox.UnstructuredAnswer;
import dev.connectioncheck.sandbox.contract.HurriedTime;
import dev.connectioncheck.unstructured.UnstructuredClient;
import dev.connectioncheck.unstructured.UnstructuredTarget;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a vendor's job may do instead of ending. */
@Timeout(60)
class JobFaultTest {
    private static final Duration DEADLINE = Duration.ofMinutes(5);

    private final HurriedTime time = new HurriedTime();
    private final Sandbox sandbox = Sandbox.builder().time(time).build();
    private final ConnectionChecker checker = ConnectionChecker.builder()
            .client(UnstructuredClient.builder()
                    .apiKey(sandbox.unstructured().apiKey())
                    .baseUrl(sandbox.unstructured().baseUrl())
                    .build())
            .client(DatafoldClient.builder()
                    .apiKey(sandbox.datafold().apiKey())
                    .baseUrl(sandbox.datafold().baseUrl())
                    .build())
            .timeSource(time)
            .defaultOptions(CheckOptions.builder().timeout(DEADLINE).build())
            .build();

    @AfterEach
    void close() {
        checker.close();
        sandbox.close();
    }

    /** Makes a target of one of the two vendors that are polled. */
    @FunctionalInterface
    interface Maker {
        CheckTarget make(Sandbox sandbox, Behavior behavior);
    }

    static Stream<Maker> vendors() {
        return Stream.of(
                (sandbox, behavior) ->
                        DatafoldTarget.dataSource(sandbox.datafold().dataSource(behavior)),
                (sandbox, behavior) ->
                        UnstructuredTarget.destination(sandbox.unstructured().destination(behavior)));
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void aJobThatNeverEndsIsWaitedForUntilTheDeadlineAndCanBeResumed(Maker vendor) {
        CheckTarget target = vendor.make(sandbox, Behavior.neverEnds());
        long began = time.nanoTime();
        assertThatThrownBy(() -> checker.check(target)).isInstanceOfSatisfying(CheckTimeoutException.class, timeout -> {
            assertThat(timeout.token()).isPresent();
            assertThat(timeout.lastStatus()).isPresent();
            assertThat(timeout.polls()).isBetween(5, 60);
        });
        assertThat(Duration.ofNanos(time.nanoTime() - began))
                .isBetween(DEADLINE.minusSeconds(3), DEADLINE.plusSeconds(3));
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void aPollThatFindsNothingAtFirstIsMadeAgain(Maker vendor) {
        CheckTarget target = vendor.make(sandbox, Behavior.passes().at(Phase.POLL, Fault.status(404), 3));
        CheckResult result = checker.check(target);
        assertThat(result.passed()).isTrue();
        assertThat(result.polls()).isEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void aPollThatNeverFindsAnythingEndsSoon(Maker vendor) {
        CheckTarget target = vendor.make(sandbox, Behavior.passes().at(Phase.POLL, Fault.status(404)));
        long began = time.nanoTime();
        assertThatThrownBy(() -> checker.check(target)).isInstanceOf(TargetNotFoundException.class);
        assertThat(Duration.ofNanos(time.nanoTime() - began)).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void aServerThatFailsEveryOtherTimeIsWaitedFor(Maker vendor) {
        CheckTarget target = vendor.make(
                sandbox,
                Behavior.fails("no route").after(Duration.ofSeconds(30)).alternating(Phase.POLL, Fault.status(500)));
        assertThat(checker.check(target).verdict()).isEqualTo(Verdict.FAILED);
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void aConnectionThatTheServerClosedBetweenTwoPollsIsReplacedUnnoticed(Maker vendor) {
        CheckTarget target = vendor.make(
                sandbox, Behavior.passes().after(Duration.ofSeconds(30)).at(Phase.POLL, Fault.closedAfterwards()));
        CheckResult result = checker.check(target);
        assertThat(result.passed()).isTrue();
        assertThat(result.polls()).isGreaterThan(5);
    }

    @Test
    void aJobThatFlipsBetweenStatesEndsByItsVerdict() {
        DatafoldAnswer waiting = DatafoldAnswer.job("waiting");
        DatafoldAnswer processing = DatafoldAnswer.job("processing").step("connection", "processing");
        DatafoldAnswer done = DatafoldAnswer.job("done").step("connection", "done", "ERROR", "failed", "no route");
        CheckTarget target = DatafoldTarget.dataSource(sandbox.datafold()
                .dataSource(Behavior.passes(), processing, waiting, processing, waiting, processing, waiting, done));
        CheckResult result = checker.check(target);
        assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(result.polls()).isEqualTo(7);
    }

    @Test
    void aCheckThatFlipsBetweenStatesEndsByItsVerdict() {
        CheckTarget target = UnstructuredTarget.source(sandbox.unstructured()
                .source(
                        Behavior.passes(),
                        UnstructuredAnswer.ours("IN_PROGRESS"),
                        UnstructuredAnswer.ours("SCHEDULED"),
                        UnstructuredAnswer.ours("IN_PROGRESS"),
                        UnstructuredAnswer.ours("SUCCESS")));
        assertThat(checker.check(target).polls()).isEqualTo(4);
    }

    @Test
    void aTerminalStateThatChangesAfterwardsIsTakenAsItWasFirstSaid() {
        CheckTarget target = UnstructuredTarget.source(sandbox.unstructured()
                .source(
                        Behavior.passes(),
                        UnstructuredAnswer.ours("FAILURE").reason("no route"),
                        UnstructuredAnswer.ours("SUCCESS")));
        RunningCheck running = checker.start(target);
        CheckResult first = running.await();
        assertThat(first.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(running.await()).isSameAs(first);
    }

    @Test
    void unknownStatesAloneAreWaitedForUntilTheDeadline() {
        CheckTarget source = UnstructuredTarget.source(
                sandbox.unstructured().source(Behavior.passes(), UnstructuredAnswer.ours("PONDERING")));
        CheckTarget data = DatafoldTarget.dataSource(
                sandbox.datafold().dataSource(Behavior.passes(), DatafoldAnswer.job("pondering")));
        for (CheckTarget target : new CheckTarget[] {source, data}) {
            assertThatThrownBy(() -> checker.check(target))
                    .isInstanceOfSatisfying(
                            CheckTimeoutException.class,
                            timeout -> assertThat(timeout.lastStatus())
                                    .hasValueSatisfying(
                                            status -> assertThat(status).isEqualToIgnoringCase("pondering")));
        }
    }

    @Test
    void anOlderChecksVerdictIsNotTakenForOurs() {
        CheckTarget target = UnstructuredTarget.source(
                sandbox.unstructured().source(Behavior.passes(), UnstructuredAnswer.older("SUCCESS")));
        assertThatThrownBy(() -> checker.check(target)).isInstanceOf(CheckTimeoutException.class);
    }

    @Test
    void aNewerChecksVerdictIsTakenUnderItsOwnId() {
        CheckTarget target = UnstructuredTarget.source(
                sandbox.unstructured().source(Behavior.passes(), UnstructuredAnswer.newer("SUCCESS")));
        RunningCheck running = checker.start(target);
        CheckResult result = running.await();
        assertThat(result.passed()).isTrue();
        assertThat(result.checkId()).isPresent().isNotEqualTo(running.checkId());
    }

    @Test
    void anAnswerThatBearsTheIdOfAnotherJobIsNoVerdict() {
        Fault another = Fault.rewritten(body -> body.replaceFirst("\"id\":\\d+", "\"id\":1"));
        CheckTarget target = DatafoldTarget.dataSource(
                sandbox.datafold().dataSource(Behavior.passes().at(Phase.POLL, another)));
        assertThat(checker.check(target).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }
}
