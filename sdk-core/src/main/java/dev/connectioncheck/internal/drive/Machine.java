package dev.connectioncheck.internal.drive;

import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.internal.wire.Answer;
import dev.connectioncheck.internal.wire.Attempt;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * Decides what to do next, out of what happened and the time: without I/O, a clock or threads of its own.
 *
 * <p>A driver feeds it, one event at a time: {@link #begin} first, then whatever answers the last step. All moments are
 * of the driver's monotonic clock.
 */
public interface Machine<R> {
    Step<R> begin(long now);

    /** The request of the last step was answered. */
    Step<R> answered(Answer answer, long now);

    /** The request of the last step was not answered. */
    Step<R> failed(IOException failure, Attempt attempt, long now);

    /** The stage of the last step brought a value. */
    Step<R> returned(Object value, long now);

    /** The stage of the last step failed, could not be begun, or was late (a {@code TimeoutException}). */
    Step<R> threw(Throwable error, long now);

    /** The time of the last step has passed. */
    Step<R> woke(long now);

    /** Explains, for the caller, an end that came from outside. */
    ConnectionCheckException stopped(Stop why);

    /** Explains, for the caller, that the machine itself threw. */
    ConnectionCheckException broken(Throwable fault);

    /** Takes a step; a fault of ours or of a vendor module ends the run with an error that shows none of its words. */
    default Step<R> guarded(Supplier<Step<R>> step) {
        try {
            return step.get();
        } catch (RuntimeException | Error e) {
            return new Step.Failed<>(broken(e));
        }
    }

    /** Why a driver stops a machine. */
    enum Stop {
        INTERRUPTED,
        CANCELLED
    }
}
