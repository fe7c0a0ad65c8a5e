package dev.connectioncheck.benchmarks;

import dev.connectioncheck.benchmarks.calls.CheckBenchmark;
import dev.connectioncheck.benchmarks.calls.Contenders;
import dev.connectioncheck.benchmarks.calls.OverheadRun;
import dev.connectioncheck.benchmarks.report.Figure;
import dev.connectioncheck.benchmarks.report.Measured;
import dev.connectioncheck.benchmarks.report.Ratio;
import dev.connectioncheck.benchmarks.report.Series;
import dev.connectioncheck.benchmarks.server.ServerProcess;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What one check costs its caller: time and garbage. */
final class CallFigures {
    private static final double TIME_LIMIT = 1.05;
    private static final double GARBAGE_LIMIT = 1.25;
    private static final List<String> PAIR = List.of("ours", "by hand");
    private static final List<String> GENERATED = List.of("okhttp-gson", "native");
    private static final int CONTESTS = 2;
    private static final int WARM_UP_CHECKS = 40_000;
    private static final int ROUNDS = 30;
    private static final int TURNS = 40;
    private static final int CHECKS = 25;

    /**
     * One core has one collector at work. Java's own client may find its kept connection closed by itself, and gives up
     * on anything but GET unless it is told to go on.
     */
    private static final String OPTIONS =
            "-Xms256m -Xmx256m -XX:+UseSerialGC -Djdk.httpclient.enableAllMethodRetry=true";

    private static final Map<String, String> TITLES = Map.of("artie", "one Artie ping", "squared", "one Squared check");
    private static final String BELOW_GENERATED = ", below both generated clients";

    private CallFigures() {}

    static List<Figure> overhead() {
        try (ServerProcess server = ServerProcess.start(Jvm.ours().boundTo(1))) {
            return Contenders.VENDORS.stream()
                    .map(vendor -> overhead(vendor, server))
                    .toList();
        }
    }

    private static Figure overhead(String vendor, ServerProcess server) {
        Series times = new Series();
        for (int contest = 0; contest < CONTESTS; contest++) {
            contest(PAIR, vendor, server, times);
        }
        contest(GENERATED, vendor, server, times);
        Map<String, Double> medians = new LinkedHashMap<>();
        Contenders.NAMES.forEach(name -> medians.put(name, times.median(name)));
        return figure("overhead", vendor, "µs", medians, times.ratio("ours", "by hand"), TIME_LIMIT);
    }

    private static void contest(List<String> names, String vendor, ServerProcess server, Series times) {
        try (Contest contest = new Contest()) {
            names.forEach(name -> contest.enter(
                    name,
                    Jvm.ours().boundTo(0).start(OverheadRun.class, OPTIONS, name, vendor, server.url()),
                    server.requests()));
            contest.warmUp(WARM_UP_CHECKS);
            contest.run(ROUNDS, TURNS, CHECKS, times);
        }
    }

    static List<Figure> allocation() throws RunnerException {
        Map<String, Map<String, Double>> bytes = new HashMap<>();
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(CheckBenchmark.class.getName())
                        .forks(1)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(3)
                        .measurementTime(TimeValue.seconds(1))
                        .addProfiler(GCProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run()) {
            bytes.computeIfAbsent(result.getParams().getParam("vendor"), vendor -> new HashMap<>())
                    .put(
                            result.getParams().getParam("contender"),
                            Measured.of(result.getSecondaryResults(), "gc.alloc.rate.norm")
                                    .getScore());
        }
        return Contenders.VENDORS.stream()
                .map(vendor -> allocation(vendor, Measured.of(bytes, vendor)))
                .toList();
    }

    private static Figure allocation(String vendor, Map<String, Double> bytes) {
        Map<String, Double> inOrder = new LinkedHashMap<>();
        Contenders.NAMES.forEach(name -> inOrder.put(name, Measured.of(bytes, name)));
        Ratio ratio = Ratio.of(Measured.of(bytes, "ours"), Measured.of(bytes, "by hand"));
        return figure("allocation", vendor, "bytes", inOrder, ratio, GARBAGE_LIMIT);
    }

    private static Figure figure(
            String name, String vendor, String unit, Map<String, Double> medians, Ratio ratio, double limit) {
        Map<String, Double> peers = new LinkedHashMap<>(medians);
        double ours = Measured.of(medians, "ours");
        peers.remove("ours");
        return new Figure(
                name + ", " + Measured.of(TITLES, vendor),
                unit,
                ours,
                peers,
                ratio + " of by hand",
                "≤ " + limit + " of by hand" + BELOW_GENERATED,
                ratio.median() <= limit
                        && ours < Measured.of(peers, "okhttp-gson")
                        && ours < Measured.of(peers, "native"),
                ratio.isWiderThanDistanceTo(limit) ? Figure.WIDE : "");
    }
}
