package dev.connectioncheck.benchmarks.calls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Times one check, a few by each contender in turn, round after round: whatever slows the machine down for a while
 * slows all of them down.
 */
public final class OverheadRun {
    private static final int WARM_UP_ROUNDS = 500;
    private static final int ROUNDS = 200;
    private static final int TURNS = 10;
    private static final int CALLS = 10;

    private OverheadRun() {}

    /**
     * Prints, for each contender and round, the median time of a check in microseconds.
     *
     * @param args the vendor, and where its API is
     * @throws Exception if a check does not pass
     */
    public static void main(String[] args) throws Exception {
        List<Contender> contenders = new ArrayList<>();
        for (String name : Contenders.NAMES) {
            contenders.add(Contenders.of(name, args[0], args[1]));
        }
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
            List<long[]> nanos = round(contenders);
            for (int index = 0; round >= 0 && index < nanos.size(); index++) {
                System.out.println(Contenders.NAMES.get(index) + "." + round + "=" + medianMicros(nanos.get(index)));
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private static List<long[]> round(List<Contender> contenders) throws Exception {
        List<long[]> nanos = new ArrayList<>();
        contenders.forEach(contender -> nanos.add(new long[TURNS * CALLS]));
        for (int turn = 0; turn < TURNS; turn++) {
            for (int index = 0; index < contenders.size(); index++) {
                turn(contenders.get(index), nanos.get(index), turn * CALLS);
            }
        }
        return nanos;
    }

    private static void turn(Contender contender, long[] nanos, int from) throws Exception {
        for (int call = from; call < from + CALLS; call++) {
            long began = System.nanoTime();
            if (!contender.check()) {
                throw new IllegalStateException("The check did not pass.");
            }
            nanos[call] = System.nanoTime() - began;
        }
    }

    private static double medianMicros(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / 1_000.0;
    }
}
