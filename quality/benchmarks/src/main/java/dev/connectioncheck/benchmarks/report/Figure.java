package dev.connectioncheck.benchmarks.report;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One line of the report.
 *
 * @param name what was measured
 * @param unit in what
 * @param ours our value
 * @param peers the peers' values by name
 * @param ratio how ours compares with what the goal names; empty if the goal is no ratio
 * @param goal the goal, in words
 * @param holds whether it is reached
 * @param remark what else has to be known; empty if nothing
 */
public record Figure(
        String name,
        String unit,
        double ours,
        Map<String, Double> peers,
        String ratio,
        String goal,
        boolean holds,
        String remark) {
    /** Says that another run might end otherwise. */
    public static final String WIDE = "its spread is wider than its distance to the goal";

    /** Keeps the peers in their order. */
    public Figure {
        peers = new LinkedHashMap<>(peers);
    }

    /**
     * Returns what holds of this figure.
     *
     * @return {@code holds} or {@code falls short}, and the remark
     */
    public String verdict() {
        return (holds ? "holds" : "falls short") + (remark.isEmpty() ? "" : " (" + remark + ")");
    }

    /**
     * Returns our value with its unit.
     *
     * @return text for a reader
     */
    public String oursInWords() {
        return inWords(ours);
    }

    /**
     * Returns the peers' values with their names.
     *
     * @return text for a reader
     */
    public String peersInWords() {
        return peers.entrySet().stream()
                .map(peer -> peer.getKey() + " " + inWords(peer.getValue()))
                .collect(Collectors.joining(", "));
    }

    private String inWords(double value) {
        String number = value >= 100
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
        return number.replaceFirst("\\.0+$", "") + (unit.isEmpty() ? "" : " " + unit);
    }

    @Override
    public String toString() {
        return name + ": ours " + oursInWords() + "; " + peersInWords() + (ratio.isEmpty() ? "" : "; ratio " + ratio)
                + "; goal " + goal + "; " + verdict();
    }
}
