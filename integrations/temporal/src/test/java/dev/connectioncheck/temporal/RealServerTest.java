package dev.connectioncheck.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.connectioncheck.Verdict;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.SandboxRequest;
import io.temporal.client.schedules.ScheduleIntervalSpec;
import io.temporal.client.schedules.ScheduleSpec;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Temporal's test server can't do: it ignores rates, and knows no schedules. With {@code -P temporal} and
 * {@code TEMPORAL_ADDRESS} a real one is asked.
 */
@ExtendWith(Engine.Shared.class)
class RealServerTest {
    @BeforeEach
    void aRealServerIsThere(TestInfo test) {
        if (Engine.REAL.isEmpty()) {
            System.out.println("durable: " + test.getTestMethod().orElseThrow().getName()
                    + ": skipped, it needs -P temporal and TEMPORAL_ADDRESS");
        }
        assumeTrue(Engine.REAL.isPresent());
    }

    @Test
    void twoWorkersKeepToOneRate(Engine engine, @TempDir Path folder) {
        int perSecond = 20;
        try (Fleet fleet = new Fleet(engine, "rate", folder).perSecond(perSecond)) {
            fleet.table.saveSweep(fleet.key("rate"), ids(fleet, 200, Duration.ofSeconds(1)));
            fleet.worker("a");
            fleet.worker("b");

            String run =
                    fleet.checks().sweep(Sweep.of(fleet.key("rate"), "datafold").atOnce(200));
            SweepSummary summary = fleet.checks().summary(run).join();
            long peak = busiestSecond(fleet.sandbox.datafold().requests());

            assertThat(summary.count(Verdict.PASSED)).isEqualTo(200);
            assertThat(peak).isLessThanOrEqualTo(perSecond * 5 / 4);
            System.out.println("durable: rate of " + perSecond + " a second over two workers: at most " + peak
                    + " requests in a second");
        }
    }

    @Test
    void aScheduleFiresAndSkipsWhileASweepIsUnderWay(Engine engine, @TempDir Path folder) {
        try (Fleet fleet = new Fleet(engine, "schedule", folder)) {
            String name = fleet.key("every-second");
            fleet.table.saveSweep(name, ids(fleet, 2, Duration.ofSeconds(4)));
            fleet.worker("a");
            ScheduleSpec everySecond = ScheduleSpec.newBuilder()
                    .setIntervals(List.of(new ScheduleIntervalSpec(Duration.ofSeconds(1))))
                    .setJitter(Duration.ofMillis(10))
                    .build();

            fleet.checks().schedule(Sweep.of(name, "datafold"), everySecond);
            fleet.checks().schedule(Sweep.of(name, "datafold").atOnce(2), everySecond);
            Instant begun = Instant.now();
            Awaited.until("two sweeps were made", () -> fleet.table.count() >= 4);
            Duration took = Duration.between(begun, Instant.now());
            fleet.checks().unschedule(name);

            assertThat(took).as("the second had to wait for the first").isGreaterThan(Duration.ofSeconds(8));
            System.out.println(
                    "durable: schedule: two sweeps of 4 s each, due every second, in " + took.toMillis() + " ms");
        }
    }

    @Test
    void aSweepOfTwoThousandKeepsToItsWindow(Engine engine, @TempDir Path folder) {
        int checks = 2_000;
        int window = 50;
        try (Fleet fleet = new Fleet(engine, "large-sweep", folder)) {
            fleet.table.saveSweep(fleet.key("large"), ids(fleet, checks, Duration.ofSeconds(1)));
            fleet.worker("a");
            fleet.worker("b");

            String run = fleet.checks()
                    .sweep(Sweep.of(fleet.key("large"), "datafold").atOnce(window));
            SweepSummary summary = fleet.checks().summary(run).join();
            int peak = fleet.peak(Duration.ofSeconds(1), fleet.starts().keySet());

            assertThat(summary.count(Verdict.PASSED)).isEqualTo(checks);
            assertThat(peak).isLessThanOrEqualTo(window);
            assertThat(fleet.history(run).getEvents().size()).isLessThan(10_240);
            System.out.println("durable: a sweep of " + checks + " with window " + window + ": at most " + peak
                    + " at the vendor at once");
        }
    }

    @Test
    void theDeathOfTheServerLosesNothing(@TempDir Path folder) throws IOException {
        String cli = System.getenv("TEMPORAL_CLI");
        if (cli == null) {
            System.out.println("durable: theDeathOfTheServerLosesNothing: skipped, TEMPORAL_CLI names no tool");
        }
        assumeTrue(cli != null);
        int port = freePort();
        Child server = Child.run(server(cli, port, folder));
        try (Engine own = Engine.at("127.0.0.1:" + port);
                Fleet fleet = new Fleet(own, "server-death", folder)) {
            fleet.awaitServer();
            fleet.table.saveSweep(fleet.key("death"), ids(fleet, 100, Duration.ofSeconds(5)));
            fleet.worker("a");
            String run = fleet.checks()
                    .sweep(Sweep.of(fleet.key("death"), "datafold").atOnce(50));
            Awaited.until("the sweep is under way", () -> fleet.table.count() >= 10);

            server.kill();
            server = Child.run(server(cli, port, folder));
            fleet.awaitServer();
            SweepSummary summary = fleet.checks().summary(run).join();

            assertThat(summary.count(Verdict.PASSED) + summary.count(StoredVerdict.Outcome.START_UNKNOWN))
                    .isEqualTo(100);
            assertThat(fleet.starts())
                    .allSatisfy((source, starts) -> assertThat(starts).isEqualTo(1));
            System.out.println("durable: death of the server: " + summary);
        } finally {
            server.close();
        }
    }

    private static List<String> server(String cli, int port, Path folder) {
        return List.of(
                cli,
                "server",
                "start-dev",
                "--headless",
                "--port",
                Integer.toString(port),
                "--db-filename",
                folder.resolve("temporal.db").toString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static List<String> ids(Fleet fleet, int number, Duration each) {
        return IntStream.range(0, number)
                .mapToObj(n -> ""
                        + fleet.sandbox.datafold().dataSource(Behavior.passes().after(each)))
                .toList();
    }

    private static long busiestSecond(List<SandboxRequest> requests) {
        List<Instant> times =
                requests.stream().map(SandboxRequest::receivedAt).sorted().toList();
        return times.stream()
                .mapToLong(begin -> times.stream()
                        .filter(time -> !time.isBefore(begin) && time.isBefore(begin.plusSeconds(1)))
                        .count())
                .max()
                .orElse(0);
    }
}
