package dev.connectioncheck.benchmarks.polls;

import dev.connectioncheck.benchmarks.report.Figure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What polling costs, by policy, for 20,000 jobs of 0.2 seconds to 10 minutes on virtual time. */
public final class PollFigures {
    private static final double MEAN_EXTRA_LIMIT = 12;
    private static final double HIGH_EXTRA_LIMIT = 30;
    private static final double POLLS_LIMIT = 20;

    private final Cost ours = OurPacing.cost();
    private final Map<String, Cost> peers = new LinkedHashMap<>();

    /** Runs the SDK and every peer's policy. */
    public PollFigures() {
        Policies.peers().forEach((name, policy) -> peers.put(name, Cost.of(policy)));
    }

    /**
     * Returns the costs by policy, ours first.
     *
     * @return costs by name
     */
    public Map<String, Cost> costs() {
        Map<String, Cost> all = new LinkedHashMap<>();
        all.put("ours", ours);
        all.putAll(peers);
        return all;
    }

    /**
     * Returns the lines of the report.
     *
     * @return three figures
     */
    public List<Figure> figures() {
        return List.of(
                figure("extra wait, mean", "%", Cost::meanExtra, MEAN_EXTRA_LIMIT),
                figure("extra wait, 95th percentile", "%", Cost::highExtra, HIGH_EXTRA_LIMIT),
                figure("polls, mean per check", "", Cost::meanPolls, POLLS_LIMIT));
    }

    private Figure figure(String name, String unit, ToDoubleFunction<Cost> part, double limit) {
        Map<String, Double> theirs = new LinkedHashMap<>();
        peers.forEach((peer, cost) -> theirs.put(peer, part.applyAsDouble(cost)));
        double value = part.applyAsDouble(ours);
        boolean unbeaten = peers.values().stream().allMatch(ours::isNotBeatenBy);
        return new Figure(
                name,
                unit,
                value,
                theirs,
                "",
                "≤ " + (int) limit + ", no peer better on both",
                value <= limit && unbeaten,
                "");
    }
}
