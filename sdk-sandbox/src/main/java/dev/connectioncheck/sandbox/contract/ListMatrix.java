package dev.connectioncheck.sandbox.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Plays every fault at every request with which vendors list an account, blocking and asynchronously.
 *
 * <p>An inventory has every row of the account, or says why not: each case asserts that, the type of the error, that it
 * comes in time, that nothing but the requests described was sent and how often, that another account's rows are not
 * hidden, that nothing is left behind, and that no secret shows, neither the key nor one among the settings that the
 * vendor lists. Of the whole it asserts that no redirection was followed and that no secret was logged.
 *
 * <p>A wrong place (a name that is not found, a server that nobody trusts) strikes the first request alone: there is no
 * second one.
 */
public final class ListMatrix {
    private ListMatrix() {}

    /**
     * Plays all cases, several at a time.
     *
     * @param vendors the modules to try; one without {@link VendorUnderTest#listOperations} has no cases
     * @param threads how many cases at a time; four times as many of those that only wait for silence to end
     * @return one finding per case, in the order of vendors, requests and faults
     * @throws InterruptedException if the calling thread is interrupted
     * @throws AssertionError if a case can't be played, a redirection was followed, or a secret was logged
     */
    public static List<ListFinding> play(List<VendorUnderTest> vendors, int threads) throws InterruptedException {
        return play(vendors, fault -> true, threads, Patience.USUAL);
    }

    /**
     * Counts the cases of a vendor.
     *
     * @param vendor the module
     * @return how many findings {@link #play} has of it
     */
    public static int cases(VendorUnderTest vendor) {
        return cases(List.of(vendor), MatrixFaults.all("")).size();
    }

    /** Plays the cases of some faults. */
    static List<ListFinding> play(
            List<VendorUnderTest> vendors, Predicate<MatrixFault> faults, int threads, Patience patience)
            throws InterruptedException {
        return new CasePlayer<ListCase, ListFinding>(each -> each.fault().isSlow(), each -> play(each, patience))
                .play(
                        elsewhere -> cases(
                                vendors,
                                MatrixFaults.all(elsewhere).stream()
                                        .filter(faults)
                                        .toList()),
                        threads);
    }

    /**
     * Plays a case. Where silence is waited out, a busy machine may be too slow for the requests before it: then it is
     * played once more with more time.
     */
    private static ListFinding play(ListCase each, Patience patience) throws Exception {
        ListFinding finding = new ListRun(each, patience).play();
        boolean hasty = each.fault().isSlow() && !finding.problems().isEmpty();
        return hasty ? new ListRun(each.slower(), patience).play() : finding;
    }

    private static List<ListCase> cases(List<VendorUnderTest> vendors, List<MatrixFault> faults) {
        List<ListCase> cases = new ArrayList<>();
        for (VendorUnderTest vendor : vendors) {
            for (int request = 1; request <= vendor.listOperations().size(); request++) {
                for (MatrixFault fault : faults) {
                    if (request == 1 || fault.origin() == null) {
                        cases.add(new ListCase(vendor, request, fault, Mode.BLOCKING));
                        cases.add(new ListCase(vendor, request, fault, Mode.ASYNC));
                    }
                }
            }
        }
        return cases;
    }
}
