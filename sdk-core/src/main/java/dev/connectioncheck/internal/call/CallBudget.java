package dev.connectioncheck.internal.call;

import dev.connectioncheck.time.TimeSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a call may spend.
 *
 * @param deadline the moment by which it has to end, of the driver's clock
 * @param maxSends how often a request may be sent at most
 * @param token what resumes the check that the call is part of
 * @param time tells the wall clock, for dates in answers
 */
public record CallBudget(long deadline, int maxSends, Supplier<Optional<String>> token, TimeSource time) {
    /** Whoever waits for the first answer wants to hear of trouble soon. */
    static final int SENDS_OF_A_CALL = 3;

    /** A check that runs at the vendor is worth more patience than one that has not begun. */
    static final int SENDS_OF_A_POLL = 6;

    public static CallBudget ofCall(long deadline, TimeSource time) {
        return new CallBudget(deadline, SENDS_OF_A_CALL, Optional::empty, time);
    }

    public static CallBudget ofPoll(long deadline, Supplier<Optional<String>> token, TimeSource time) {
        return new CallBudget(deadline, SENDS_OF_A_POLL, token, time);
    }
}
