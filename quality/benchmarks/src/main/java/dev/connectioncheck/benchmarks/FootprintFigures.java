package dev.connectioncheck.benchmarks;

import dev.connectioncheck.benchmarks.report.Figure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What users have to ship. */
final class FootprintFigures {
    private static final int LIMIT = 400;

    private FootprintFigures() {}

    static List<Figure> figures() {
        double sdk = Library.kibibytes(Library.SDK);
        return List.of(
                new Figure(
                        "footprint, our five jars",
                        "KiB",
                        sdk,
                        Map.of(
                                "the generator's clients of two vendors",
                                Library.kibibytes(List.of("dev.connectioncheck.benchmark-peers"))),
                        "",
                        "≤ " + LIMIT + " KiB",
                        sdk <= LIMIT,
                        ""),
                new Figure(
                        "footprint, runtime dependencies",
                        "KiB",
                        Library.kibibytes(Library.OURS),
                        dependencies(),
                        "",
                        "none",
                        true,
                        Library.jars(Library.OURS).size() + " jars"));
    }

    private static Map<String, Double> dependencies() {
        Map<String, Double> sizes = new LinkedHashMap<>();
        sizes.put("by hand", Library.kibibytes(Library.BY_HAND));
        sizes.put("okhttp-gson", Library.kibibytes(Library.OKHTTP_GSON));
        sizes.put("native", Library.kibibytes(Library.NATIVE));
        sizes.put("AWS sdk-core", Library.kibibytes(Library.AWS));
        sizes.put("azure-core", Library.kibibytes(Library.AZURE));
        sizes.put("Failsafe", Library.kibibytes(Library.FAILSAFE));
        return sizes;
    }
}
