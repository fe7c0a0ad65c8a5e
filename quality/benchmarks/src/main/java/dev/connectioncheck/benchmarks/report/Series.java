package dev.connectioncheck.benchmarks.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What contenders reached, round by round. */
public final class Series {
    private final Map<String, List<Double>> values = new LinkedHashMap<>();

    /**
     * Adds what a contender reached in its next round.
     *
     * @param name the contender
     * @param value the figure
     */
    public void add(String name, double value) {
        values.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
    }

    /**
     * Returns the middle of one contender's rounds.
     *
     * @param name the contender
     * @return its median
     */
    public double median(String name) {
        List<Double> sorted = new ArrayList<>(Measured.of(values, name));
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    /**
     * Compares two contenders round by round.
     *
     * @param ours the one
     * @param peer the other
     * @return the ratio
     */
    public Ratio ratio(String ours, String peer) {
        return Ratio.of(Measured.of(values, ours), Measured.of(values, peer));
    }
}
