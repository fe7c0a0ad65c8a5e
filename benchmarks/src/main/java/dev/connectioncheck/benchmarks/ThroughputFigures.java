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
    private static final List<String> CONTENDERS = List.of("ours", "by hand");
    private static final int CONTESTS = 2;
    private static final int ROUNDS = 5;
    private static final int WARM_UP_CHECKS = 40_000;
    private static final String HEAP = "-Xms1g -Xmx2g";

    private ThroughputFigures() {}

    static Figure throughput() {
        Series rates = new Series();
        for (int contest = 0; contest < CONTESTS; contest++) {
            run(CONTENDERS, 20_000, 256, ROUNDS, rates);
        }
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
    static Map<Integer, Double> growth(List<Integer> sizes) {
        Map<Integer, Double> rates = new TreeMap<>();
        sizes.forEach(checks -> rates.put(checks, atOnce(checks)));
        return rates;
    }

    private static double atOnce(int checks) {
        Series rates = new Series();
        run(List.of("ours"), checks, checks, checks > 10_000 ? 1 : 3, rates);
        return rates.median("ours");
    }

    private static void run(List<String> contenders, int checks, int inFlight, int rounds, Series rates) {
        try (Contest processes = new Contest()) {
            contenders.forEach(name -> processes.enter(
                    name, Jvm.ours().start(ThroughputRun.class, HEAP, name, Integer.toString(inFlight))));
            processes.warmUp(WARM_UP_CHECKS);
            processes.run(rounds, 1, checks, rates);
        }
    }
}
