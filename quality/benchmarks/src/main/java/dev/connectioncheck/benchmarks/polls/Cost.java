package dev.connectioncheck.benchmarks.polls;

import java.util.Arrays;

/**
 * What a policy costs its user and the vendor.
 *
 * @param meanExtra the mean of (verdict time − job time) / job time, in percent
 * @param highExtra its 95th percentile
 * @param meanPolls the mean number of polls
 */
public record Cost(double meanExtra, double highExtra, double meanPolls) {
    static Cost of(double[] extra, long polls) {
        double[] sorted = extra.clone();
        Arrays.sort(sorted);
        return new Cost(
                100 * Arrays.stream(extra).average().orElseThrow(),
                100 * sorted[(int) (sorted.length * 0.95)],
                (double) polls / extra.length);
    }

    /** Runs a policy on virtual time: each poll is answered at once. */
    static Cost of(Policy policy) {
        double[] jobs = Jobs.seconds();
        double[] extra = new double[jobs.length];
        long polls = 0;
        for (int job = 0; job < jobs.length; job++) {
            Policy.Pauses pauses = policy.begin();
            double time = 0;
            while (time < jobs[job]) {
                time += pauses.next();
                polls++;
            }
            extra[job] = (time - jobs[job]) / jobs[job];
        }
        return of(extra, polls);
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
}
