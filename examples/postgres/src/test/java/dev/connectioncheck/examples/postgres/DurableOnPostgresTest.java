package dev.connectioncheck.examples.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.artie.ArtieClient;
import dev.connectioncheck.artie.ArtieTarget;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.datafold.DatafoldTarget;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Fault;
import dev.connectioncheck.sandbox.Phase;
import dev.connectioncheck.sandbox.Sandbox;
import dev.connectioncheck.sandbox.SandboxRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
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

    private static final Behavior PASSES = Behavior.passes().after(Duration.ofSeconds(2));

    @AutoClose
    private static PostgresServer server;

    @AutoClose
    private static Tables tables;

    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

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
        assertThat(starts())
                .hasSize(40)
                .allSatisfy((source, times) -> assertThat(times).as(source).isOne());
        report("kill -9 in mid-poll: 40 of 40 verdicts, 40 starts, none twice, %d polls cut off".formatted(cut));
    }

    @Test
    void noCheckIsStartedTwiceThoughAWorkerIsKilledWhileTheVendorHasAcceptedAndNotAnswered() throws Exception {
        sandbox.datafold().at(Phase.START, Fault.silentBeforeHeaders().afterProcessing(), THREADS);
        request(20, PASSES);

        WorkerProcess first = startWorker();
        Tables.await(() -> starts().size() == THREADS);
        startWorker();
        first.kill();
        tables.awaitTheEndOfAll();

        assertThat(starts())
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
        String refused =
                dataSource(Behavior.passes().at(Phase.START, Fault.status(429).retryAfter("1"), 4));
        String broken =
                dataSource(Behavior.passes().at(Phase.START, Fault.status(500).afterProcessing(), 1));
        try (ConnectionChecker checker = checker();
                DurableOnPostgres checks = durable(checker, this::target)) {
            checks.request("refused", refused);
            checks.request("broken", broken);
            checks.request("absent", "1");
            checks.request(
                    "inline",
                    sandbox.artie().saved(Behavior.fails("no route to host")).toString());
            checks.start();
            tables.awaitTheEndOfAll();
        }

        assertThat(tables.outcome("refused")).isEqualTo("DECIDED PASSED");
        assertThat(starts()).containsEntry(path(refused), 5L);
        assertThat(tables.outcome("broken")).startsWith("START_UNKNOWN").contains("500");
        assertThat(starts()).containsEntry(path(broken), 1L);
        assertThat(tables.outcome("absent")).startsWith("ERROR").contains("404");
        assertThat(tables.outcome("inline")).isEqualTo("DECIDED FAILED no route to host");
    }

    @Test
    void theSameIdIsTheSameCheck() throws Exception {
        String source = dataSource(Behavior.passes());
        try (ConnectionChecker checker = checker();
                DurableOnPostgres checks = durable(checker, this::target)) {
            checks.request("tonight", source);
            checks.request("tonight", source);
            checks.start();
            tables.awaitTheEndOfAll();
            checks.request("tonight", source);
            tables.awaitTheEndOfAll();
        }

        assertThat(tables.states()).isEqualTo(Map.of("DECIDED", 1));
        assertThat(starts()).isEqualTo(Map.of(path(source), 1L));
    }

    /** Asks for checks of as many new data sources, from a process that does not work on them. */
    private void request(int number, Behavior behavior) {
        try (ConnectionChecker checker = checker();
                DurableOnPostgres checks = durable(checker, this::target)) {
            for (int i = 0; i < number; i++) {
                checks.request("check " + i, dataSource(behavior));
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

    private String dataSource(Behavior behavior) {
        return Long.toString(sandbox.datafold().dataSource(behavior));
    }

    private CheckTarget target(String connection) {
        return connection.contains("-")
                ? ArtieTarget.saved(connection)
                : DatafoldTarget.dataSource(Long.parseLong(connection));
    }

    /** How often a start was sent, by the path, which names the data source. */
    private Map<String, Long> starts() {
        return sandbox.datafold().requests().stream()
                .filter(request -> request.method().equals("POST"))
                .collect(Collectors.groupingBy(SandboxRequest::path, Collectors.counting()));
    }

    private static String path(String dataSource) {
        return "/api/v1/data_sources/" + dataSource + "/test";
    }

    private WorkerProcess startWorker() throws IOException {
        WorkerProcess worker = WorkerProcess.start(server.jdbcUrl(), sandbox.datafold());
        workers.add(worker);
        return worker;
    }

    private ConnectionChecker checker() {
        return ConnectionChecker.of(
                DatafoldClient.builder()
                        .apiKey(sandbox.datafold().apiKey())
                        .baseUrl(sandbox.datafold().baseUrl())
                        .build(),
                ArtieClient.builder()
                        .apiKey(sandbox.artie().apiKey())
                        .baseUrl(sandbox.artie().baseUrl())
                        .build());
    }

    private static DurableOnPostgres durable(ConnectionChecker checker, Function<String, CheckTarget> connections) {
        return new DurableOnPostgres(tables.database(), checker, connections, Duration.ofSeconds(1));
    }

    private void report(String figures) {
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.println(String.format(Locale.ROOT, "durable: postgres, %s, %.1f s", figures, seconds));
    }
}
