package dev.connectioncheck.http;

import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Says how fast a client may ask its vendor. Immutable.
 *
 * <p>Vendor modules set what their vendor documents; users change it at the client's builder. All calls of a client
 * share it, whoever makes them.
 */
public final class Pace {
    private static final Pace UNLIMITED = new Pace(null, null);

    private final @Nullable Integer requestsPerMinute;
    private final @Nullable Integer checksAtOnce;

    private Pace(@Nullable Integer requestsPerMinute, @Nullable Integer checksAtOnce) {
        this.requestsPerMinute = requestsPerMinute;
        this.checksAtOnce = checksAtOnce;
    }

    /**
     * Returns the pace without any limit, which switches off a vendor's own.
     *
     * @return no limit
     */
    public static Pace unlimited() {
        return UNLIMITED;
    }

    /**
     * Returns this pace with a bound on the requests in any minute; a burst of that many is allowed. What is over it
     * waits for its turn, as long as its deadline allows.
     *
     * @param requests at least 1
     * @return a new pace
     * @throws IllegalArgumentException if it is less than 1
     */
    public Pace withRequestsPerMinute(int requests) {
        return new Pace(positive("requestsPerMinute", requests), checksAtOnce);
    }

    /**
     * Returns this pace with another number of checks that {@code checkAll} and {@code checkEach} run at the same time,
     * unless their caller sets one. Checks that are asked for one by one are not counted.
     *
     * @param checks at least 1
     * @return a new pace
     * @throws IllegalArgumentException if it is less than 1
     */
    public Pace withChecksAtOnce(int checks) {
        return new Pace(requestsPerMinute, positive("checksAtOnce", checks));
    }

    private static int positive(String name, int number) {
        if (number < 1) {
            throw new IllegalArgumentException(
                    name + " must be at least 1, but is " + number + "; Pace.unlimited() has no limit.");
        }
        return number;
    }

    /**
     * Returns how many requests are sent in any minute at most.
     *
     * @return the number; empty if there is no limit
     */
    public OptionalInt requestsPerMinute() {
        return requestsPerMinute == null ? OptionalInt.empty() : OptionalInt.of(requestsPerMinute);
    }

    /**
     * Returns how many checks of many run at the same time.
     *
     * @return the number; empty if the checker's own number counts
     */
    public OptionalInt checksAtOnce() {
        return checksAtOnce == null ? OptionalInt.empty() : OptionalInt.of(checksAtOnce);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Pace that
                && Objects.equals(requestsPerMinute, that.requestsPerMinute)
                && Objects.equals(checksAtOnce, that.checksAtOnce);
    }

    @Override
    public int hashCode() {
        return Objects.hash(requestsPerMinute, checksAtOnce);
    }

    @Override
    public String toString() {
        return "Pace[requestsPerMinute=" + (requestsPerMinute == null ? "unlimited" : requestsPerMinute)
                + ", checksAtOnce=" + (checksAtOnce == null ? "the checker's" : checksAtOnce) + "]";
    }
}
