package dev.connectioncheck.benchmarks.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a process printed as {@code name.round=number}, by name and in the order of rounds. */
public final class Series {
    private final Map<String, TreeMap<Integer, Double>> values = new TreeMap<>();

    /**
     * Sorts printed figures.
     *
     * @param printed the figures by name and round
     */
    public Series(Map<String, Double> printed) {
        printed.forEach((key, value) -> {
            int dot = key.lastIndexOf('.');
            values.computeIfAbsent(key.substring(0, dot), name -> new TreeMap<>())
                    .put(Integer.valueOf(key.substring(dot + 1)), value);
        });
    }

    /**
     * Returns one contender's rounds.
     *
     * @param name the contender
     * @return its values
     */
    public List<Double> of(String name) {
        return List.copyOf(values.getOrDefault(name, new TreeMap<>()).values());
    }

    /**
     * Returns the middle of one contender's rounds.
     *
     * @param name the contender
     * @return its median
     */
    public double median(String name) {
        List<Double> sorted = new ArrayList<>(of(name));
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
        return Ratio.of(of(ours), of(peer));
    }
}
