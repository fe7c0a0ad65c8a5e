package dev.connectioncheck;

/**
 * Hears of a check's course: start, polls, changes of status, and the end.
 *
 * <p>The engine calls a listener on the thread that got the vendor's answer, one event at a time for each check, but
 * for several checks at once if several run. A listener that blocks delays its own check; one that throws is logged
 * (its class alone) and changes nothing. Events hold no secret.
 */
public interface CheckListener {
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
     * @param status the vendor's own word for the state of the check, such as {@code processing}
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
     * Hears how a check ended: by a verdict or by an error. A check that is cancelled ends with a
     * {@link CheckCancelledException}. Of an asynchronous check it may come a moment after its future completed.
     *
     * @param outcome the result or the error
     */
    default void onFinish(CheckOutcome outcome) {}
}
