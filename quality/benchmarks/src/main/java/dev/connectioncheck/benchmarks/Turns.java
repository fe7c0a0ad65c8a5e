package dev.connectioncheck.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Scanner;

/** What a contender's process does in a {@link Contest}. */
public final class Turns {
    private Turns() {}

    /**
     * Does a piece of work whenever standard input asks for it, and prints what it came to; ends the process with the
     * input.
     *
     * @param work what this process is measured at
     * @throws Exception if the work fails
     */
    public static void take(Work work) throws Exception {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> end(failure));
        Scanner amounts = new Scanner(System.in, StandardCharsets.UTF_8);
        while (amounts.hasNextInt()) {
            System.out.println(work.measure(amounts.nextInt()));
        }
        System.exit(0);
    }

    /** Threads of pools and timers would keep the process, and whoever waits for its figure, waiting. */
    private static void end(Throwable failure) {
        failure.printStackTrace(System.err);
        Runtime.getRuntime().halt(1);
    }

    /** What a process is measured at. */
    public interface Work {
        /**
         * Does some of it.
         *
         * @param amount how much
         * @return the figure
         * @throws Exception if it fails
         */
        double measure(int amount) throws Exception;
    }
}
