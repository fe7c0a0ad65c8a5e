package dev.connectioncheck.benchmarks.calls;

import dev.connectioncheck.benchmarks.Turns;
import java.util.Arrays;

/** Times single checks of one contender. */
public final class OverheadRun {
    private OverheadRun() {}

    /**
     * Makes as many checks as each turn asks for, and prints their median in microseconds.
     *
     * @param args the contender, the vendor, and where its API is
     * @throws Exception if a check does not pass
     */
    public static void main(String[] args) throws Exception {
        Contender contender = Contenders.of(args[0], args[1], args[2]);
        Turns.take(checks -> medianMicros(contender, new long[checks]));
    }

    private static double medianMicros(Contender contender, long[] nanos) throws Exception {
        for (int check = 0; check < nanos.length; check++) {
            long began = System.nanoTime();
            if (!contender.check()) {
                throw new IllegalStateException("The check did not pass.");
            }
            nanos[check] = System.nanoTime() - began;
        }
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / 1_000.0;
    }
}
