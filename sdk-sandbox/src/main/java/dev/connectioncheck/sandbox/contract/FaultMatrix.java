package dev.connectioncheck.sandbox.contract;

import dev.connectioncheck.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    /** A case of silence waits for a time-out, so that several of them cost no more than one. */
    private static final int SILENT_PER_THREAD = 4;

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
        try (RawServer elsewhere = RawServer.start(RawServer.Manners::silent);
                LogWatch logs = LogWatch.start()) {
            List<MatrixFault> chosen = MatrixFaults.all("http://127.0.0.1:" + elsewhere.port() + "/").stream()
                    .filter(faults)
                    .toList();
            List<Finding> findings = play(cases(vendors, chosen), threads, patience);
            throwIfAny("A redirection was followed.", elsewhere.connections() > 0);
            throwIfAny(
                    "A secret was logged:\n" + String.join("\n", logs.leaks()),
                    !logs.leaks().isEmpty());
            return findings;
        }
    }

    private static void throwIfAny(String problem, boolean there) {
        if (there) {
            throw new AssertionError(problem);
        }
    }

    private static List<Finding> play(List<MatrixCase> cases, int threads, Patience patience)
            throws InterruptedException {
        ExecutorService quick = Executors.newFixedThreadPool(threads);
        ExecutorService silent = Executors.newFixedThreadPool(SILENT_PER_THREAD * threads);
        try {
            List<Future<Finding>> playing = cases.stream()
                    .map(each -> (each.fault().isSlow() ? silent : quick).submit(() -> play(each, patience)))
                    .toList();
            return collect(cases, playing);
        } finally {
            quick.shutdownNow();
            silent.shutdownNow();
        }
    }

    /** Plays a case, and once more with more time if the machine was too busy to bring about what is to be tried. */
    private static Finding play(MatrixCase each, Patience patience) throws Exception {
        CaseRun first = new CaseRun(each, patience);
        Finding finding = first.play();
        return first.wasTooShort() ? new CaseRun(each.slower(), patience).play() : finding;
    }

    private static List<Finding> collect(List<MatrixCase> cases, List<Future<Finding>> playing)
            throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            try {
                findings.add(playing.get(i).get());
            } catch (ExecutionException e) {
                throw new AssertionError("A case can't be played: " + cases.get(i), e.getCause());
            }
        }
        return List.copyOf(findings);
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
