package dev.connectioncheck.benchmarks.polls;

import java.util.Random;

/** Durations that checks may have: evenly spread over the orders of magnitude from 0.2 seconds to 10 minutes. */
final class Jobs {
    private static final int JOBS = 20_000;
    private static final double SHORTEST = 0.2;
    private static final double LONGEST = 600;

    private Jobs() {}

    static boolean isInRange(double seconds) {
        return seconds >= SHORTEST && seconds <= LONGEST;
    }

    static double[] seconds() {
        Random random = new Random(20);
        double[] seconds = new double[JOBS];
        for (int job = 0; job < JOBS; job++) {
            seconds[job] = SHORTEST * Math.pow(LONGEST / SHORTEST, random.nextDouble());
        }
        return seconds;
    }
}
