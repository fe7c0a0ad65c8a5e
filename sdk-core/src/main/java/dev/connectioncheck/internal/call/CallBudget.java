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
 * @param remark what every error of the call says at its end; empty text for nothing
 */
public record CallBudget(
        CallOwner owner,
        long deadline,
        boolean patient,
        Supplier<Optional<String>> token,
        RetryEvents retries,
        CourseLog log,
        TimeSource time,
        String remark) {
    /** Whoever waits for the first answer wants to hear of trouble soon. */
    static final int ATTEMPTS_OF_A_CALL = 3;

    public CallBudget(
            CallOwner owner,
            long deadline,
            boolean patient,
            Supplier<Optional<String>> token,
            RetryEvents retries,
            CourseLog log,
            TimeSource time) {
        this(owner, deadline, patient, token, retries, log, time, "");
    }

    /** Returns the budget of a call that is part of nothing larger, or of a list, with what its errors remark. */
    public static CallBudget ofCall(CallOwner owner, long deadline, CourseLog log, TimeSource time, String remark) {
        return new CallBudget(owner, deadline, false, Optional::empty, RetryEvents.UNHEARD, log, time, remark);
    }

    static CallBudget ofCall(CallOwner owner, long deadline, CourseLog log, TimeSource time) {
        return ofCall(owner, deadline, log, time, "");
    }
}
