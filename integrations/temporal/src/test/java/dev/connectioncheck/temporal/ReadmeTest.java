package dev.connectioncheck.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.datafold.DatafoldTarget;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Sandbox;
import io.temporal.client.WorkflowClient;
import io.temporal.client.schedules.ScheduleSpec;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/** What the documents show. */
class ReadmeTest {
    private final BlockingQueue<StoredVerdict> table = new LinkedBlockingQueue<>();

    @Test
    void aCheckIsMadeByAWorkerAndItsVerdictRecorded() {
        try (Sandbox sandbox = Sandbox.start();
                TestWorkflowEnvironment engine = TestWorkflowEnvironment.newInstance();
                ConnectionChecker checker = ConnectionChecker.of(DatafoldClient.builder()
                        .apiKey(sandbox.datafold().apiKey())
                        .baseUrl(sandbox.datafold().baseUrl())
                        .build())) {
            long source = sandbox.datafold().dataSource(Behavior.passes());
            WorkflowClient temporal = engine.getWorkflowClient();
            try (CheckWorker worker = work(temporal, checker)) {
                StoredVerdict verdict = ask(temporal, "" + source).join();

                assertThat(verdict.passed()).isTrue();
                assertThat(table).containsExactly(verdict);
                assertThat(worker).isNotNull();
            }
        }
    }

    private CheckWorker work(WorkflowClient temporal, ConnectionChecker checker) {
        // tag::worker
        WorkerFactory factory = WorkerFactory.newInstance(temporal);
        CheckWorker worker = CheckWorker.builder(factory, checker)
                .connections(ref -> DatafoldTarget.dataSource(Long.parseLong(ref.id()))) // settings and secrets
                .verdicts(verdict -> table.add(verdict)) // your own table, unique by verdict.run()
                .vendor("datafold", VendorLimit.perSecond(5)) // for all workers together
                .build();
        factory.start();
        // end::worker
        return worker;
    }

    private static CompletableFuture<StoredVerdict> ask(WorkflowClient temporal, String id) {
        // tag::client
        DurableChecks checks = DurableChecks.of(temporal);
        String run = checks.start(ConnectionRef.of("datafold", id), "2026-11-21"); // the same key, the same check
        CompletableFuture<StoredVerdict> verdict = checks.verdict(run);
        // end::client
        return verdict;
    }

    /** Compiled, and tried on a real server alone: the test server knows no schedules. */
    static void schedule(DurableChecks checks) {
        // tag::schedule
        checks.schedule(
                Sweep.of("nightly", "datafold")
                        .atOnce(50)
                        .options(DurableOptions.builder()
                                .timeout(Duration.ofMinutes(10))
                                .lostStart(LostStart.START_AGAIN)
                                .build()),
                ScheduleSpec.newBuilder()
                        .setCronExpressions(List.of("0 2 * * *"))
                        .build());
        // end::schedule
    }
}
