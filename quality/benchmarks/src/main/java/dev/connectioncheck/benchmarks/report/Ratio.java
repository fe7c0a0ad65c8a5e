package dev.connectioncheck.benchmarks.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How ours compares with a peer, round by round.
 *
 * @param median the middle of all rounds
 * @param low a quarter of the rounds is below
 * @param high a quarter of the rounds is above
 */
public record Ratio(double median, double low, double high) {
    /**
     * Compares what was measured in the same rounds.
     *
     * @param ours one value a round
     * @param peers the peer's, in the same order
     * @return the ratio's median and quartiles
     */
    public static Ratio of(List<Double> ours, List<Double> peers) {
        double[] ratios = new double[ours.size()];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] = ours.get(round) / peers.get(round);
        }
        Arrays.sort(ratios);
        return new Ratio(
                ratios[ratios.length / 2],
                ratios[ratios.length / 4],
                ratios[Math.min(ratios.length - 1, ratios.length * 3 / 4)]);
    }

    /**
     * Compares what does not vary from round to round.
     *
     * @param ours one value
     * @param peers the peer's
     * @return a ratio without spread
     */
    public static Ratio of(double ours, double peers) {
        return new Ratio(ours / peers, ours / peers, ours / peers);
    }

    /**
     * Tells whether the rounds differ more than the median is away from a limit.
     *
     * @param limit what the ratio is held against
     * @return whether another run might end on the other side
     */
    public boolean isWiderThanDistanceTo(double limit) {
        return high - low > Math.abs(limit - median);
    }

    @Override
    public String toString() {
        return low == high
                ? String.format(Locale.ROOT, "%.2f", median)
                : String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", median, low, high);
    }
}
