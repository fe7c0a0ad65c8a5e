package dev.connectioncheck.benchmarks.server;

/**
 * How a {@link VendorServer} behaves.
 *
 * @param answerMillis how long it takes for each answer
 * @param polls how often a job has to be asked for before it has ended
 */
public record Manner(long answerMillis, int polls) {
    /** Answers at once; a job has ended when it is polled for the third time. */
    public static final Manner USUAL = new Manner(0, 3);

    /** Answers at once; a job has ended when it is polled first. */
    public static final Manner QUICK = new Manner(0, 1);

    /**
     * Returns a manner of taking time for each answer.
     *
     * @param millis how long
     * @return a manner
     */
    public static Manner slow(long millis) {
        return new Manner(millis, QUICK.polls);
    }

    String[] toArgs() {
        return new String[] {Long.toString(answerMillis), Integer.toString(polls)};
    }

    static Manner ofArgs(String... args) {
        return new Manner(Long.parseLong(args[0]), Integer.parseInt(args[1]));
    }
}
