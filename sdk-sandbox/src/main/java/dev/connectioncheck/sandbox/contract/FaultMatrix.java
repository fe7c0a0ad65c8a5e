package dev.connectioncheck.sandbox.contract;

import dev.connectioncheck.CheckTimeoutException;
import dev.connectioncheck.TransportException;
import dev.connectioncheck.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Plays every fault at every operation of vendors, blocking and asynchronously, of connections that work and that
 * don't.
 *
 * <p>Each case asserts that the outcome has the right type, that it comes in time, how often the request was sent, that
 * it was waited for as asked, that nothing is left behind, and that no secret shows. Of the whole it asserts that no
 * redirection was followed and that no secret was logged.
 */
public final class FaultMatrix {
    private static final List<Verdict> TRUTHS = List.of(Verdict.PASSED, Verdict.FAILED);

    private FaultMatrix() {}

    /**
     * Plays all cases, several at a time.
     *
     * @param vendors the modules to try
     * @param threads how many cases at a time; four times as many of those that only wait for silence to end
     * @return one finding per case, in the order of vendors, operations and faults
     * @throws InterruptedException if the calling thread is interrupted
     * @throws AssertionError if a case can't be played, a redirection was followed, or a secret was logged
     */
    public static List<Finding> play(List<VendorUnderTest> vendors, int threads) throws InterruptedException {
        return play(vendors, fault -> true, threads, Patience.USUAL);
    }

    /**
     * Lists the faults of the matrix. Of each there are as many findings as operations, times two ways of waiting,
     * times two verdicts that the vendor would have given.
     *
     * @return the names, in the order of the findings
     */
    public static List<String> faults() {
        return MatrixFaults.all("").stream().map(MatrixFault::name).toList();
    }

    /** Plays the cases of some faults. */
    static List<Finding> play(
            List<VendorUnderTest> vendors, Predicate<MatrixFault> faults, int threads, Patience patience)
            throws InterruptedException {
        return new CasePlayer<MatrixCase, Finding>(each -> each.fault().isSlow(), each -> play(each, patience))
                .play(elsewhere -> cases(vendors, chosen(faults, elsewhere)), threads);
    }

    private static List<MatrixFault> chosen(Predicate<MatrixFault> faults, String elsewhere) {
        return MatrixFaults.all(elsewhere).stream().filter(faults).toList();
    }

    /** Plays a case, and once more with more time if the machine was too busy to bring about what is to be tried. */
    private static Finding play(MatrixCase each, Patience patience) throws Exception {
        CaseRun first = new CaseRun(each, patience);
        Finding finding = first.play();
        if (first.wasTooShort()) {
            return new CaseRun(each.slower(), patience).play();
        }
        return wasHeldUp(each, finding) ? new CaseRun(each, patience).play() : finding;
    }

    /**
     * A machine that stands still for a moment lets the deadline pass while the attempt should have ended before it.
     * What broke a promise counts all the same.
     */
    private static boolean wasHeldUp(MatrixCase each, Finding finding) {
        return finding.problems().isEmpty()
                && finding.outcome().equals(CheckTimeoutException.class.getSimpleName())
                && each.expectation().outcomes().contains(TransportException.class.getSimpleName());
    }

    private static List<MatrixCase> cases(List<VendorUnderTest> vendors, List<MatrixFault> faults) {
        List<MatrixCase> cases = new ArrayList<>();
        for (VendorUnderTest vendor : vendors) {
            for (CheckOperation operation : vendor.operations()) {
                for (MatrixFault fault : faults) {
                    for (Mode mode : Mode.values()) {
                        TRUTHS.forEach(truth -> cases.add(new MatrixCase(vendor, operation, fault, mode, truth)));
                    }
                }
            }
        }
        return cases;
    }
}
