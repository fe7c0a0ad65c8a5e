package dev.connectioncheck.sandbox.contract;

import dev.connectioncheck.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Plays every fault at every operation of vendors, blocking and asynchronously, of connections that work and that
 * don't.
 *
 * <p>Each case asserts that the outcome has the right type, that it comes in time, how often the request was sent, that
 * nothing is left behind, and that no secret shows.
 */
public final class FaultMatrix {
    private FaultMatrix() {}

    /**
     * Plays all cases, several at a time.
     *
     * @param vendors the modules to try
     * @param threads how many cases at a time
     * @return one finding per case, in the order of vendors, operations and faults
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static List<Finding> play(List<VendorUnderTest> vendors, int threads) throws InterruptedException {
        ExecutorService players = Executors.newFixedThreadPool(threads);
        LogWatch logs = LogWatch.start();
        try (RawServer elsewhere = RawServer.start(RawServer.Manners::silent)) {
            List<Future<Finding>> playing = new ArrayList<>();
            for (MatrixCase each : cases(vendors, "http://127.0.0.1:" + elsewhere.port() + "/")) {
                playing.add(players.submit(() -> new CaseRun(each).play()));
            }
            List<Finding> findings = collect(playing);
            if (elsewhere.connections() > 0) {
                throw new AssertionError("A redirection was followed.");
            }
            return findings;
        } finally {
            logs.close();
            players.shutdownNow();
        }
    }

    private static List<Finding> collect(List<Future<Finding>> playing) throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        for (Future<Finding> each : playing) {
            try {
                findings.add(each.get());
            } catch (ExecutionException e) {
                throw new AssertionError("A case can't be played", e.getCause());
            }
        }
        return List.copyOf(findings);
    }

    private static List<MatrixCase> cases(List<VendorUnderTest> vendors, String elsewhere) {
        List<MatrixCase> cases = new ArrayList<>();
        for (VendorUnderTest vendor : vendors) {
            for (CheckOperation operation : vendor.operations()) {
                for (MatrixFault fault : MatrixFaults.all(elsewhere)) {
                    for (Mode mode : Mode.values()) {
                        cases.add(new MatrixCase(vendor, operation, fault, mode, Verdict.PASSED));
                        cases.add(new MatrixCase(vendor, operation, fault, mode, Verdict.FAILED));
                    }
                }
            }
        }
        return cases;
    }
}
