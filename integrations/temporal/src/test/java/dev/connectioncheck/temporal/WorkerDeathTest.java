package dev.connectioncheck.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.Verdict;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Fault;
import dev.connectioncheck.sandbox.Phase;
import dev.connectioncheck.temporal.StoredVerdict.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What becomes of checks whose worker is killed with -9. */
@ExtendWith(Engine.Shared.class)
@Execution(ExecutionMode.CONCURRENT)
class WorkerDeathTest {
    private static final int CHECKS = 40;
    private static final DurableOptions OPTIONS =
            DurableOptions.builder().heartbeatTimeout(Duration.ofSeconds(8)).build();

    @Test
    void aWorkerKilledInMidPollLosesNoVerdictAndStartsNothingTwice(Engine engine, @TempDir Path folder) {
        try (Fleet fleet = new Fleet(engine, "mid-poll", folder)) {
            List<Long> sources = sources(fleet, CHECKS, Behavior.passes().after(Duration.ofSeconds(10)));
            Child first = fleet.worker("a");
            fleet.worker("b");
            List<String> runs = start(fleet, sources);
            Awaited.until("every check is polled", () -> polled(fleet) >= CHECKS);

            first.kill();
            List<StoredVerdict> verdicts = verdicts(fleet, runs);

            assertThat(verdicts).extracting(StoredVerdict::verdict).containsOnly(Optional.of(Verdict.PASSED));
            assertThat(fleet.starts())
                    .hasSize(CHECKS)
                    .allSatisfy((source, starts) -> assertThat(starts).isEqualTo(1));
            assertThat(fleet.startsBy("a")).as("the killed worker had some").isNotEmpty();
            assertThat(fleet.table.verdicts()).hasSize(CHECKS);
            System.out.println("durable: kill -9 in mid-poll: " + verdicts.size() + " of " + CHECKS + " verdicts, "
                    + total(fleet) + " starts, " + fleet.startsBy("a").size() + " of them by the killed worker");
        }
    }

    @Test
    void aStartThatDiesWithItsWorkerIsReportedAndNeverSentTwice(Engine engine, @TempDir Path folder) {
        CountDownLatch answers = new CountDownLatch(1);
        Fault heldBack = Fault.rewritten(body -> {
            await(answers);
            return body;
        });
        try (Fleet fleet = new Fleet(engine, "start", folder)) {
            List<Long> sources = sources(fleet, CHECKS, Behavior.passes().at(Phase.START, heldBack));
            Child first = fleet.worker("a");
            fleet.worker("b");
            List<String> runs = start(fleet, sources);
            Awaited.until(
                    "the vendor has accepted all", () -> fleet.startRequests().size() >= CHECKS);

            first.kill();
            answers.countDown();
            List<StoredVerdict> verdicts = verdicts(fleet, runs);

            List<Long> unknown = verdicts.stream()
                    .filter(verdict -> verdict.outcome() == Outcome.START_UNKNOWN)
                    .map(verdict -> Long.parseLong(verdict.ref().id()))
                    .toList();
            assertThat(unknown)
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(fleet.startsBy("a").keySet());
            assertThat(verdicts.stream().filter(StoredVerdict::passed)).hasSize(CHECKS - unknown.size());
            assertThat(fleet.starts())
                    .hasSize(CHECKS)
                    .allSatisfy((source, starts) -> assertThat(starts).isEqualTo(1));
            assertThat(fleet.table.verdicts()).hasSize(CHECKS);
            System.out.println("durable: kill -9 between acceptance and answer: " + total(fleet) + " starts of "
                    + CHECKS + " checks, none twice; " + unknown.size() + " lost and reported, "
                    + (CHECKS - unknown.size()) + " passed");
        }
    }

    @Test
    void checksGoOnOnceTheFirstOfAllDeadWorkersIsBack(Engine engine, @TempDir Path folder) {
        Duration dead = Duration.ofSeconds(20);
        try (Fleet fleet = new Fleet(engine, "all-dead", folder)) {
            List<Long> sources = sources(fleet, CHECKS / 2, Behavior.passes().after(Duration.ofSeconds(6)));
            Child only = fleet.worker("a");
            List<String> runs = start(fleet, sources.subList(0, CHECKS / 4));
            Awaited.until("every check is polled", () -> polled(fleet) >= CHECKS / 4);

            only.kill();
            Instant killed = Instant.now();
            long recorded = fleet.table.count();
            List<String> more = start(fleet, sources.subList(CHECKS / 4, CHECKS / 2));
            Awaited.until("the time is over", () -> Instant.now().isAfter(killed.plus(dead)));
            long meanwhile = fleet.table.count();
            fleet.worker("b");
            List<StoredVerdict> verdicts = verdicts(
                    fleet,
                    IntStream.range(0, 2)
                            .mapToObj(half -> half == 0 ? runs : more)
                            .flatMap(List::stream)
                            .toList());

            assertThat(meanwhile).as("nobody worked").isEqualTo(recorded).isLessThan(CHECKS / 2);
            assertThat(verdicts).hasSize(CHECKS / 2).allMatch(StoredVerdict::passed);
            assertThat(fleet.starts())
                    .hasSize(CHECKS / 2)
                    .allSatisfy((source, starts) -> assertThat(starts).isEqualTo(1));
            System.out.println("durable: all workers dead for " + dead.toSeconds() + " s: " + verdicts.size() + " of "
                    + CHECKS / 2 + " verdicts, " + total(fleet) + " starts");
        }
    }

    private static List<Long> sources(Fleet fleet, int number, Behavior behavior) {
        return IntStream.range(0, number)
                .mapToObj(n -> fleet.sandbox.datafold().dataSource(behavior))
                .toList();
    }

    private static List<String> start(Fleet fleet, List<Long> sources) {
        DurableChecks checks = fleet.checks();
        return sources.stream()
                .map(id -> checks.start(ConnectionRef.of("datafold", "" + id), fleet.key("death"), OPTIONS))
                .toList();
    }

    private static List<StoredVerdict> verdicts(Fleet fleet, List<String> runs) {
        DurableChecks checks = fleet.checks();
        List<CompletableFuture<StoredVerdict>> all =
                runs.stream().map(checks::verdict).toList();
        return all.stream().map(CompletableFuture::join).toList();
    }

    /** How many jobs were asked for their verdict. */
    private static long polled(Fleet fleet) {
        return fleet.sandbox.datafold().requests().stream()
                .filter(request -> request.method().equals("GET"))
                .map(request -> request.path())
                .collect(Collectors.toSet())
                .size();
    }

    private static long total(Fleet fleet) {
        return fleet.starts().values().stream().mapToLong(Long::longValue).sum();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
