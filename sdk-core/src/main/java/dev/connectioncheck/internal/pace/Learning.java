package dev.connectioncheck.internal.pace;

import org.jspecify.annotations.Nullable;

/**
 * Learns from checks that have ended: pure functions from what was remembered to what is. Times are logarithms.
 *
 * <p>A connection's memory follows its last eight checks or so, and is replaced when one took another time altogether.
 * A kind's tells what connections of it take that were never seen, and how much sooner than remembered the others end
 * of late: so the first checks after all have become quicker tell the rest.
 */
final class Learning {
    private static final int RUNS_OF_CONNECTION = 8;
    private static final int RUNS_OF_KIND = 32;

    /** The spread of a connection that was checked once; it counts as two checks. */
    private static final double FIRST_SPREAD = 0.25;

    private static final int CHECKS_FOR_FIRST_SPREAD = 2;

    /** A check that took twice or half as long, and is three spreads away, is the first of another kind. */
    private static final double OTHER_FACTOR = Math.log(2);

    private static final double OTHER_SPREADS = 3;

    /** By how much a check that ended before anybody looked is taken to have ended before, in spreads. */
    private static final double UNSEEN = 0.6;

    /** How much of its distance one check moves what is known of its kind, and the longest distance that counts. */
    private static final double WEIGHT_FOR_KIND = 0.25;

    private static final double FARTHEST = 0.5;

    private Learning() {}

    /** Returns what is remembered of a connection after one more check of it. */
    static RememberedPace ofConnection(@Nullable RememberedPace known, Ending ending) {
        if (known == null || isOther(known, ending)) {
            return first(ending, 0);
        }
        return after(known, ending, RUNS_OF_CONNECTION);
    }

    /** Returns what is remembered of a kind after one more check of a connection of it, known or not. */
    static RememberedPace ofKind(RememberedPace kind, @Nullable RememberedPace connection, Ending ending) {
        if (connection == null) {
            return kind.runs() == 0 ? first(ending, kind.sooner()) : after(kind, ending, RUNS_OF_KIND);
        }
        double distance = seen(connection, ending) - connection.mean() - kind.sooner();
        double moved = kind.sooner() + WEIGHT_FOR_KIND * RememberedPace.within(-FARTHEST, distance, FARTHEST);
        return kind.withSooner(RememberedPace.within(RememberedPace.SOONEST, moved, 0));
    }

    private static RememberedPace first(Ending ending, double sooner) {
        double uncertain = ending.width() / Math.sqrt(12);
        return new RememberedPace(1, ending.middle(), Math.max(FIRST_SPREAD, uncertain), false, sooner);
    }

    private static RememberedPace after(RememberedPace known, Ending ending, int mostRuns) {
        int runs = Math.min(known.runs() + 1, mostRuns);
        double distance = seen(known, ending) - known.mean();
        double weight = 1.0 / (runs + CHECKS_FOR_FIRST_SPREAD);
        double variance = (1 - weight) * (known.spread() * known.spread() + weight * distance * distance);
        return new RememberedPace(
                runs,
                known.mean() + distance / runs,
                Math.max(RememberedPace.LEAST_SPREAD, Math.sqrt(variance)),
                isUnseen(known, ending),
                known.sooner());
    }

    /** Returns the time that a check is taken to have ended at; what was expected, if it may have been that. */
    private static double seen(RememberedPace known, Ending ending) {
        if (isUnseen(known, ending)) {
            return ending.latest() - UNSEEN * known.spread();
        }
        boolean tellsNothing = ending.isWide() && known.mean() >= ending.earliest();
        return tellsNothing ? known.mean() : ending.middle();
    }

    /** Tells whether it ended before it was expected, at a time that nobody saw. */
    private static boolean isUnseen(RememberedPace known, Ending ending) {
        return ending.isWide() && known.mean() > ending.latest();
    }

    private static boolean isOther(RememberedPace known, Ending ending) {
        double distance = Math.abs(ending.middle() - known.mean());
        return !ending.isWide() && distance > OTHER_FACTOR && distance > OTHER_SPREADS * known.spread();
    }
}
