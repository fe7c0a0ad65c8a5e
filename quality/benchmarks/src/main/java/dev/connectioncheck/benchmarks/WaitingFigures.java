package dev.connectioncheck.benchmarks;

import dev.connectioncheck.benchmarks.report.Figure;
import dev.connectioncheck.benchmarks.report.Measured;
import dev.connectioncheck.benchmarks.server.ServerProcess;
import dev.connectioncheck.benchmarks.waiting.WaitingRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** What checks hold while they wait between polls: threads and memory. */
final class WaitingFigures {
    private static final int CHECKS = 100_000;
    private static final int HEAP_LIMIT = 512;
    private static final int THREAD_LIMIT = 4;
    private static final String HEAP = "-Xms1g -Xmx4g";

    /** When OkHttp has let go of idle connections and of the threads that opened them. */
    private static final int SETTLED_SECONDS = 75;

    private static final Map<String, String> PEERS = peers();

    private final Map<Integer, CompletableFuture<Map<String, Double>>> ours = new TreeMap<>();
    private final Map<String, Double> heaps = new LinkedHashMap<>();
    private final Map<String, Double> threads = new LinkedHashMap<>();

    private static Map<String, String> peers() {
        Map<String, String> peers = new LinkedHashMap<>();
        peers.put("bare", "a bare future and timer entry");
        peers.put("aws", "AWS AsyncWaiter");
        peers.put("failsafe", "Failsafe");
        peers.put("azure", "Azure PollerFlux");
        peers.put("threads", "a thread per check (2,000 of them, stacks aside)");
        return peers;
    }

    /**
     * Begins our runs, which mostly wait, and takes the peers' meanwhile. Nobody else asks the server before the end.
     */
    void measure(ServerProcess server, List<Integer> sizes) {
        String url = server.url();
        for (int checks : sizes) {
            ours.put(
                    checks, CompletableFuture.supplyAsync(() -> run(Jvm.ours(), "ours", checks, url, SETTLED_SECONDS)));
        }
        PEERS.forEach((way, name) -> keep(name, run(Jvm.ours(), way, CHECKS, url, 1)));
        Jvm.withVirtualThreads()
                .ifPresent(jvm -> keep("a virtual thread per check", run(jvm, "virtual", CHECKS, url, 1)));
        ours.values().forEach(CompletableFuture::join);
        server.requests()
                .requireAtLeast(
                        "ours", sizes.stream().mapToLong(Integer::longValue).sum());
    }

    private void keep(String name, Map<String, Double> run) {
        heaps.put(name, Measured.of(run, "heap"));
        threads.put(name, Measured.of(run, "threads"));
    }

    private static Map<String, Double> run(Jvm jvm, String way, int checks, String url, int seconds) {
        return jvm.run(WaitingRun.class, HEAP, way, Integer.toString(checks), url, Integer.toString(seconds));
    }

    List<Figure> figures() {
        Map<String, Double> run = Measured.of(ours, CHECKS).join();
        double more = Measured.of(run, "threads");
        double heap = Measured.of(run, "heap");
        return List.of(
                new Figure(
                        "waiting threads, 100,000 checks",
                        "more than with none",
                        more,
                        threads,
                        "",
                        "≤ " + THREAD_LIMIT,
                        more <= THREAD_LIMIT,
                        ""),
                new Figure(
                        "waiting heap, per check of 100,000",
                        "bytes",
                        heap,
                        heaps,
                        "",
                        "≤ " + HEAP_LIMIT,
                        heap <= HEAP_LIMIT,
                        ""));
    }

    /** Returns the heap per waiting check by the number of checks. */
    Map<Integer, Double> growth() {
        Map<Integer, Double> growth = new TreeMap<>();
        ours.forEach((checks, run) -> growth.put(checks, Measured.of(run.join(), "heap")));
        return growth;
    }
}
