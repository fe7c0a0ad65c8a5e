package dev.connectioncheck.benchmarks.polls;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** How the pauses of a check go that takes longer than usual, by what was remembered of its connection. */
final class PauseLines {
    private static final int RUNS = 8;
    private static final double SPREAD = 0.2;

    private PauseLines() {}

    /** Returns by name the pause before each poll, by the age of the check. */
    static Map<String, Map<Double, Double>> all() {
        Map<String, Map<Double, Double>> lines = new LinkedHashMap<>();
        lines.put("never seen", after(0, 300));
        lines.put("usually 5 s", after(5, 25));
        lines.put("usually 50 s", after(50, 180));
        return lines;
    }

    private static Map<Double, Double> after(double usual, double seconds) {
        OurPacing ours = new OurPacing(new TextMemory());
        Random chance = new Random(5);
        for (int run = 0; run < RUNS && usual > 0; run++) {
            ours.check(1, usual * Math.exp(SPREAD * chance.nextGaussian()), new Cost.Sum());
        }
        ours.check(1, seconds, new Cost.Sum());
        Map<Double, Double> pauses = new LinkedHashMap<>();
        double last = 0;
        for (double age : ours.polled()) {
            pauses.put(age, age - last);
            last = age;
        }
        return pauses;
    }
}
