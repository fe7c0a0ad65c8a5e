package dev.connectioncheck.benchmarks.polls;

import dev.connectioncheck.benchmarks.report.Figure;
import dev.connectioncheck.benchmarks.report.Page;
import dev.connectioncheck.benchmarks.report.Plot;
import java.io.IOException;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What polling costs, by policy, for 20,000 jobs of 0.2 seconds to 10 minutes on virtual time. */
public final class PollFigures {
    private static final double FACTOR = 10;

    private final Cost ours = OurPacing.cost();
    private final Map<String, Cost> peers = new LinkedHashMap<>();
    private final Map<String, Cost> peersAgain = new LinkedHashMap<>();
    private final Cost known;
    private final Cost slower;
    private final Cost quicker;
    private final Cost quickerAlone;

    /** Runs the SDK and every peer's policy. */
    public PollFigures() {
        KnownConnections connections = new KnownConnections(Jobs.seconds());
        known = connections.known();
        slower = connections.changed(FACTOR);
        quicker = connections.changed(1 / FACTOR);
        quickerAlone = connections.changedAlone(1 / FACTOR);
        Policies.peers().forEach((name, policy) -> {
            peers.put(name, Cost.of(policy, Jobs.seconds()));
            peersAgain.put(name, connections.by(policy));
        });
    }

    /**
     * Prints the lines of polling alone, and draws their plots in {@code docs}; needs no quiet machine.
     *
     * @param args none
     * @throws IOException if a plot can't be written
     */
    public static void main(String[] args) throws IOException {
        PollFigures polls = new PollFigures();
        polls.figures().forEach(System.out::println);
        polls.draw(new Page(Path.of("docs")));
    }

    /**
     * Draws the plots of polling.
     *
     * @param page where they belong
     * @return the page
     * @throws IOException if one can't be written
     */
    public Page draw(Page page) throws IOException {
        return page.plot("polls-and-extra-wait", policies()).plot("pauses", pauses());
    }

    /**
     * Returns the costs of checks of connections that were never seen.
     *
     * @return our costs
     */
    public Cost ours() {
        return ours;
    }

    private Plot policies() {
        Plot plot = new Plot(
                "Polling policies: the lower left is better", "polls per check, mean", "extra wait in %, mean");
        Map<String, Cost> all = new LinkedHashMap<>();
        all.put("ours, never seen", ours);
        all.put("ours, known", known);
        all.putAll(peers);
        all.forEach((name, cost) -> plot.line(name, Map.of(cost.meanPolls(), cost.meanExtra())));
        return plot;
    }

    private Plot pauses() {
        Plot plot = new Plot(
                "Pauses of a check that takes longer than usual", "age at the poll in s", "pause before it in s");
        PauseLines.all().forEach(plot::line);
        return plot;
    }

    /**
     * Returns the lines of the report.
     *
     * @return the figures of connections never seen, then of those that are known, then of those that changed
     */
    public List<Figure> figures() {
        String alone = String.format(
                Locale.ROOT,
                "slower %.1f and %.1f polls, quicker %.1f and %.1f polls",
                slower.meanExtra(),
                slower.meanPolls(),
                quicker.meanExtra(),
                quicker.meanPolls());
        return List.of(
                figure("extra wait, mean", "%", Cost::meanExtra, 12),
                figure("extra wait, 95th percentile", "%", Cost::highExtra, 30),
                figure("polls, mean per check", "", Cost::meanPolls, 20),
                figure("extra wait of known connections, mean", "%", known, peersAgain, Cost::meanExtra, 8.5),
                figure("polls of known connections, mean per check", "", known, peersAgain, Cost::meanPolls, 6),
                changed(
                        "extra wait, first checks after a vendor became ten times slower or quicker",
                        "%",
                        15,
                        alone,
                        Cost::meanExtra),
                changed(
                        "polls, first checks after a vendor became ten times slower or quicker",
                        "",
                        22,
                        "",
                        Cost::meanPolls),
                new Figure(
                        "extra wait, first check after one connection alone became ten times quicker",
                        "%",
                        quickerAlone.meanExtra(),
                        Map.of(),
                        "",
                        "none",
                        true,
                        ""));
    }

    private Figure figure(String name, String unit, ToDoubleFunction<Cost> part, double limit) {
        return figure(name, unit, ours, peers, part, limit);
    }

    private static Figure figure(
            String name, String unit, Cost our, Map<String, Cost> others, ToDoubleFunction<Cost> part, double limit) {
        Map<String, Double> theirs = new LinkedHashMap<>();
        others.forEach((peer, cost) -> theirs.put(peer, part.applyAsDouble(cost)));
        double value = part.applyAsDouble(our);
        boolean unbeaten = others.values().stream().allMatch(our::isNotBeatenBy);
        return new Figure(
                name,
                unit,
                value,
                theirs,
                "",
                "≤ " + inWords(limit) + ", no peer better on both",
                value <= limit && unbeaten,
                "");
    }

    /** The worse of both. */
    private Figure changed(String name, String unit, double limit, String remark, ToDoubleFunction<Cost> part) {
        double value = Math.max(part.applyAsDouble(slower), part.applyAsDouble(quicker));
        return new Figure(name, unit, value, Map.of(), "", "≤ " + inWords(limit), value <= limit, remark);
    }

    private static String inWords(double limit) {
        return new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(limit);
    }
}
