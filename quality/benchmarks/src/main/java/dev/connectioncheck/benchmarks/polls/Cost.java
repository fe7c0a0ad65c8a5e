package dev.connectioncheck.benchmarks.polls;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * What a policy costs its user and the vendor.
 *
 * @param meanExtra the mean of (verdict time − job time) / job time, in percent
 * @param highExtra its 95th percentile
 * @param meanPolls the mean number of polls
 */
public record Cost(double meanExtra, double highExtra, double meanPolls) {
    /** Runs a policy on virtual time: each poll is answered at once. */
    static Cost of(Policy policy, double[] jobs) {
        Sum sum = new Sum();
        for (double job : jobs) {
            Policy.Pauses pauses = policy.begin();
            double time = 0;
            int polls = 0;
            while (time < job) {
                time += pauses.next();
                polls++;
            }
            sum.add((time - job) / job, polls);
        }
        return sum.cost();
    }

    /**
     * Tells whether a policy is worse than another in one of the two at least.
     *
     * @param other the other
     * @return whether the other is not better on both
     */
    public boolean isNotBeatenBy(Cost other) {
        return meanExtra <= other.meanExtra || meanPolls <= other.meanPolls;
    }

    /** Adds up what checks cost. */
    static final class Sum {
        private final DoubleStream.Builder extra = DoubleStream.builder();
        private long polls;

        /** Adds a check: its extra wait as a part of its duration, and its polls. */
        void add(double extraWait, int pollsOfCheck) {
            extra.add(extraWait);
            polls += pollsOfCheck;
        }

        Cost cost() {
            double[] sorted = extra.build().sorted().toArray();
            return new Cost(
                    100 * Arrays.stream(sorted).average().orElseThrow(),
                    100 * sorted[(int) (sorted.length * 0.95)],
                    (double) polls / sorted.length);
        }
    }
}
