package dev.connectioncheck.sandbox.contract;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
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

    @TestFactory
    final Stream<DynamicTest> noFaultMakesAnInventorySilentlyIncomplete() throws InterruptedException {
        List<ListFinding> findings = ListMatrix.play(List.of(vendor()), THREADS);
        return Stream.concat(
                Stream.of(DynamicTest.dynamicTest(
                        "what is listed is described, and no case was left out",
                        () -> requireAllLists(vendor(), ListMatrix.cases(vendor()), findings))),
                findings.stream().map(finding -> DynamicTest.dynamicTest(finding.toString(), finding::verify)));
    }

    /** A module that lists describes how; each fault strikes each of its requests, whichever way it is waited for. */
    static void requireAllLists(VendorUnderTest vendor, int expected, List<ListFinding> findings) {
        boolean described = !vendor.listOperations().isEmpty();
        if (lists(vendor) != described) {
            throw new AssertionError("The client of " + vendor.vendor() + " "
                    + (described
                            ? "lists nothing, but listOperations() says how"
                            : "lists, but listOperations() is empty"));
        }
        long played = findings.stream().map(ListFinding::caseName).distinct().count();
        if (played != expected || findings.size() != expected) {
            throw new AssertionError("Of " + expected + " cases " + played + " were played.");
        }
    }

    private static boolean lists(VendorUnderTest vendor) {
        VendorUnderTest.Setup setup =
                new VendorUnderTest.Setup(InstantSource.system(), Optional.empty(), false, Canary.secret("key"));
        try (StandIn standIn = vendor.start(setup)) {
            return standIn.client(client -> client.apiKey(setup.apiKey()).baseUrl(standIn.baseUrl()))
                    .connections()
                    .isPresent();
        }
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
