package dev.connectioncheck.benchmarks.polls;

import java.util.Random;

/**
 * Connections whose checks take about as long each time: medians are the jobs' durations, and each check is within a
 * log-normal spread of 20 % of its connection's. Each was checked eight times before anything counts.
 */
final class KnownConnections {
    private static final int RUNS = 8;
    private static final double SPREAD = 0.2;
    private static final int ONE_ALONE_OF = 20;

    private final double[] medians;
    private final Random chance = new Random(8);
    private final TextMemory taught = new TextMemory();

    KnownConnections(double[] medians) {
        this.medians = medians.clone();
        OurPacing ours = new OurPacing(taught);
        for (int run = 0; run < RUNS; run++) {
            check(ours, 1, 1);
        }
    }

    /** Returns what the next check of each costs. */
    Cost known() {
        return check(ours(), 1, 1);
    }

    /** Returns what the next check costs after all durations were multiplied; those that then leave the range aside. */
    Cost changed(double factor) {
        return check(ours(), factor, 1);
    }

    /** Returns what it costs if one connection in twenty alone has changed; the others are checked too. */
    Cost changedAlone(double factor) {
        return check(ours(), factor, ONE_ALONE_OF);
    }

    /** Returns what such checks cost by another policy. */
    Cost by(Policy policy) {
        double[] jobs = new double[medians.length];
        for (int id = 0; id < jobs.length; id++) {
            jobs[id] = duration(id);
        }
        return Cost.of(policy, jobs);
    }

    private OurPacing ours() {
        return new OurPacing(taught.copy());
    }

    private Cost check(OurPacing ours, double factor, int oneOf) {
        Cost.Sum changed = new Cost.Sum();
        Cost.Sum others = new Cost.Sum();
        for (int id = 0; id < medians.length; id++) {
            boolean changes = id % oneOf == 0;
            if (!changes || Jobs.isInRange(medians[id] * factor)) {
                ours.check(id + 1, duration(id) * (changes ? factor : 1), changes ? changed : others);
            }
        }
        ours.requireEveryPollMade();
        return changed.cost();
    }

    private double duration(int id) {
        return medians[id] * Math.exp(SPREAD * chance.nextGaussian());
    }
}
