package dev.connectioncheck.benchmarks.crowd;

import dev.connectioncheck.CheckResult;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.benchmarks.server.RequestCount;
import dev.connectioncheck.benchmarks.server.ServerProcess;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.datafold.DatafoldTarget;
import dev.connectioncheck.http.Pace;
import dev.connectioncheck.squared.SquaredClient;
import dev.connectioncheck.squared.SquaredTarget;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * Checks at one vendor by turns: alone, and while as many checks as its client has calls in flight are under way at
 * another vendor, which is slow. A process of its own.
 */
public final class BesideRun {
    private static final int SLOW = 128;
    private static final int ROUNDS = 4;
    private static final int CHECKS = 7;

    private final ConnectionChecker checker;
    private final RequestCount atTheSlow;
    private int last;

    private BesideRun(String slow, String quick) {
        atTheSlow = ServerProcess.countAt(slow);
        checker = ConnectionChecker.builder()
                .client(SquaredClient.builder()
                        .apiKey("key")
                        .workspaceId(7)
                        .baseUrl(slow)
                        .pace(Pace.unlimited())
                        .build())
                .client(DatafoldClient.builder().apiKey("key").baseUrl(quick).build())
                // No check is polled at another moment than the next.
                .paceMemory(0)
                .build();
    }

    /**
     * Prints {@code alone} and {@code beside} with a number behind, the milliseconds of each check, and {@code checks},
     * how many were made at the quick vendor.
     *
     * @param args the URL of the slow vendor, and of the quick one
     */
    public static void main(String[] args) {
        BesideRun run = new BesideRun(args[0], args[1]);
        run.check("warm-up");
        for (int round = 0; round < ROUNDS; round++) {
            run.check("alone");
            run.beside();
        }
        System.out.println("checks=" + run.last);
        System.exit(0);
    }

    private void beside() {
        long before = atTheSlow.now();
        List<CompletableFuture<CheckResult>> slow = IntStream.range(0, SLOW)
                .mapToObj(number -> checker.checkAsync(
                        SquaredTarget.source("Postgresql", Map.of("host", "db" + number + ".example.com"))))
                .toList();
        while (atTheSlow.now() < before + SLOW) {
            Thread.onSpinWait();
        }
        check("beside");
        require(slow.stream().noneMatch(CompletableFuture::isDone), "the slow checks were under way till the end");
        require(slow.stream().allMatch(check -> check.join().passed()), "every slow check passed");
    }

    private void check(String name) {
        for (int check = 0; check < CHECKS; check++) {
            long began = System.nanoTime();
            boolean passed = checker.check(DatafoldTarget.dataSource(++last)).passed();
            System.out.println(name + last + "=" + (System.nanoTime() - began) / 1e6);
            require(passed, "every quick check passed");
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("It was not so that " + what + ".");
        }
    }
}
