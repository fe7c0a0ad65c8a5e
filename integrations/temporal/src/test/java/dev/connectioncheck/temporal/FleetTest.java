package dev.connectioncheck.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.Verdict;
import dev.connectioncheck.sandbox.Behavior;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What a fleet of two workers promises while nobody dies. The tests share it, and have connections of their own. */
@ExtendWith(Engine.Shared.class)
@Execution(ExecutionMode.CONCURRENT)
class FleetTest {
    private static Fleet fleet;
    private static Engine server;

    @BeforeAll
    static void start(Engine engine, @TempDir Path folder) {
        server = engine;
        fleet = new Fleet(engine, "fleet", folder);
        fleet.worker("a");
        fleet.worker("b");
    }

    @AfterAll
    static void end() {
        fleet.close();
    }

    @Test
    void theSameKeyFromTwoClientsIsOneCheck() {
        long source = fleet.sandbox.datafold().dataSource(Behavior.passes().after(Duration.ofSeconds(1)));
        ConnectionRef ref = ConnectionRef.of("datafold", "" + source);
        CyclicBarrier together = new CyclicBarrier(2);

        List<String> runs = IntStream.range(0, 2)
                .mapToObj(client -> CompletableFuture.supplyAsync(() -> startWithOthers(ref, together)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        String afterwards = fleet.checks().start(ref, fleet.key("tonight"));
        StoredVerdict verdict = fleet.checks().verdict(runs.get(0)).join();
        String muchLater = fleet.checks().start(ref, fleet.key("tonight"));

        assertThat(runs).containsOnly(afterwards).containsOnly(muchLater);
        assertThat(fleet.checks().verdict(muchLater).join()).isEqualTo(verdict);
        assertThat(verdict.passed()).isTrue();
        assertThat(fleet.starts()).containsEntry(source, 1L);
        System.out.println("durable: the same key twice from two clients: "
                + Set.copyOf(runs).size() + " run, " + fleet.starts().get(source) + " start");
    }

    /** A client with a connection of its own. */
    private static String startWithOthers(ConnectionRef ref, CyclicBarrier together) {
        WorkflowServiceStubs connection = Engine.connect(server.address());
        try {
            connection.healthCheck();
            together.await();
            return fleet.checks(connection).start(ref, fleet.key("tonight"));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            connection.shutdownNow();
        }
    }

    @Test
    void aSweepNeverHasMoreThanItsWindowAtTheVendor() {
        int checks = 500;
        int window = 50;
        Duration each = Duration.ofSeconds(2);
        Set<Long> sources = LongStream.range(0, checks)
                .map(n -> fleet.sandbox.datafold().dataSource(Behavior.passes().after(each)))
                .boxed()
                .collect(Collectors.toSet());
        String name = fleet.key("nightly");
        List<String> ids = sources.stream().map(String::valueOf).toList();
        fleet.table.saveSweep(name, ids);

        Instant begun = Instant.now();
        String run =
                fleet.checks().sweep(Sweep.of(name, "datafold").atOnce(window).perRun(200));
        SweepSummary summary = fleet.checks().summary(run).join();
        Duration took = Duration.between(begun, Instant.now());

        int peak = fleet.peak(each, sources);
        assertThat(summary.count(Verdict.PASSED)).isEqualTo(checks);
        assertThat(fleet.starts())
                .containsAllEntriesOf(sources.stream().collect(Collectors.toMap(source -> source, source -> 1L)));
        assertThat(peak).isLessThanOrEqualTo(window).isGreaterThan(window / 2);
        assertThat(fleet.table.verdicts())
                .extracting(verdict -> verdict.ref().id())
                .containsAll(ids);
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
                + " ms, " + last.getEvents().size() + " events in the last of its runs");
    }

    @Test
    void aChangeOfVerdictIsHeard() {
        ConnectionRef ref = ConnectionRef.of("datafold", "orders");
        List<Behavior> behaviors =
                List.of(Behavior.passes(), Behavior.passes(), Behavior.fails("password expired"), Behavior.passes());

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
