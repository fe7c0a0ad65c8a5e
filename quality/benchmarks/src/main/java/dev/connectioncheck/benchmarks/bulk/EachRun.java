package dev.connectioncheck.benchmarks.bulk;

import dev.connectioncheck.BulkOptions;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.benchmarks.StretchedTime;
import dev.connectioncheck.datafold.DatafoldTarget;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Checks any number of targets that are made when they are pulled: a process of its own. */
public final class EachRun {
    /** Real pauses would make the run wait rather than work. */
    private static final double PAUSES = 0.001;

    /** The checker remembers 10,000 connections, which is a figure of its own: that many have been checked before. */
    private static final int WARM_UP = 20_000;

    private static final int PAUSE_MILLIS = 150;

    private EachRun() {}

    /**
     * Prints {@code heap}, the most bytes that were alive during the run beyond those before it, and {@code checks},
     * how many were made, those to warm up included.
     *
     * @param args the server's URL, how many targets, and how many checks at a time
     * @throws Exception if a check does not pass
     */
    public static void main(String[] args) throws Exception {
        int checks = Integer.parseInt(args[1]);
        BulkOptions options = BulkOptions.builder()
                .concurrencyPerVendor(Integer.parseInt(args[2]))
                .build();
        try (ConnectionChecker checker = ConnectionChecker.builder()
                .client(FourVendors.datafold(args[0]))
                .timeSource(new StretchedTime(PAUSES))
                .build()) {
            check(checker, options, WARM_UP);
            long idle = LiveHeap.atRest();
            long peak = LiveHeap.peakDuring(PAUSE_MILLIS, () -> check(checker, options, checks));
            System.out.println("heap=" + (peak - idle));
            System.out.println("checks=" + (WARM_UP + checks));
        }
        System.exit(0);
    }

    private static void check(ConnectionChecker checker, BulkOptions options, int checks) {
        AtomicInteger passed = new AtomicInteger();
        checker.checkEach(() -> targets(checks), options, outcome -> passed.addAndGet(count(outcome)));
        if (passed.get() != checks) {
            throw new IllegalStateException("Of " + checks + " checks, " + passed + " passed.");
        }
    }

    private static Iterator<CheckTarget> targets(int number) {
        return IntStream.rangeClosed(1, number)
                .<CheckTarget>mapToObj(DatafoldTarget::dataSource)
                .iterator();
    }

    private static int count(CheckOutcome outcome) {
        return outcome.passed() ? 1 : 0;
    }
}
