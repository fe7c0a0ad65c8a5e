package dev.connectioncheck.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.datafold.DatafoldTarget;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LiveProgressTest {
    private static final CheckTarget TARGET = DatafoldTarget.dataSource(42);
    private static final PlannedCheck CHECK = new PlannedCheck("analytics", TARGET);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void onATerminalTheLinesAreRewrittenInPlace() {
        LiveProgress progress = new LiveProgress(out, true);
        LiveProgress.Line line = progress.lineFor(CHECK);
        progress.lineFor(new PlannedCheck("reporting", TARGET));

        line.onStart(TARGET);
        line.onStatusChange(TARGET, "processing");

        String again = printed().substring(printed().indexOf("\u001b[2A"));
        assertThat(again.split("\n")).hasSize(2);
        assertThat(again).contains("analytics", "processing");
    }

    @Test
    void offATerminalOnlyNewsArePrinted() {
        LiveProgress.Line line = new LiveProgress(out, false).lineFor(CHECK);

        line.onStatusChange(TARGET, "processing");
        line.onPoll(TARGET, "processing", 1);
        line.onStatusChange(TARGET, "processing");

        assertThat(printed().lines()).hasSize(1);
    }

    @Test
    void offATerminalTheClockAloneIsNoNews() {
        LiveProgress progress = new LiveProgress(out, false);
        progress.lineFor(CHECK);

        progress.refresh();

        assertThat(printed()).isEmpty();
    }

    @Test
    void theVerdictIsShownWithTheNumberOfPolls() {
        LiveProgress.Line line = new LiveProgress(out, false).lineFor(CHECK);

        line.onPoll(TARGET, "done", 3);
        line.show(outcome());

        assertThat(printed()).contains("FAILED (0.0 s, polls: 3)");
    }

    @Test
    void aVendorsWordCannotRuleTheTerminal() {
        LiveProgress.Line line = new LiveProgress(out, false).lineFor(CHECK);

        line.onStatusChange(TARGET, "odd\u001b[2J\nword");

        assertThat(printed()).contains("odd [2J word").doesNotContain("\u001b");
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static CheckOutcome outcome() {
        return CheckOutcome.of(CheckResult.builder(TARGET, Verdict.FAILED)
                .elapsed(Duration.ofSeconds(2))
                .polls(3)
                .build());
    }
}
