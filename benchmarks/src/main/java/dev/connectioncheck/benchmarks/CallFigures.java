package dev.connectioncheck.benchmarks;

import dev.connectioncheck.benchmarks.calls.CheckBenchmark;
import dev.connectioncheck.benchmarks.calls.Contenders;
import dev.connectioncheck.benchmarks.calls.OverheadRun;
import dev.connectioncheck.benchmarks.report.Figure;
import dev.connectioncheck.benchmarks.report.Measured;
import dev.connectioncheck.benchmarks.report.Ratio;
import dev.connectioncheck.benchmarks.report.Series;
import java.util.ArrayList;
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
    private static final Map<String, String> CHECKS = Map.of("artie", "one Artie ping", "squared", "one Squared check");
    private static final String BELOW_GENERATED = ", below both generated clients";

    private CallFigures() {}

    static List<Figure> overhead(String url) {
        List<Figure> figures = new ArrayList<>();
        for (String vendor : Contenders.VENDORS) {
            Series times = new Series(Jvm.ours().run(OverheadRun.class, "-Xms1g -Xmx1g", vendor, url));
            Map<String, Double> medians = new LinkedHashMap<>();
            Contenders.NAMES.forEach(name -> medians.put(name, times.median(name)));
            figures.add(figure("overhead", vendor, "µs", medians, times.ratio("ours", "by hand"), TIME_LIMIT));
        }
        return figures;
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
                name + ", " + Measured.of(CHECKS, vendor),
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
