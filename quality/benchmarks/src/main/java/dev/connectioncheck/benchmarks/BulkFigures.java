package dev.connectioncheck.benchmarks;

import dev.connectioncheck.benchmarks.bulk.EachRun;
import dev.connectioncheck.benchmarks.bulk.FirstOutcomeRun;
import dev.connectioncheck.benchmarks.bulk.LiveHeap;
import dev.connectioncheck.benchmarks.report.Figure;
import dev.connectioncheck.benchmarks.report.Measured;
import dev.connectioncheck.benchmarks.report.Ratio;
import dev.connectioncheck.benchmarks.report.Series;
import dev.connectioncheck.benchmarks.server.Manner;
import dev.connectioncheck.benchmarks.server.ServerProcess;
import dev.connectioncheck.benchmarks.throughput.ThroughputRun;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What {@code checkAll} and {@code checkEach} cost beside checks that the caller keeps in flight by hand. */
final class BulkFigures {
    private static final int CHECKS = 100_000;
    private static final int IN_FLIGHT = 128;

    /** A polled check takes a start and at least one poll. */
    private static final int LEAST_REQUESTS = 2;

    private static final double FIRST_LIMIT = 1.2;
    private static final long ANSWER_MILLIS = 50;
    private static final int FIRST_ROUNDS = 9;
    private static final int FIRST_TURNS = 7;

    private static final double RATE_LIMIT = 0.9;
    private static final String HEAP = "-Xms1g -Xmx2g";
    private static final int WARM_UP_CHECKS = 60_000;
    private static final int ROUNDS = 7;
    private static final int TURNS = 6;
    private static final int CHECKS_OF_A_TURN = 2_000;

    private BulkFigures() {}

    /** @param bytesOfAWaitingCheck what a check is allowed to hold anyway */
    static List<Figure> figures(double bytesOfAWaitingCheck) {
        return List.of(heap(bytesOfAWaitingCheck), firstOutcome(), throughput("checkAll"), throughput("checkEach"));
    }

    private static Figure heap(double bytesOfAWaitingCheck) {
        Map<String, Double> run;
        try (ServerProcess server = ServerProcess.start(Jvm.ours(), Manner.QUICK)) {
            run = Jvm.ours()
                    .run(
                            EachRun.class,
                            LiveHeap.OPTIONS,
                            server.url(),
                            Integer.toString(CHECKS),
                            Integer.toString(IN_FLIGHT));
            server.requests().requireAtLeast("checkEach", Math.round(Measured.of(run, "checks")) * LEAST_REQUESTS);
        }
        double waits = IN_FLIGHT * bytesOfAWaitingCheck;
        double beyond = (Measured.of(run, "heap") - waits) / InventoryFigures.MEBIBYTE;
        return new Figure(
                "checkEach heap, 100,000 targets made when pulled, beyond what waits",
                "MiB",
                beyond,
                Map.of(),
                "",
                "≤ " + InventoryFigures.HEAP_LIMIT,
                beyond <= InventoryFigures.HEAP_LIMIT,
                String.format(
                        Locale.ROOT,
                        "%d checks wait, %,.0f bytes each: %,.0f KiB",
                        IN_FLIGHT,
                        bytesOfAWaitingCheck,
                        waits / 1_024));
    }

    private static Figure firstOutcome() {
        Series millis = new Series();
        try (ServerProcess server = ServerProcess.start(Jvm.ours(), Manner.slow(ANSWER_MILLIS));
                Contest contest = new Contest()) {
            for (String name : List.of("first of many", "single")) {
                contest.enter(
                        name,
                        Jvm.ours().start(FirstOutcomeRun.class, LiveHeap.OPTIONS, name, server.url()),
                        server.requests());
            }
            contest.warmUp(20);
            contest.run(FIRST_ROUNDS, FIRST_TURNS, 1, millis);
        }
        Ratio ratio = millis.ratio("first of many", "single");
        return new Figure(
                "first outcome, checkEach over 100,000 targets, 50 ms an answer",
                "ms",
                millis.median("first of many"),
                Map.of("a single check", millis.median("single")),
                ratio + " of a single check",
                "≤ " + FIRST_LIMIT + " of a single check",
                ratio.median() <= FIRST_LIMIT,
                ratio.isWiderThanDistanceTo(FIRST_LIMIT) ? Figure.WIDE : "");
    }

    private static Figure throughput(String way) {
        Series rates = new Series();
        try (Contest contest = new Contest()) {
            List.of(way, "ours")
                    .forEach(name -> contest.enter(
                            name, Jvm.ours().start(ThroughputRun.class, HEAP, name, Integer.toString(IN_FLIGHT))));
            contest.warmUp(WARM_UP_CHECKS);
            contest.run(ROUNDS, TURNS, CHECKS_OF_A_TURN, rates);
        }
        Ratio ratio = rates.ratio(way, "ours");
        return new Figure(
                way + " throughput, pace off, 128 in flight",
                "checks a second",
                rates.median(way),
                Map.of("checkAsync by hand", rates.median("ours")),
                ratio + " of checkAsync",
                "≥ " + RATE_LIMIT + " of checkAsync",
                ratio.median() >= RATE_LIMIT,
                ratio.isWiderThanDistanceTo(RATE_LIMIT) ? Figure.WIDE : "");
    }
}
