package dev.connectioncheck.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Fault;
import dev.connectioncheck.sandbox.Phase;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Replays recorded histories: a check that began with an earlier release goes on with this one. They are recorded anew
 * with {@code -Ddurable.histories=write}, and that only on purpose: users have the old ones.
 */
@Execution(ExecutionMode.CONCURRENT)
class HistoriesTest {
    private static final Path STORED = Path.of("src", "test", "resources", "histories");
    private static final int SWEPT = 5;

    @Test
    void whatEarlierReleasesBeganGoesOn() throws Exception {
        if (System.getProperty("durable.histories", "").equals("write")) {
            record();
        }
        List<Path> stored = stored();
        try (TestWorkflowEnvironment engine = TestWorkflowEnvironment.newInstance()) {
            Worker worker = engine.newWorker("replays");
            CheckWorker.register(worker);
            for (Path history : stored) {
                WorkflowExecutionHistory recorded = WorkflowExecutionHistory.fromJson(Files.readString(history));
                assertThatCode(() -> WorkflowReplayer.replayWorkflowExecution(recorded, worker))
                        .as(history.toString())
                        .doesNotThrowAnyException();
            }
        }
        assertThat(stored).hasSizeGreaterThanOrEqualTo(9);
        System.out.println("durable: replay: " + stored.size() + " recorded histories went as they had gone");
    }

    private static List<Path> stored() throws IOException {
        try (Stream<Path> files = Files.list(STORED)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static void record() throws IOException {
        Map<String, String> recorded = new TreeMap<>();
        DurableOptions again =
                DurableOptions.builder().lostStart(LostStart.START_AGAIN).build();
        DurableOptions hasty =
                DurableOptions.builder().timeout(Duration.ofSeconds(1)).build();
        Behavior passes = Behavior.passes();
        try (Shop shop = new Shop()) {
            keep(recorded, shop, "polled", shop.datafold(passes.after(Duration.ofSeconds(1))), again);
            keep(recorded, shop, "failed", shop.datafold(Behavior.fails("no such role")), again);
            keep(recorded, shop, "inline", shop.artie(passes), DurableOptions.defaults());
            keep(recorded, shop, "timed-out", shop.datafold(Behavior.neverEnds()), hasty);
            keep(recorded, shop, "put-off", shop.datafold(passes.at(Phase.START, Fault.status(429), 3)), again);
            keep(recorded, shop, "refused", shop.datafold(passes.at(Phase.START, Fault.status(401))), again);
            String unrecorded = shop.datafold(passes);
            shop.failRecords(2);
            keep(recorded, shop, "unrecorded", unrecorded, again);
            sweep(recorded, shop);
            shop.finding(ref -> {
                throw new AssertionError("lost");
            });
            keep(recorded, shop, "lost-start", "datafold lost", DurableOptions.defaults());
        }
        for (Map.Entry<String, String> history : recorded.entrySet()) {
            Files.createDirectories(STORED);
            Files.writeString(STORED.resolve(history.getKey() + ".json"), history.getValue());
        }
    }

    /** Two runs: the second goes on where the first was long enough. */
    private static void sweep(Map<String, String> recorded, Shop shop) {
        List<String> names = IntStream.range(0, SWEPT)
                .mapToObj(n -> shop.datafold(Behavior.passes()))
                .toList();
        shop.sweep(Sweep.of("recorded", "datafold").atOnce(2).perRun(4), names);
        WorkflowExecutionHistory last = shop.engine().getWorkflowClient().fetchHistory(Contract.SWEEP_ID + "recorded");
        String first = last.getEvents()
                .get(0)
                .getWorkflowExecutionStartedEventAttributes()
                .getFirstExecutionRunId();
        recorded.put("sweep-last-run", last.toJson(true));
        recorded.put(
                "sweep-first-run",
                shop.engine()
                        .getWorkflowClient()
                        .fetchHistory(Contract.SWEEP_ID + "recorded", first)
                        .toJson(true));
    }

    private static void keep(
            Map<String, String> recorded, Shop shop, String name, String connection, DurableOptions options) {
        StoredVerdict verdict = shop.check(connection, options);
        recorded.put(
                name,
                shop.engine().getWorkflowClient().fetchHistory(verdict.run()).toJson(true));
    }
}
