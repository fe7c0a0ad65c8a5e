package dev.connectioncheck.benchmarks;

import dev.connectioncheck.benchmarks.crowd.BesideRun;
import dev.connectioncheck.benchmarks.crowd.CrowdRun;
import dev.connectioncheck.benchmarks.crowd.Starts;
import dev.connectioncheck.benchmarks.report.Figure;
import dev.connectioncheck.benchmarks.report.Measured;
import dev.connectioncheck.benchmarks.report.Series;
import dev.connectioncheck.benchmarks.server.Manner;
import dev.connectioncheck.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** What comes of very many checks at once, and of vendors that are slow or end their connections. */
final class CrowdFigures {
    private static final int CHECKS = 8_000;
    private static final int ANSWER_SECONDS = 2;
    private static final double SLACK = 1.15;
    private static final int DEFAULT_IN_FLIGHT = 128;
    private static final int MANY_IN_FLIGHT = 2_000;
    private static final int VIRTUAL_CALLS_SINCE = 24;
    private static final int THREAD_LIMIT = 60;

    /** Odd, so that one is in the middle: a run takes four answers, and a stall of half a second would decide it. */
    private static final int RUNS = 3;

    private static final String HEAP = "-Xmx1g";

    private static final int STARTS = 10_000;
    private static final int STARTS_AT_A_TIME = 32;
    private static final int REQUESTS_OF_A_CONNECTION = 100;

    private static final double BESIDE_LIMIT = 1.2;
    private static final long SLOW_MILLIS = 4_000;

    private CrowdFigures() {}

    /** Begins the one that takes two minutes, of which the processor has next to nothing to do. */
    static CompletableFuture<Figure> ofTheDefault() {
        return CompletableFuture.supplyAsync(() -> {
            Map<String, Double> run = crowd(Jvm.ours(), Integer.toString(CHECKS));
            return time(run, "8,000 checks at once, 2 s an answer", DEFAULT_IN_FLIGHT);
        });
    }

    static List<Figure> figures() throws IOException {
        Optional<Jvm> jvm = Jvm.since(VIRTUAL_CALLS_SINCE);
        String name = "the same, 2,000 calls in flight, JDK 24 or later";
        String threads = name + ", platform threads";
        if (jvm.isEmpty()) {
            String why = "no JDK 24 or later was found; name one with SECOND_JAVA_HOME";
            return List.of(
                    Figure.notTaken(name, goal(MANY_IN_FLIGHT), why),
                    Figure.notTaken(threads, "≤ " + THREAD_LIMIT, why),
                    goaway(),
                    beside());
        }
        List<Map<String, Double>> runs = runs(jvm.get());
        return List.of(
                time(theMiddleOne(runs), name, MANY_IN_FLIGHT), threads(theMost(runs), threads), goaway(), beside());
    }

    private static List<Map<String, Double>> runs(Jvm jvm) {
        return Stream.generate(() -> crowd(jvm, Integer.toString(CHECKS), Integer.toString(MANY_IN_FLIGHT)))
                .limit(RUNS)
                .toList();
    }

    /** The median time, and how many failed in all of the runs. */
    private static Map<String, Double> theMiddleOne(List<Map<String, Double>> runs) {
        double seconds = runs.stream()
                .mapToDouble(run -> Measured.of(run, "seconds"))
                .sorted()
                .toArray()[RUNS / 2];
        double failed =
                runs.stream().mapToDouble(run -> Measured.of(run, "failed")).sum();
        return Map.of("seconds", seconds, "failed", failed);
    }

    private static Map<String, Double> theMost(List<Map<String, Double>> runs) {
        return Map.of(
                "threads",
                runs.stream()
                        .mapToDouble(run -> Measured.of(run, "threads"))
                        .max()
                        .orElseThrow());
    }

    private static Map<String, Double> crowd(Jvm jvm, String... args) {
        try (ServerProcess quick = ServerProcess.start(Jvm.ours(), Manner.QUICK);
                ServerProcess slow = ServerProcess.start(Jvm.ours(), Manner.slow(ANSWER_SECONDS * 1_000L))) {
            List<String> all = new ArrayList<>(List.of(quick.url(), slow.url()));
            all.addAll(List.of(args));
            Map<String, Double> run = jvm.run(CrowdRun.class, HEAP, all.toArray(String[]::new));
            slow.requests().requireAtLeast("ours", CHECKS);
            return run;
        }
    }

    private static double seconds(int inFlight) {
        return (double) CHECKS * ANSWER_SECONDS / inFlight;
    }

    private static String goal(int inFlight) {
        return String.format(Locale.ROOT, "≤ %s × %.0f s, none fails", SLACK, seconds(inFlight));
    }

    private static Figure time(Map<String, Double> run, String name, int inFlight) {
        double seconds = Measured.of(run, "seconds");
        long failed = Math.round(Measured.of(run, "failed"));
        return new Figure(
                name,
                "s",
                seconds,
                Map.of(),
                String.format(
                        Locale.ROOT,
                        "%.2f of requests × %d s ÷ %,d",
                        seconds / seconds(inFlight),
                        ANSWER_SECONDS,
                        inFlight),
                goal(inFlight),
                failed == 0 && seconds <= SLACK * seconds(inFlight),
                failed + " failed");
    }

    private static Figure threads(Map<String, Double> run, String name) {
        double threads = Measured.of(run, "threads");
        return new Figure(name, "at most", threads, Map.of(), "", "≤ " + THREAD_LIMIT, threads <= THREAD_LIMIT, "");
    }

    private static Figure goaway() throws IOException {
        Starts starts = Starts.make(STARTS, STARTS_AT_A_TIME, REQUESTS_OF_A_CONNECTION);
        return new Figure(
                "10,000 starts, 32 at a time, GOAWAY every 100 requests",
                "failed",
                starts.failed(),
                Map.of(),
                "",
                "0, each processed once",
                starts.eachOnce(STARTS),
                String.format(
                        Locale.ROOT,
                        "%,d processed; %,d connections ended, with %,d requests on their way",
                        starts.processed(),
                        starts.ends(),
                        starts.refused()));
    }

    private static Figure beside() {
        Map<String, Double> run;
        try (ServerProcess slow = ServerProcess.start(Jvm.ours(), Manner.slow(SLOW_MILLIS));
                ServerProcess quick = ServerProcess.start(Jvm.ours(), Manner.QUICK)) {
            run = Jvm.ours().run(BesideRun.class, HEAP, slow.url(), quick.url());
            quick.requests().requireAtLeast("Datafold's checks", 2 * Math.round(Measured.of(run, "checks")));
        }
        Series millis = new Series();
        List.of("alone", "beside")
                .forEach(name -> run.keySet().stream()
                        .filter(key -> key.startsWith(name))
                        .forEach(key -> millis.add(name, Measured.of(run, key))));
        double ratio = millis.median("beside") / millis.median("alone");
        return new Figure(
                "one Datafold check beside 128 slow Squared checks",
                "ms",
                millis.median("beside"),
                Map.of("alone", millis.median("alone")),
                String.format(Locale.ROOT, "%.2f of alone", ratio),
                "≤ " + BESIDE_LIMIT + " of alone",
                ratio <= BESIDE_LIMIT,
                "");
    }
}
