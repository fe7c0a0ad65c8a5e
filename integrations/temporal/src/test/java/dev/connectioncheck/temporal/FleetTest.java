package dev.connectioncheck.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.Verdict;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.DatafoldAnswer;
import io.temporal.api.enums.v1.EventType;
import io.temporal.common.WorkflowExecutionHistory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What a fleet promises while nobody dies. */
@ExtendWith(Engine.Shared.class)
@Execution(ExecutionMode.CONCURRENT)
class FleetTest {
    private static final int MOST_EVENTS = 20;

    @Test
    void theSameKeyFromTwoClientsIsOneCheck(Engine engine, @TempDir Path folder) {
        try (Fleet fleet = new Fleet(engine, "same-key", folder)) {
            long source = fleet.sandbox.datafold().dataSource(Behavior.passes().after(Duration.ofSeconds(1)));
            ConnectionRef ref = ConnectionRef.of("datafold", "" + source);
            fleet.worker("a");
            CountDownLatch together = new CountDownLatch(2);

            List<CompletableFuture<String>> clients = IntStream.range(0, 2)
                    .mapToObj(client -> CompletableFuture.supplyAsync(() -> {
                        DurableChecks checks = fleet.checks();
                        together.countDown();
                        return checks.start(ref, fleet.key("tonight"));
                    }))
                    .toList();
            Set<String> runs = Set.copyOf(
                    clients.stream().map(CompletableFuture::join).toList().subList(0, 1));
            List<StoredVerdict> verdicts = clients.stream()
                    .map(run -> fleet.checks().verdict(run.join()).join())
                    .toList();
            String afterwards = fleet.checks().start(ref, fleet.key("tonight"));

            assertThat(clients.get(1).join()).isEqualTo(clients.get(0).join()).isEqualTo(afterwards);
            assertThat(verdicts.get(0)).isEqualTo(verdicts.get(1));
            assertThat(verdicts.get(0).passed()).isTrue();
            assertThat(fleet.starts()).containsExactly(Map.entry(source, 1L));
            System.out.println("durable: the same key twice from two clients: " + runs.size() + " run, "
                    + fleet.starts().get(source) + " start");
        }
    }

    @Test
    void aSweepNeverHasMoreThanItsWindowAtTheVendor(Engine engine, @TempDir Path folder) {
        int checks = 500;
        int window = 50;
        Duration each = Duration.ofSeconds(2);
        try (Fleet fleet = new Fleet(engine, "sweep", folder)) {
            List<String> ids = IntStream.range(0, checks)
                    .mapToObj(n -> ""
                            + fleet.sandbox
                                    .datafold()
                                    .dataSource(Behavior.passes().after(each)))
                    .toList();
            String name = fleet.key("nightly");
            fleet.table.saveSweep(name, ids);
            fleet.worker("a");
            fleet.worker("b");

            Instant begun = Instant.now();
            String run = fleet.checks()
                    .sweep(Sweep.of(name, "datafold").atOnce(window).perRun(200));
            SweepSummary summary = fleet.checks().summary(run).join();
            Duration took = Duration.between(begun, Instant.now());

            int peak = fleet.peak(each);
            assertThat(summary.count(Verdict.PASSED)).isEqualTo(checks);
            assertThat(fleet.starts())
                    .hasSize(checks)
                    .allSatisfy((id, starts) -> assertThat(starts).isEqualTo(1));
            assertThat(peak).isLessThanOrEqualTo(window).isGreaterThan(window / 2);
            assertThat(fleet.table.verdicts()).hasSize(checks);
            WorkflowExecutionHistory last = fleet.history(run);
            assertThat(last.getEvents().size()).isLessThan(10_240);
            assertThat(last.getEvents()
                            .get(0)
                            .getWorkflowExecutionStartedEventAttributes()
                            .getContinuedExecutionRunId())
                    .as("it went on as another run")
                    .isNotEmpty();
            System.out.println("durable: a sweep of " + checks + " with window " + window + ": at most " + peak
                    + " at the vendor at once, " + summary.count(Verdict.PASSED) + " passed in " + took.toMillis()
                    + " ms, " + last.getEvents().size() + " events in its last run");
        }
    }

    @Test
    void aChangeOfVerdictIsHeard(Engine engine, @TempDir Path folder) {
        try (Fleet fleet = new Fleet(engine, "change", folder)) {
            ConnectionRef ref = ConnectionRef.of("datafold", "orders");
            fleet.worker("a");
            List<Behavior> behaviors = List.of(
                    Behavior.passes(), Behavior.passes(), Behavior.fails("password expired"), Behavior.passes());

            List<Verdict> verdicts = new ArrayList<>();
            for (int day = 0; day < behaviors.size(); day++) {
                long source = fleet.sandbox.datafold().dataSource(behaviors.get(day));
                fleet.table.save(ref, "" + source, Map.of());
                String run = fleet.checks().start(ref, fleet.key("day-" + day));
                verdicts.add(fleet.checks().verdict(run).join().verdict().orElseThrow());
            }

            assertThat(verdicts).containsExactly(Verdict.PASSED, Verdict.PASSED, Verdict.FAILED, Verdict.PASSED);
            assertThat(fleet.table.changes())
                    .containsExactlyInAnyOrder("datafold/orders PASSED FAILED", "datafold/orders FAILED PASSED");
            System.out.println("durable: change of verdict: "
                    + fleet.table.changes().size() + " of 2 heard in " + verdicts.size() + " checks");
        }
    }

    @Test
    void aHistoryIsNoLongerForMorePolls(Engine engine, @TempDir Path folder) {
        try (Fleet fleet = new Fleet(engine, "events", folder)) {
            fleet.worker("young", Map.of("young", "true"));

            WorkflowExecutionHistory few = polled(fleet, 3);
            WorkflowExecutionHistory many = polled(fleet, 30);

            assertThat(few.getEvents().size()).isLessThanOrEqualTo(MOST_EVENTS);
            assertThat(many.getEvents()).hasSameSizeAs(few.getEvents());
            assertThat(many.getEvents()).noneMatch(event -> event.getEventType() == EventType.EVENT_TYPE_TIMER_STARTED);
            System.out.println("durable: events per check: " + few.getEvents().size() + " at 3 polls (" + bytes(few)
                    + " bytes), " + many.getEvents().size() + " at 30 polls (" + bytes(many) + " bytes)");
        }
    }

    private static int bytes(WorkflowExecutionHistory history) {
        return history.getHistory().getSerializedSize();
    }

    private static WorkflowExecutionHistory polled(Fleet fleet, int polls) {
        List<DatafoldAnswer> answers =
                new ArrayList<>(Collections.nCopies(polls - 1, DatafoldAnswer.job("processing")));
        answers.add(DatafoldAnswer.job("done").step("connection", "done", "OK", "success", "Connected"));
        long source = fleet.sandbox.datafold().dataSource(Behavior.passes(), answers.toArray(DatafoldAnswer[]::new));
        String run = fleet.checks().start(ConnectionRef.of("datafold", "" + source), fleet.key("polls"));

        StoredVerdict verdict = fleet.checks().verdict(run).join();

        assertThat(verdict.passed()).as(verdict.toString()).isTrue();
        assertThat(verdict.polls()).isEqualTo(polls);
        return fleet.history(run);
    }
}
