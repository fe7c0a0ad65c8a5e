package dev.connectioncheck.benchmarks;

import java.util.Locale;

/** What a million checks an hour would need from one process, on paper, out of what was measured. */
final class Estimate {
    private static final double CHECKS_A_SECOND = 1e6 / 3_600;

    /** The mean of the durations that the polling figures are taken with. */
    private static final double MEAN_SECONDS = 75;

    private static final int CALLS_IN_FLIGHT = 128;
    private static final double ANSWER_SECONDS = 0.1;
    private static final double CALLS_OF_A_MEASURED_CHECK = 4;

    private Estimate() {}

    static String inWords(double heapPerCheck, double polls, double measuredRate) {
        double waiting = CHECKS_A_SECOND * MEAN_SECONDS;
        double calls = CHECKS_A_SECOND * (polls + 1);
        double possible = CALLS_IN_FLIGHT / ANSWER_SECONDS;
        return String.format(
                Locale.ROOT,
                """
                A million checks an hour are %.0f a second. If they take as long as the jobs above (%.0f seconds on
                average), %,.0f wait at any moment and hold %.0f MiB; each makes a start and %.1f polls, which is %,.0f
                calls a second. Measured were %,.0f calls a second, with the server on the same cores, so the processor
                is good for it %.1f times over. What runs out first is neither memory nor processor but calls in
                flight: a vendor that answers in %.0f ms lets %d calls in flight make %,.0f calls a second, %.0f %% of
                what is needed. A program of that size raises its client's `maxCallsInFlight(...)`, to some %.0f calls
                here, each with a thread while it is in flight (a virtual one from JDK 24 on); long before that the
                vendors' own rate limits decide.""",
                CHECKS_A_SECOND,
                MEAN_SECONDS,
                waiting,
                waiting * heapPerCheck / (1 << 20),
                polls,
                calls,
                measuredRate * CALLS_OF_A_MEASURED_CHECK,
                measuredRate * CALLS_OF_A_MEASURED_CHECK / calls,
                ANSWER_SECONDS * 1_000,
                CALLS_IN_FLIGHT,
                possible,
                100 * possible / calls,
                calls * ANSWER_SECONDS);
    }
}
