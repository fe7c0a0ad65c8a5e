package dev.connectioncheck.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckReport;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.Connection;
import dev.connectioncheck.ConnectionCheckException.Failure;
import dev.connectioncheck.TransportException;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.datafold.DatafoldTarget;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTableTest {
    private static final CheckTarget TARGET = DatafoldTarget.dataSource(42);

    @Test
    void eachStatusIsPrintedAsWhatItIsAndCounted() {
        TransportException error = new TransportException(Failure.of("datafold", "check", "no route"), null);
        CheckReport report = CheckReport.of(
                List.of(
                        result(Verdict.PASSED, ""),
                        result(Verdict.FAILED, "no route to host"),
                        result(Verdict.INCONCLUSIVE, "who knows"),
                        CheckOutcome.of(TARGET, error),
                        CheckOutcome.skipped(TARGET, "paused")),
                List.of(error));

        assertThat(new ResultTable(rows("a", "a much longer name", "c", "d", "e"), report)
                        .toString()
                        .lines())
                .containsExactly(
                        "VENDOR    KIND         TYPE  NAME                STATUS        TIME   POLLS  MESSAGE",
                        "datafold  data source  pg    a                   PASSED        1.5 s  2",
                        "datafold  data source  pg    a much longer name  FAILED        1.5 s  2      no route to host",
                        "datafold  data source  pg    c                   INCONCLUSIVE  1.5 s  2      who knows",
                        "datafold  data source  pg    d                   ERROR         -      -      no route",
                        "datafold  data source  pg    e                   SKIPPED       -      -      paused",
                        "",
                        "5 connections: 1 passed, 1 failed, 1 inconclusive, 1 error, 1 skipped.",
                        "Not listed to the end: no route");
    }

    @Test
    void aLongMessageOfManyLinesIsOneShortLine() {
        CheckReport report = CheckReport.of(List.of(result(Verdict.FAILED, "first\n\tsecond " + "x".repeat(100))));

        assertThat(new ResultTable(rows("a"), report)
                        .toString()
                        .lines()
                        .toList()
                        .get(1))
                .contains("first second xxx")
                .endsWith("…");
    }

    private static List<Connection> rows(String... names) {
        return List.of(names).stream()
                .map(name -> Connection.builder("datafold", "data source", "42")
                        .name(name)
                        .type("pg")
                        .target(TARGET)
                        .build())
                .toList();
    }

    private static CheckOutcome result(Verdict verdict, String message) {
        return CheckOutcome.of(CheckResult.builder(TARGET, verdict)
                .message(message)
                .elapsed(Duration.ofMillis(1500))
                .polls(2)
                .build());
    }
}
