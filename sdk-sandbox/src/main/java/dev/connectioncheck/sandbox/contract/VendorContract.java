package dev.connectioncheck.sandbox.contract;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds a vendor module to the contract, as JUnit tests: extend it and say which module.
 *
 * <p>Needs {@code junit-jupiter-api} on the test path; without JUnit use {@link FaultMatrix}.
 */
public abstract class VendorContract {
    private static final int THREADS = 8;
    private static final int WAYS = 2;
    private static final int TRUTHS = 2;

    /** Makes the tests; JUnit calls it. */
    protected VendorContract() {}

    /**
     * Describes the module.
     *
     * @return the module to try
     */
    protected abstract VendorUnderTest vendor();

    @TestFactory
    final Stream<DynamicTest> everyFaultEndsAsTheContractHasIt() throws InterruptedException {
        List<Finding> findings = FaultMatrix.play(List.of(vendor()), THREADS);
        return Stream.concat(
                Stream.of(DynamicTest.dynamicTest(
                        "no case was left out", () -> requireAll(vendor(), FaultMatrix.faults(), findings))),
                findings.stream().map(finding -> DynamicTest.dynamicTest(finding.toString(), finding::verify)));
    }

    /** Each fault strikes each operation, whichever way it is waited for, of a good connection and of a bad one. */
    static void requireAll(VendorUnderTest vendor, List<String> faults, List<Finding> findings) {
        int expected = vendor.operations().size() * faults.size() * WAYS * TRUTHS;
        long played = findings.stream().map(Finding::caseName).distinct().count();
        if (played != expected || findings.size() != expected) {
            throw new AssertionError("Of " + expected + " cases " + played + " were played.");
        }
    }
}
