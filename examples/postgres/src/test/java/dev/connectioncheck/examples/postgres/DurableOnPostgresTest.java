package dev.connectioncheck.examples.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Fault;
import dev.connectioncheck.sandbox.Phase;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** Kills workers of the example, on a real PostgreSQL, with the sandbox as vendor. */
class DurableOnPostgresTest {
    /** How many steps a worker does at a time. */
    private static final int THREADS = 5;

    private static final Behavior PASSES = Behavior.passes().after(Duration.ofSeconds(1));

    @AutoClose
    private static PostgresServer server;

    @AutoClose
    private static Tables tables;

    @AutoClose
    private final Vendor vendor = new Vendor();

    private final List<WorkerProcess> workers = new ArrayList<>();
    private final long begun = System.nanoTime();

    @BeforeAll
    static void startPostgres() throws Exception {
        try {
            server = PostgresServer.start();
        } catch (TestAbortedException e) {
            System.out.println("durable: postgres skipped: " + e.getMessage());
            throw e;
        }
        tables = new Tables(server.jdbcUrl());
        tables.create();
    }

    @BeforeEach
    void emptyTables() throws Exception {
        tables.empty();
    }

    @AfterEach
    void killWorkers() throws Exception {
        for (WorkerProcess worker : workers) {
            worker.kill();
        }
    }

    @Test
    void everyCheckHasItsVerdictThoughAWorkerIsKilledWhileItPolls() throws Exception {
        CountDownLatch polling = new CountDownLatch(2 * THREADS);
        CountDownLatch killed = new CountDownLatch(1);
        request(40, PASSES.at(Phase.POLL, holding(polling, killed)));

        WorkerProcess first = startWorker();
        startWorker();
        polling.await();
        int cut = tables.stepsOf(first.name());
        first.kill();
        killed.countDown();
        tables.awaitTheEndOfAll();

        assertThat(cut).isEqualTo(THREADS);
        assertThat(tables.states()).isEqualTo(Map.of("DECIDED", 40));
        assertThat(tables.number("select count(*) from connection_check where verdict = 'PASSED'"))
                .isEqualTo(40);
        assertThat(vendor.starts())
                .hasSize(40)
                .allSatisfy((source, times) -> assertThat(times).as(source).isOne());
        report("kill -9 in mid-poll: 40 of 40 verdicts, 40 starts, none twice, %d polls cut off".formatted(cut));
    }

    @Test
    void noCheckIsStartedTwiceThoughAWorkerIsKilledWhileTheVendorHasAcceptedAndNotAnswered() throws Exception {
        vendor.acceptInSilence(THREADS);
        request(20, PASSES);

        WorkerProcess first = startWorker();
        Tables.await(() -> vendor.starts().size() == THREADS);
        startWorker();
        Tables.await(() -> tables.states().equals(Map.of("DECIDED", 15, "STARTING", THREADS)));
        first.kill();
        tables.awaitTheEndOfAll();

        assertThat(vendor.starts())
                .hasSize(20)
                .allSatisfy((source, times) -> assertThat(times).as(source).isOne());
        assertThat(tables.states()).isEqualTo(Map.of("DECIDED", 15, "START_UNKNOWN", THREADS));
        assertThat(tables.number("select count(*) from connection_check"
                        + " where state = 'START_UNKNOWN' and message like 'The worker was lost%'"))
                .isEqualTo(THREADS);
        report("kill -9 in mid-start: 15 verdicts and 5 START_UNKNOWN of 20, 20 starts, none twice");
    }

    @Test
    void onlyWhatTheVendorSurelyDidNotTakeIsSentAgain() throws Exception {
        String refused = vendor.polled(
                Behavior.passes().at(Phase.START, Fault.status(429).retryAfter("1"), 3));
        String broken = vendor.polled(
                Behavior.passes().at(Phase.START, Fault.status(500).afterProcessing(), 1));
        try (ConnectionChecker checker = vendor.checker();
                DurableOnPostgres checks = durable(checker)) {
            checks.request("refused", refused);
            checks.request("broken", broken);
            checks.request("absent", "1");
            checks.request("inline", vendor.inline(Behavior.fails("no route to host")));
            checks.start();
            tables.awaitTheEndOfAll();
        }

        assertThat(tables.outcome("refused")).startsWith("DECIDED PASSED");
        assertThat(vendor.starts()).containsEntry(refused, 4L);
        assertThat(tables.outcome("broken")).startsWith("START_UNKNOWN").contains("500");
        assertThat(vendor.starts()).containsEntry(broken, 1L);
        assertThat(tables.outcome("absent")).startsWith("ERROR").contains("404");
        assertThat(tables.outcome("inline")).isEqualTo("DECIDED FAILED no route to host");
    }

    @Test
    void aPollThatCannotSucceedEndsTheCheckAndKeepsItsToken() throws Exception {
        try (ConnectionChecker checker = vendor.checker();
                DurableOnPostgres checks = durable(checker)) {
            checks.request("gone", vendor.polled(Behavior.neverEnds().at(Phase.POLL, Fault.status(404))));
            checks.start();
            tables.awaitTheEndOfAll();
        }

        assertThat(tables.outcome("gone")).startsWith("ERROR").contains("404");
        assertThat(tables.number("select count(token) from connection_check")).isOne();
    }

    @Test
    void theSameIdIsTheSameCheck() throws Exception {
        String source = vendor.polled(Behavior.passes());
        try (ConnectionChecker checker = vendor.checker();
                DurableOnPostgres checks = durable(checker)) {
            checks.request("tonight", source);
            checks.request("tonight", source);
            checks.start();
            tables.awaitTheEndOfAll();
            checks.request("tonight", source);
            tables.awaitTheEndOfAll();
        }

        assertThat(tables.states()).isEqualTo(Map.of("DECIDED", 1));
        assertThat(vendor.starts()).isEqualTo(Map.of(source, 1L));
    }

    /** Asks for checks of as many new data sources, from a process that does not work on them. */
    private void request(int number, Behavior behavior) {
        try (ConnectionChecker checker = vendor.checker();
                DurableOnPostgres checks = durable(checker)) {
            for (int i = 0; i < number; i++) {
                checks.request("check " + i, vendor.polled(behavior));
            }
        }
    }

    /** Lets every poll wait at the vendor for a worker's death. */
    private static IntFunction<Optional<Fault>> holding(CountDownLatch arrived, CountDownLatch released) {
        return number -> {
            arrived.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Optional.empty();
        };
    }

    private WorkerProcess startWorker() throws IOException {
        WorkerProcess worker = WorkerProcess.start(server.jdbcUrl(), vendor);
        workers.add(worker);
        return worker;
    }

    private static DurableOnPostgres durable(ConnectionChecker checker) {
        return new DurableOnPostgres(tables.database(), checker, Vendor::target, Duration.ofSeconds(1));
    }

    private void report(String figures) {
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.println(String.format(Locale.ROOT, "durable: postgres, %s, %.1f s", figures, seconds));
    }
}
