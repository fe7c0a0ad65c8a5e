package dev.connectioncheck.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private final Figure holds = figure("overhead", true);
    private final Figure fallsShort = figure("cold start", false);

    @Test
    void aRunInWhichEveryFigureHoldsSucceeds() {
        Summary summary = new Summary(List.of(holds, holds));

        assertThat(summary.exitStatus()).isZero();
        assertThat(summary.inWords()).isEqualTo("All 2 figures hold.");
    }

    @Test
    void aRunInWhichOneFigureFallsShortFailsAndNamesIt() {
        Summary summary = new Summary(List.of(holds, fallsShort, holds));

        assertThat(summary.exitStatus()).isEqualTo(1);
        assertThat(summary.inWords()).isEqualTo("1 of 3 figures fall short: cold start.");
    }

    @Test
    void theLineOfAFigureSaysWhetherItHolds() {
        assertThat(holds).asString().endsWith("goal ≤ 1; holds");
        assertThat(fallsShort).asString().endsWith("goal ≤ 1; falls short");
    }

    @Test
    void aFigureThatCouldNotBeTakenDoesNotHoldAndSaysWhatIsMissing() {
        Figure figure = Figure.notTaken("threads", "≤ 60", "no JDK 24");

        assertThat(new Summary(List.of(holds, figure)).exitStatus()).isEqualTo(1);
        assertThat(figure).asString().contains("ours not taken").endsWith("goal ≤ 60; not taken (no JDK 24)");
    }

    private static Figure figure(String name, boolean holds) {
        return new Figure(name, "s", 1, Map.of(), "", "≤ 1", holds, "");
    }
}
