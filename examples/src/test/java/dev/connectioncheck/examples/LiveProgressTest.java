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
import org.junit.jupiter.api.Test;

class LiveProgressTest {
    private static final CheckTarget TARGET = DatafoldTarget.dataSource(42).named("analytics");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void onATerminalOneLineIsRewritten() {
        LiveProgress progress = new LiveProgress(out, true);
        progress.begin(2);

        progress.onStart(TARGET);
        progress.onFinish(outcome(TARGET));

        assertThat(printed().split("\r\u001b\\[2K"))
                .hasSize(3)
                .satisfies(lines -> assertThat(lines[1])
                        .isEqualTo(unwrapped("0 of 2 done; asking analytics (datafold data source 42)")))
                .satisfies(lines -> assertThat(lines[2]).isEqualTo(unwrapped("1 of 2 done, 1 failed")));
    }

    @Test
    void offATerminalEachEndIsALine() {
        LiveProgress progress = new LiveProgress(out, false);
        progress.begin(2);

        progress.onStart(TARGET);
        progress.onFinish(outcome(TARGET));
        progress.end();

        assertThat(printed().lines())
                .containsExactly(
                        "They have 2 connections. Checking those that can be checked.",
                        "  1 of 2  FAILED  analytics (datafold data source 42)",
                        "");
    }

    @Test
    void aConnectionsNameCanNotRuleTheTerminal() {
        CheckTarget odd = DatafoldTarget.dataSource(1).named("odd\u001b[2J\nname");

        new LiveProgress(out, false).onFinish(outcome(odd));

        assertThat(printed()).contains("odd [2J name").doesNotContain("\u001b");
    }

    /** With the terminal's wrapping switched off for the line alone. */
    private static String unwrapped(String line) {
        return "\u001b[?7l" + line + "\u001b[?7h";
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static CheckOutcome outcome(CheckTarget target) {
        return CheckOutcome.of(CheckResult.builder(target, Verdict.FAILED).build());
    }
}
