package dev.connectioncheck.benchmarks.crowd;

import dev.connectioncheck.CheckResult;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.artie.ArtieClient;
import dev.connectioncheck.artie.ArtieTarget;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * Begins very many checks at once, of one request each, at a vendor that takes its time for each answer: a process of
 * its own.
 */
public final class CrowdRun {
    private static final int WARM_UP = 8_000;
    private static final ArtieTarget TARGET = ArtieTarget.unsaved("postgresql", Map.of("host", "db.example.com"));

    private CrowdRun() {}

    /**
     * Prints {@code seconds}, from the first to the end of the last, {@code failed}, how many did not pass, and
     * {@code threads}, the most platform threads that there were, the Java's own included.
     *
     * @param args the URL of a quick server to warm up at and that of the slow one, how many checks, and how many calls
     *     in flight; without the last, as many as a client has by default
     */
    public static void main(String[] args) {
        try (ConnectionChecker checker = ConnectionChecker.of(client(args[0]).build())) {
            require(failedOf(checker, WARM_UP) == 0);
        }
        ArtieClient.Builder client = client(args[1]);
        if (args.length > 3) {
            client.maxCallsInFlight(Integer.parseInt(args[3]));
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        threads.resetPeakThreadCount();
        try (ConnectionChecker checker = ConnectionChecker.of(client.build())) {
            long began = System.nanoTime();
            long failed = failedOf(checker, Integer.parseInt(args[2]));
            System.out.println("seconds=" + (System.nanoTime() - began) / 1e9);
            System.out.println("failed=" + failed);
            System.out.println("threads=" + threads.getPeakThreadCount());
        }
        System.exit(0);
    }

    private static ArtieClient.Builder client(String url) {
        return ArtieClient.builder().apiKey("key").baseUrl(url);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("A check did not pass at the quick server.");
        }
    }

    private static long failedOf(ConnectionChecker checker, int checks) {
        List<CompletableFuture<Boolean>> passed = IntStream.range(0, checks)
                .mapToObj(number -> checker.checkAsync(TARGET)
                        .thenApply(CheckResult::passed)
                        .exceptionally(CrowdRun::shown))
                .toList();
        return passed.stream().filter(check -> !check.join()).count();
    }

    private static boolean shown(Throwable failure) {
        System.err.println(failure);
        return false;
    }
}
