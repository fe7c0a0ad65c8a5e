package dev.connectioncheck.benchmarks.calls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Times one check, each contender in turn, round after round: whatever slows the machine down for a while slows all of
 * them down.
 */
public final class OverheadRun {
    private static final int WARM_UP_ROUNDS = 60;
    private static final int ROUNDS = 200;
    private static final int CALLS = 100;

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
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3));
        Random random = new Random(4);
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
            Collections.shuffle(order, random);
            for (int index : order) {
                double median = medianMicros(contenders.get(index));
                if (round >= 0) {
                    System.out.println(Contenders.NAMES.get(index) + "." + round + "=" + median);
                }
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private static double medianMicros(Contender contender) throws Exception {
        long[] nanos = new long[CALLS];
        for (int call = 0; call < CALLS; call++) {
            long began = System.nanoTime();
            if (!contender.check()) {
                throw new IllegalStateException("The check did not pass.");
            }
            nanos[call] = System.nanoTime() - began;
        }
        Arrays.sort(nanos);
        return nanos[CALLS / 2] / 1_000.0;
    }
}
