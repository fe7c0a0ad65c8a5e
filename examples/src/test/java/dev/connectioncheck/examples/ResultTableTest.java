package dev.connectioncheck.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.datafold.DatafoldTarget;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ResultTableTest {
    private static final CheckTarget TARGET = DatafoldTarget.dataSource(42);

    private final ResultTable table = new ResultTable();

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        add("a", Verdict.PASSED, "");
        add("a much longer name", Verdict.FAILED, "no route");

        assertThat(table.toString().lines())
                .containsExactly(
                        "VENDOR    CONNECTION          VERDICT  TIME   POLLS  MESSAGE",
                        "datafold  a                   PASSED   1.5 s  2",
                        "datafold  a much longer name  FAILED   1.5 s  2      no route");
    }

    @Test
    void aLongMessageOfManyLinesIsOneShortLine() {
        add("a", Verdict.FAILED, "first\n\tsecond " + "x".repeat(100));

        assertThat(table.toString().lines())
                .last()
                .asString()
                .contains("first second xxx")
                .endsWith("…");
    }

    private void add(String connection, Verdict verdict, String message) {
        table.add(
                new PlannedCheck(connection, TARGET),
                CheckOutcome.of(CheckResult.builder(TARGET, verdict)
                        .message(message)
                        .elapsed(Duration.ofMillis(1500))
                        .polls(2)
                        .build()));
    }
}
