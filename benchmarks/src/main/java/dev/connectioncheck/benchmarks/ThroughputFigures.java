package dev.connectioncheck.benchmarks;

import dev.connectioncheck.benchmarks.report.Figure;
import dev.connectioncheck.benchmarks.report.Ratio;
import dev.connectioncheck.benchmarks.report.Series;
import dev.connectioncheck.benchmarks.throughput.ThroughputRun;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many polled checks a second one process makes. */
final class ThroughputFigures {
    private static final double LIMIT = 0.9;
    private static final int ROUNDS = 5;
    private static final String HEAP = "-Xms1g -Xmx2g";

    private ThroughputFigures() {}

    static Figure throughput(String url) {
        Series rates = run(url, 20_000, 256, ROUNDS);
        Ratio ratio = rates.ratio("ours", "by hand");
        return new Figure(
                "throughput, 20,000 polled checks, 256 in flight",
                "checks a second",
                rates.median("ours"),
                Map.of("by hand", rates.median("by hand")),
                ratio + " of by hand",
                "≥ " + LIMIT + " of by hand",
                ratio.median() >= LIMIT,
                ratio.isWiderThanDistanceTo(LIMIT) ? Figure.WIDE : "");
    }

    /** Returns the checks a second when so many are begun at once. */
    static Map<Integer, Double> growth(String url, List<Integer> sizes) {
        Map<Integer, Double> rates = new TreeMap<>();
        sizes.forEach(checks -> rates.put(checks, atOnce(url, checks)));
        return rates;
    }

    private static double atOnce(String url, int checks) {
        int rounds = checks > 10_000 ? 1 : 3;
        return new Series(Jvm.ours()
                        .run(
                                ThroughputRun.class,
                                HEAP,
                                url,
                                Integer.toString(checks),
                                Integer.toString(checks),
                                Integer.toString(rounds),
                                "ours alone"))
                .median("ours");
    }

    private static Series run(String url, int checks, int inFlight, int rounds) {
        return new Series(Jvm.ours()
                .run(
                        ThroughputRun.class,
                        HEAP,
                        url,
                        Integer.toString(checks),
                        Integer.toString(inFlight),
                        Integer.toString(rounds)));
    }
}
