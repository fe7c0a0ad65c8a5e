package dev.connectioncheck.benchmarks.bulk;

import dev.connectioncheck.BulkOptions;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.artie.ArtieTarget;
import dev.connectioncheck.benchmarks.Turns;
import java.util.Map;
import java.util.stream.IntStream;

/** Waits for one outcome: of a single check, or the first of very many. */
public final class FirstOutcomeRun {
    private static final int MANY = 100_000;
    private static final ArtieTarget TARGET = ArtieTarget.unsaved("postgresql", Map.of("host", "db.example.com"));

    private FirstOutcomeRun() {}

    /**
     * Prints the mean milliseconds of so many outcomes as each turn asks for.
     *
     * @param args {@code single} or {@code first of many}, and the server's URL
     * @throws Exception if a check does not pass
     */
    public static void main(String[] args) throws Exception {
        boolean single = args[0].equals("single");
        ConnectionChecker checker = ConnectionChecker.of(FourVendors.artie(args[1]));
        Turns.take(times -> {
            double nanos = 0;
            for (int time = 0; time < times; time++) {
                nanos += single ? single(checker) : firstOfMany(checker);
            }
            return nanos / times / 1e6;
        });
    }

    static long single(ConnectionChecker checker) {
        long began = System.nanoTime();
        requirePassed(checker.check(TARGET).passed());
        return System.nanoTime() - began;
    }

    static long firstOfMany(ConnectionChecker checker) {
        long began = System.nanoTime();
        try {
            checker.checkEach(
                    () -> IntStream.range(0, MANY)
                            .<CheckTarget>mapToObj(number -> TARGET.named("number " + number))
                            .iterator(),
                    BulkOptions.defaults(),
                    outcome -> {
                        requirePassed(outcome.passed());
                        throw new Enough(System.nanoTime());
                    });
        } catch (Enough first) {
            return first.at - began;
        }
        throw new IllegalStateException("There was no outcome.");
    }

    private static void requirePassed(boolean passed) {
        if (!passed) {
            throw new IllegalStateException("A check did not pass.");
        }
    }

    /** Ends a run whose first outcome has come. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final long at;

        Enough(long at) {
            super(null, null, false, false);
            this.at = at;
        }
    }
}
