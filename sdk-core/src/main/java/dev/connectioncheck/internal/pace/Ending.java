package dev.connectioncheck.internal.pace;

/**
 * Between which ages a check ended.
 *
 * @param from when the vendor was last heard to work on it, in nanoseconds since it accepted it
 * @param until when the verdict was there
 */
public record Ending(long from, long until) {
    private static final double SECOND = 1e9;

    /** Polls never come closer, so what is below can't be told apart. */
    private static final double LEAST = PollPacing.FLOOR / SECOND / 2;

    /** Wider than polls are ever apart whose pauses double. */
    private static final double WIDE = 0.7;

    /** The logarithm of seconds, as are all times here. */
    double earliest() {
        return Math.log(Math.max(from / SECOND, LEAST));
    }

    double latest() {
        return Math.log(Math.max(until / SECOND, LEAST));
    }

    double middle() {
        return (earliest() + latest()) / 2;
    }

    double width() {
        return latest() - earliest();
    }

    boolean isWide() {
        return width() > WIDE;
    }
}
