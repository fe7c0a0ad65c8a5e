package dev.connectioncheck.internal.pace;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of the checks of one connection, or of all connections of a kind. Immutable.
 *
 * @param runs how many checks it comes from, up to a bound beyond which old ones are forgotten
 * @param mean the mean logarithm of the seconds that they took
 * @param spread its standard deviation
 * @param doubtful whether the last one ended before anybody looked
 * @param sooner of a kind: how much sooner than remembered its connections' checks end of late; a logarithm, never
 *     positive
 */
record RememberedPace(int runs, double mean, double spread, boolean doubtful, double sooner) {
    static final double LEAST_SPREAD = 0.1;
    static final double LARGEST_SPREAD = 10;
    static final double SOONEST = -5;

    private static final int MOST_RUNS = 1_000;
    private static final Pattern TEXT = Pattern.compile("1;(\\d{1,4});(\\d{1,10});(\\d{1,5});([01]);-?(\\d{1,4})");

    /** A kind of which nothing is known yet. */
    static final RememberedPace NONE = new RememberedPace(0, 0, LARGEST_SPREAD, false, 0);

    RememberedPace withSooner(double other) {
        return new RememberedPace(runs, mean, spread, doubtful, other);
    }

    /** Writes it as version; runs; typical milliseconds; spread in thousandths; doubtful; sooner in thousandths. */
    String text() {
        return "1;" + runs + ";" + Math.round(1_000 * Math.exp(mean)) + ";" + Math.round(1_000 * spread) + ";"
                + (doubtful ? 1 : 0) + ";" + Math.round(1_000 * sooner);
    }

    /** Reads what {@link #text()} wrote; null if it is anything else, since it comes from outside. */
    static @Nullable RememberedPace parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        return new RememberedPace(
                Math.min(MOST_RUNS, Integer.parseInt(matcher.group(1))),
                Math.log(Math.max(1, Long.parseLong(matcher.group(2))) / 1_000.0),
                within(LEAST_SPREAD, Integer.parseInt(matcher.group(3)) / 1_000.0, LARGEST_SPREAD),
                matcher.group(4).equals("1"),
                within(SOONEST, -Integer.parseInt(matcher.group(5)) / 1_000.0, 0));
    }

    static double within(double least, double value, double most) {
        return Math.max(least, Math.min(most, value));
    }
}
