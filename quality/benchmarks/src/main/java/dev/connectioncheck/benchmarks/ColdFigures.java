package dev.connectioncheck.benchmarks;

import dev.connectioncheck.benchmarks.cold.ColdByHand;
import dev.connectioncheck.benchmarks.cold.ColdOurs;
import dev.connectioncheck.benchmarks.report.Figure;
import dev.connectioncheck.benchmarks.report.Ratio;
import dev.connectioncheck.benchmarks.report.Series;
import dev.connectioncheck.benchmarks.server.ServerProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a short program pays: a whole process from its start to its first verdict and end. */
final class ColdFigures {
    private static final double LIMIT = 1.25;
    /** That no logging back end was chosen is of no interest here. */
    private static final String QUIET = "-Dslf4j.internal.verbosity=ERROR";

    private static final int ROUNDS = 7;
    private static final int TURNS = 5;

    private ColdFigures() {}

    static List<Figure> figures(ServerProcess server) {
        Jvm hand = jvm(Library.BY_HAND);
        Jvm ours = jvm(Library.with(Library.OURS, "dev.connectioncheck.sdk-core", "dev.connectioncheck.sdk-artie"));
        return List.of(
                time(ours, hand, server),
                classes(
                        loadedClasses(ours, ColdOurs.class, server.url()),
                        loadedClasses(hand, ColdByHand.class, server.url())));
    }

    private static Figure time(Jvm ours, Jvm hand, ServerProcess server) {
        Series times = new Series();
        try (Contest contest = new Contest()) {
            contest.enter("ours", server.requests(), one -> millis(ours, ColdOurs.class, server.url()));
            contest.enter("by hand", server.requests(), one -> millis(hand, ColdByHand.class, server.url()));
            contest.run(ROUNDS, TURNS, 1, times);
        }
        return figure(
                "cold start, process to first verdict",
                "ms",
                times.median("ours"),
                times.median("by hand"),
                times.ratio("ours", "by hand"));
    }

    private static Jvm jvm(List<String> prefixes) {
        List<Path> files = new ArrayList<>(List.of(Library.classes()));
        files.addAll(Library.jars(prefixes));
        return Jvm.ours().withClassPath(files);
    }

    private static Figure classes(double ours, double hand) {
        return figure("cold start, classes loaded", "", ours, hand, Ratio.of(ours, hand));
    }

    private static Figure figure(String name, String unit, double ours, double hand, Ratio ratio) {
        return new Figure(
                name,
                unit,
                ours,
                Map.of("by hand", hand),
                ratio + " of by hand",
                "≤ " + LIMIT + " of by hand",
                ratio.median() <= LIMIT,
                ratio.isWiderThanDistanceTo(LIMIT) ? Figure.WIDE : "");
    }

    private static double millis(Jvm jvm, Class<?> program, String url) {
        long began = System.nanoTime();
        Process process = jvm.start(program, QUIET, url);
        String verdict = String.join("", process.inputReader().lines().toList());
        process.onExit().join();
        if (!verdict.equals("PASSED")) {
            throw new IllegalStateException(program.getSimpleName() + " said " + verdict);
        }
        return (System.nanoTime() - began) / 1e6;
    }

    private static double loadedClasses(Jvm jvm, Class<?> program, String url) {
        Process process = jvm.start(program, "-Xlog:class+load " + QUIET, url);
        return process.inputReader()
                .lines()
                .filter(line -> line.contains(" source: "))
                .count();
    }
}
