package dev.connectioncheck.benchmarks;

import dev.connectioncheck.benchmarks.report.Figure;
import dev.connectioncheck.benchmarks.report.Measured;
import dev.connectioncheck.benchmarks.waiting.RememberedRun;
import java.util.Map;

/** What the checker holds of connections that it has checked. */
final class RememberedFigures {
    private static final int CONNECTIONS = 100_000;
    private static final int LIMIT = 256;

    private RememberedFigures() {}

    static Figure memory() {
        Map<String, Double> run = Jvm.ours().run(RememberedRun.class, "-Xmx1g", Integer.toString(CONNECTIONS));
        double heap = Measured.of(run, "heap");
        return new Figure(
                "memory, per remembered connection of 100,000",
                "bytes",
                heap,
                Map.of(),
                "",
                "≤ " + LIMIT,
                heap <= LIMIT,
                "");
    }
}
