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

    private static final String NOT_TAKEN = "not taken";

    /** Keeps the peers in their order. */
    public Figure {
        peers = new LinkedHashMap<>(peers);
    }

    /**
     * Makes a line for a figure that could not be taken, and so does not hold.
     *
     * @param name what was to be measured
     * @param goal the goal, in words
     * @param why what was missing
     * @return a line without a value
     */
    public static Figure notTaken(String name, String goal, String why) {
        return new Figure(name, "", Double.NaN, Map.of(), "", goal, false, why);
    }

    /**
     * Returns what holds of this figure.
     *
     * @return {@code holds}, {@code falls short} or {@code not taken}, and the remark
     */
    public String verdict() {
        return (holds ? "holds" : Double.isNaN(ours) ? NOT_TAKEN : "falls short")
                + (remark.isEmpty() ? "" : " (" + remark + ")");
    }

    /**
     * Returns our value with its unit.
     *
     * @return text for a reader
     */
    public String oursInWords() {
        return Double.isNaN(ours) ? NOT_TAKEN : inWords(ours);
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
