package dev.connectioncheck.benchmarks.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a whole run came to.
 *
 * @param figures all that were taken
 */
public record Summary(List<Figure> figures) {
    /** Copies the figures. */
    public Summary {
        figures = List.copyOf(figures);
    }

    /**
     * Returns what the process says to whoever started it.
     *
     * @return 0 if every figure holds its goal, else 1
     */
    public int exitStatus() {
        return shortOfTheirGoals().isEmpty() ? 0 : 1;
    }

    /**
     * Returns how many figures hold, and which do not.
     *
     * @return one line
     */
    public String inWords() {
        List<Figure> missed = shortOfTheirGoals();
        return missed.isEmpty()
                ? "All " + figures.size() + " figures hold."
                : missed.size() + " of " + figures.size() + " figures fall short: "
                        + missed.stream().map(Figure::name).collect(Collectors.joining("; ")) + ".";
    }

    private List<Figure> shortOfTheirGoals() {
        return figures.stream().filter(figure -> !figure.holds()).toList();
    }
}
