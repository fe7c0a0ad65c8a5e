package dev.connectioncheck.internal.call;

import dev.connectioncheck.internal.log.CourseLog;
import dev.connectioncheck.time.TimeSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a call may spend, and who hears of it.
 *
 * @param owner for whom it is made
 * @param deadline the moment by which it has to end, of the driver's clock
 * @param patient whether trouble that may pass is retried until the deadline, however often: a check that runs at the
 *     vendor is worth more patience than one that has not begun
 * @param token what resumes the check that the call is part of
 * @param retries hears of each retry
 * @param log where its course is logged
 * @param time tells the wall clock, for dates in answers
 */
public record CallBudget(
        CallOwner owner,
        long deadline,
        boolean patient,
        Supplier<Optional<String>> token,
        RetryEvents retries,
        CourseLog log,
        TimeSource time) {
    /** Whoever waits for the first answer wants to hear of trouble soon. */
    static final int ATTEMPTS_OF_A_CALL = 3;

    private static final RetryEvents NOBODY = (why, attempt, pause) -> {};

    static CallBudget ofCall(CallOwner owner, long deadline, CourseLog log, TimeSource time) {
        return new CallBudget(owner, deadline, false, Optional::empty, NOBODY, log, time);
    }
}
