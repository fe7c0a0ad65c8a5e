package dev.connectioncheck.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.Verdict;
import dev.connectioncheck.sandbox.Fault;
import dev.connectioncheck.sandbox.Faults;
import dev.connectioncheck.sandbox.contract.Canary;
import dev.connectioncheck.sandbox.contract.CheckOperation;
import dev.connectioncheck.sandbox.contract.FaultMatrix;
import dev.connectioncheck.sandbox.contract.Finding;
import dev.connectioncheck.sandbox.contract.Mode;
import dev.connectioncheck.sandbox.contract.VendorUnderTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FaultMatrixTest {
    /** Eight wrong places, and six ways in which a vendor sends back what it was sent. */
    private static final int NOT_OF_THE_SANDBOX = 14;

    @TestFactory
    Stream<DynamicTest> everyFaultEndsAsTheContractHasIt() {
        return Matrix.findings().stream().map(each -> DynamicTest.dynamicTest(each.toString(), each::verify));
    }

    @Test
    void everyFaultOfTheSandboxIsInTheMatrix() {
        assertThat(FaultMatrix.faults())
                .containsAll(ofTheSandbox())
                .doesNotHaveDuplicates()
                .hasSize(ofTheSandbox().size() + NOT_OF_THE_SANDBOX);
    }

    /**
     * All but the one that strikes the operation after the one whose answer it spoils: see {@link KeptConnectionTest}.
     */
    private static List<String> ofTheSandbox() {
        return Stream.of(Faults.all(), Faults.http2())
                .flatMap(List::stream)
                .map(Fault::name)
                .filter(name -> !name.equals(Fault.connectionDiesAfterwards().name()))
                .toList();
    }

    @Test
    void everyFaultIsPlayedAtEveryOperationInEveryWay() {
        List<String> expected = new ArrayList<>();
        for (VendorUnderTest vendor : Vendors.all()) {
            for (CheckOperation operation : vendor.operations()) {
                for (String fault : FaultMatrix.faults()) {
                    for (Mode mode : List.of(Mode.BLOCKING, Mode.ASYNC)) {
                        for (Verdict truth : List.of(Verdict.PASSED, Verdict.FAILED)) {
                            expected.add(vendor.vendor() + " " + operation + ", " + fault + ", " + mode + ", truth "
                                    + truth);
                        }
                    }
                }
            }
        }
        assertThat(Matrix.findings()).extracting(Finding::caseName).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void theOperationsOfTheMatrixAreThoseOfTheVendorsChecks() {
        assertThat(Vendors.all())
                .flatExtracting(VendorUnderTest::operations)
                .extracting(CheckOperation::name)
                .containsExactly(
                        "checkConnection",
                        "createConnectionCheckSources",
                        "getConnectionCheckSources",
                        "testDataSource",
                        "getDataSourceTest",
                        "getConnector",
                        "pingConnector");
    }

    /** Playing it fails if one of the events shows a secret. */
    @Test
    void theLogIsHeardWhileTheMatrixIsPlayed() {
        List<Finding> findings = Matrix.findings();
        assertThat(Canary.events()).isGreaterThan(findings.size());
    }
}
