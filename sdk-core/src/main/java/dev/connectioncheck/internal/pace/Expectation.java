package dev.connectioncheck.internal.pace;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is expected of a check: a verdict around a typical time, as likely by some factor earlier as later.
 *
 * @param typical the time from the vendor's acceptance, in nanoseconds
 * @param spread the standard deviation of its natural logarithm: 0.2 is about 20 %
 * @param doubtful whether the last check ended before anybody looked, so that the typical time may be far too long
 */
public record Expectation(double typical, double spread, boolean doubtful) {
    private static final double SECOND = 1e9;
    private static final double MILLISECOND = 1e6;
    private static final double THOUSAND = 1_000;

    /** What varies more tells no time to wait for. */
    private static final double WIDEST = 0.5;

    /** As many other connections of the kind have to be known before they tell anything of one that is not. */
    private static final int ENOUGH = 8;

    /** Less is what chance brings about. */
    private static final double NOTICED = 0.25;

    /**
     * Returns what follows from the memories of the connection and of its kind, where there are any; null if nothing.
     */
    static @Nullable Expectation of(@Nullable RememberedPace connection, @Nullable RememberedPace kind) {
        if (connection != null) {
            double sooner = kind == null || kind.sooner() > -NOTICED ? 0 : kind.sooner();
            return of(connection, sooner);
        }
        return kind == null || kind.runs() < ENOUGH ? null : of(kind, 0);
    }

    private static @Nullable Expectation of(RememberedPace pace, double sooner) {
        double spread = pace.spread() * Math.sqrt(1 + 1.0 / pace.runs());
        return spread > WIDEST
                ? null
                : new Expectation(SECOND * Math.exp(pace.mean() + sooner), spread, pace.doubtful());
    }

    /** Returns it as typical milliseconds, spread in thousandths, and 1 if doubtful, else 0. */
    public List<Long> numbers() {
        return List.of(Math.round(typical / MILLISECOND), Math.round(spread * THOUSAND), doubtful ? 1L : 0L);
    }

    /** Reads what {@link #numbers()} returned; null if it is anything else, since it comes from outside. */
    public static @Nullable Expectation of(List<@Nullable Long> numbers) {
        if (numbers.size() != 3 || numbers.stream().anyMatch(Objects::isNull)) {
            return null;
        }
        double typical = Objects.requireNonNull(numbers.get(0)) * MILLISECOND;
        double spread = Objects.requireNonNull(numbers.get(1)) / THOUSAND;
        boolean possible = typical > 0 && spread >= RememberedPace.LEAST_SPREAD && spread <= WIDEST;
        return possible ? new Expectation(typical, spread, Objects.requireNonNull(numbers.get(2)) != 0) : null;
    }

    /** Returns the time that is so many spreads after the typical one, in nanoseconds. */
    double after(double spreads) {
        return typical * Math.exp(spreads * spread);
    }
}
