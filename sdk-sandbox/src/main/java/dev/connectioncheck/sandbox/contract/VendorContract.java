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
        return FaultMatrix.play(List.of(vendor()), THREADS).stream()
                .map(finding -> DynamicTest.dynamicTest(finding.toString(), finding::verify));
    }
}
