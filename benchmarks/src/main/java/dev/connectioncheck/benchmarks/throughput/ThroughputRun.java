package dev.connectioncheck.benchmarks.throughput;

import java.time.Duration;

/** Makes many polled checks by turns with the SDK and by hand. */
public final class ThroughputRun {
    /** Real pauses would make both wait rather than work. */
    private static final double PAUSES = 0.001;

    private static final long PAUSE_NANOS = (long) (Duration.ofMillis(150).toNanos() * PAUSES);

    private static final int WARM_UP_ROUNDS = 5;
    private static final int WARM_UP_CHECKS = 8_000;
    private static final int WARM_UP_IN_FLIGHT = 256;

    private ThroughputRun() {}

    /**
     * Prints the checks a second of each round.
     *
     * @param args the server's URL, how many checks, how many of them in flight, and how many rounds; with a fifth, the
     *     SDK alone
     * @throws InterruptedException if it is interrupted
     */
    public static void main(String[] args) throws InterruptedException {
        int checks = Integer.parseInt(args[1]);
        int inFlight = Integer.parseInt(args[2]);
        int rounds = Integer.parseInt(args[3]);
        boolean alone = args.length > 4;
        Checks ours = new Checks(args[0], PAUSES);
        ChecksByHand hand = new ChecksByHand(args[0], inFlight, PAUSE_NANOS);
        warmUp(ours, hand, alone);
        for (int round = 0; round < rounds; round++) {
            System.out.println("ours." + round + "=" + Load.perSecond(ours::check, checks, inFlight));
            if (!alone) {
                System.out.println("by hand." + round + "=" + Load.perSecond(hand::check, checks, inFlight));
            }
        }
        System.exit(0);
    }

    private static void warmUp(Checks ours, ChecksByHand hand, boolean alone) throws InterruptedException {
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            Load.perSecond(ours::check, WARM_UP_CHECKS, WARM_UP_IN_FLIGHT);
            if (!alone) {
                Load.perSecond(hand::check, WARM_UP_CHECKS, WARM_UP_IN_FLIGHT);
            }
        }
    }
}
