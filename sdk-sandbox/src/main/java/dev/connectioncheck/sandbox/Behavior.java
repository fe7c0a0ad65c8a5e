package dev.connectioncheck.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Describes how a sandbox connection answers when it is checked: its verdict, how long that takes, and what goes wrong
 * on the way.
 *
 * <p>Immutable; every method returns a new value. Without {@link #after} the verdict is there at once, without
 * {@link #at(Phase, Fault)} nothing goes wrong.
 */
public final class Behavior {
    private final Ending ending;
    private final String message;
    private final Duration after;
    private final List<Strike> strikes;

    private Behavior(Ending ending, String message, Duration after, List<Strike> strikes) {
        this.ending = ending;
        this.message = message;
        this.after = after;
        this.strikes = List.copyOf(strikes);
    }

    /**
     * Makes a connection that works.
     *
     * @return the behaviour
     */
    public static Behavior passes() {
        return new Behavior(Ending.PASSES, "", Duration.ZERO, List.of());
    }

    /**
     * Makes a connection whose check fails, told in the vendor's own way (mostly: with HTTP 200).
     *
     * @param message the words in which the vendor gives the reason; not null
     * @return the behaviour
     */
    public static Behavior fails(String message) {
        return new Behavior(Ending.FAILS, Objects.requireNonNull(message, "message"), Duration.ZERO, List.of());
    }

    /**
     * Makes a connection whose check never ends: polls say it still runs, an inline check is never answered.
     *
     * @return the behaviour
     */
    public static Behavior neverEnds() {
        return new Behavior(Ending.NEVER_ENDS, "", Duration.ZERO, List.of());
    }

    /**
     * Lets the verdict take a while, by the sandbox's time source.
     *
     * @param time from the start of the check to its verdict; not negative; default: zero
     * @return the changed behaviour
     */
    public Behavior after(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("a check can't end before it starts: " + time);
        }
        return new Behavior(ending, message, time, strikes);
    }

    /**
     * Answers every request of a phase with a fault.
     *
     * @param phase which requests
     * @param fault what goes wrong
     * @return the changed behaviour
     */
    public Behavior at(Phase phase, Fault fault) {
        Objects.requireNonNull(fault, "fault");
        return at(phase, number -> Optional.of(fault));
    }

    /**
     * Answers the first requests of a phase with a fault and the others as usual.
     *
     * @param phase which requests
     * @param fault what goes wrong
     * @param times how many requests it strikes, not counting those that an earlier fault of this phase struck
     * @return the changed behaviour
     */
    public Behavior at(Phase phase, Fault fault, int times) {
        Objects.requireNonNull(fault, "fault");
        return at(phase, number -> number <= times ? Optional.of(fault) : Optional.empty());
    }

    /**
     * Decides for each request of a phase what goes wrong with it.
     *
     * <p>Called several times, the scripts take turns: the second sees, counted from 1 again, the requests that the
     * first let through.
     *
     * @param phase which requests
     * @param script gets the number of the request, from 1, and gives a fault, or empty for a normal answer; may be
     *     called by several threads
     * @return the changed behaviour
     */
    public Behavior at(Phase phase, IntFunction<Optional<Fault>> script) {
        List<Strike> more = new ArrayList<>(strikes);
        more.add(new Strike(phase, script));
        return new Behavior(ending, message, after, more);
    }

    /**
     * Answers every other request of a phase with a fault, beginning with the first.
     *
     * @param phase which requests
     * @param fault what goes wrong
     * @return the changed behaviour
     */
    public Behavior alternating(Phase phase, Fault fault) {
        Objects.requireNonNull(fault, "fault");
        return at(phase, number -> number % 2 == 1 ? Optional.of(fault) : Optional.empty());
    }

    Ending ending() {
        return ending;
    }

    String message() {
        return message;
    }

    Duration after() {
        return after;
    }

    List<Strike> strikes() {
        return strikes;
    }

    boolean endsWithin(Duration elapsed) {
        return ending != Ending.NEVER_ENDS && elapsed.compareTo(after) >= 0;
    }

    @Override
    public String toString() {
        return ending + (message.isEmpty() ? "" : " \"" + message + "\"") + (after.isZero() ? "" : " after " + after);
    }

    enum Ending {
        PASSES,
        FAILS,
        NEVER_ENDS
    }

    record Strike(Phase phase, IntFunction<Optional<Fault>> script) {
        Strike {
            Objects.requireNonNull(phase, "phase");
            Objects.requireNonNull(script, "script");
        }
    }
}
