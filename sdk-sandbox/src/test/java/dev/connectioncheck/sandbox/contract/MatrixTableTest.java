package dev.connectioncheck.sandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.Verdict;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MatrixTableTest {
    @Test
    void aCellIsWhatItsCasesAgreedOn() {
        List<Finding> findings = Stream.concat(
                        cases("start", "empty 200", "UnexpectedResponseException", 1),
                        cases("poll", "empty 200", "TransportException", 6))
                .toList();

        assertThat(MatrixTable.outcomes(findings)).isEqualTo("""
                        | fault | toy start | toy poll |
                        | --- | --- | --- |
                        | empty 200 | UnexpectedResponse | Transport ×6 |
                        """);
    }

    @Test
    void whatTheVendorWouldHaveSaidAnywayIsAsUsual() {
        List<Finding> findings = Stream.of(Verdict.values())
                .map(truth -> finding("start", "slow", Mode.ASYNC, truth, truth.name(), 1))
                .toList();

        assertThat(MatrixTable.outcomes(findings)).endsWith("| slow | as usual |\n");
    }

    @Test
    void oneCaseThatDiffersFromTheOthersShows() {
        List<Finding> findings = Stream.concat(
                        cases("start", "status 500", "VendorUnavailableException", 1),
                        Stream.of(
                                finding("start", "status 500", Mode.ASYNC, Verdict.FAILED, "PASSED", 1),
                                finding("start", "status 500", Mode.ASYNC, Verdict.FAILED, "VendorUnavailable", 3)))
                .toList();

        assertThat(MatrixTable.outcomes(findings))
                .endsWith("| status 500 | PASSED or VendorUnavailable or VendorUnavailable ×3 |\n");
    }

    private static Stream<Finding> cases(String operation, String fault, String outcome, int sends) {
        return Stream.of(Mode.values())
                .flatMap(mode -> Stream.of(
                        finding(operation, fault, mode, Verdict.PASSED, outcome, sends),
                        finding(operation, fault, mode, Verdict.FAILED, outcome, sends)));
    }

    private static Finding finding(
            String operation, String fault, Mode mode, Verdict truth, String outcome, int sends) {
        return new Finding("toy", operation, fault, mode, truth, outcome, OptionalInt.of(sends), List.of());
    }
}
