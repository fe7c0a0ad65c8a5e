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
    private static final String HEAP = "-Xms1g -Xmx2g";

    /** After fewer, the compiler still takes more of the processor from one contender than from the other. */
    private static final int WARM_UP_CHECKS = 100_000;

    private static final int IN_FLIGHT = 256;
    private static final int ROUNDS = 7;
    private static final int TURNS = 10;
    private static final int CHECKS = 2_000;

    private ThroughputFigures() {}

    static Figure throughput() {
        Series rates = new Series();
        try (Contest contest = new Contest()) {
            contest.enter("ours", process("ours", IN_FLIGHT));
            contest.enter("by hand", process("by hand", IN_FLIGHT));
            contest.warmUp(WARM_UP_CHECKS);
            contest.run(ROUNDS, TURNS, CHECKS, rates);
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
        try (Contest alone = new Contest()) {
            alone.enter("ours", process("ours", Integer.MAX_VALUE));
            alone.warmUp(WARM_UP_CHECKS);
            sizes.forEach(checks -> rates.put(checks, atOnce(alone, checks)));
        }
        return rates;
    }

    private static double atOnce(Contest alone, int checks) {
        Series rates = new Series();
        alone.run(1 + 10_000 / checks, 1, checks, rates);
        return rates.median("ours");
    }

    private static Process process(String name, int inFlight) {
        return Jvm.ours().start(ThroughputRun.class, HEAP, name, Integer.toString(inFlight));
    }
}
