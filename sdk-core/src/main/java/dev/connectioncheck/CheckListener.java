package dev.connectioncheck;

import java.time.Duration;

/**
 * Hears of a check's course: start, polls, changes of status, retries, and the end.
 *
 * <p>Blocking methods call it on the caller's thread, asynchronous ones on the checker's executor. For each check the
 * events come one at a time, none after {@link #onFinish}, which is heard before the method returns or the future
 * completes (a future that its user cancels is done at once). Several checks that run at once call it at once, so one
 * that keeps something per check should return an object of its own from {@link #forCheck}. A listener that blocks
 * delays its own check; one that throws is logged (its class alone) and changes nothing. Events hold no secret.
 */
public interface CheckListener {
    /**
     * Returns who hears of one check; called once for each, on the thread that asks for the check, before anything is
     * sent.
     *
     * @param target the connection to be checked
     * @return a listener with a memory of its own, or this one; if null is returned or something thrown, that is logged
     *     and this listener used
     */
    default CheckListener forCheck(CheckTarget target) {
        return this;
    }

    /**
     * Hears that a check begins, or goes on after it was resumed; nothing has been sent yet.
     *
     * @param target the connection to be checked
     */
    default void onStart(CheckTarget target) {}

    /**
     * Hears that the vendor was asked for the verdict and answered.
     *
     * @param target the connection being checked
     * @param status the vendor's own word for the state of the check, such as {@code processing}; of the poll that
     *     brought the verdict, the verdict's name
     * @param polls how often the vendor was asked by now, this time included
     */
    default void onPoll(CheckTarget target, String status, int polls) {}

    /**
     * Hears that the vendor's word for the state of the check has changed.
     *
     * @param target the connection being checked
     * @param status the new state; of a check that the vendor has just accepted, its first
     */
    default void onStatusChange(CheckTarget target, String status) {}

    /**
     * Hears that a request is going to be retried: after trouble that tends to pass, with a renewed key, or since a
     * kept connection turned out to be closed.
     *
     * @param target the connection being checked
     * @param why what the attempt that failed would have ended with
     * @param attempt the number of that attempt, from 1
     * @param pause how long will be waited before the next one; zero if it is made at once
     */
    default void onRetry(CheckTarget target, ConnectionCheckException why, int attempt, Duration pause) {}

    /**
     * Hears how a check ended: by a verdict or by an error. A check that is cancelled ends with a
     * {@link CheckCancelledException}.
     *
     * @param outcome the result or the error
     */
    default void onFinish(CheckOutcome outcome) {}
}
