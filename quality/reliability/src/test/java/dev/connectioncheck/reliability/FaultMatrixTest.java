package dev.connectioncheck.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.sandbox.contract.Canary;
import dev.connectioncheck.sandbox.contract.Finding;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FaultMatrixTest {
    @TestFactory
    Stream<DynamicTest> everyFaultEndsAsTheContractHasIt() {
        return Matrix.findings().stream().map(each -> DynamicTest.dynamicTest(each.toString(), each::verify));
    }

    @Test
    void noLogEventShowsASecret() {
        List<Finding> findings = Matrix.findings();
        assertThat(Canary.events()).isGreaterThan(findings.size());
        assertThat(Canary.leaks()).isEmpty();
    }
}
