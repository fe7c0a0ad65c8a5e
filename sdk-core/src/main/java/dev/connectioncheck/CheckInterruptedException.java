package dev.connectioncheck;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says that the waiting thread was interrupted; its interrupt flag is set again, and the call in flight was cancelled.
 */
public final class CheckInterruptedException extends ConnectionCheckException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable CheckReport report;

    /**
     * Makes an exception out of what is known of the failure.
     *
     * @param failure where it happened and what
     * @param cause what led to it, free of secrets; null if nothing did
     */
    public CheckInterruptedException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
        this.report = null;
    }

    /**
     * Makes an exception that keeps what had been finished.
     *
     * @param failure where it happened and what
     * @param cause what led to it, free of secrets; null if nothing did
     * @param report what became of the connections by then
     */
    public CheckInterruptedException(Failure failure, @Nullable Throwable cause, CheckReport report) {
        super(failure, cause);
        this.report = report;
    }

    /**
     * Returns what was finished when the wait for many checks was interrupted.
     *
     * @return the report: what was under way has a {@link CheckCancelledException}, what was not begun is skipped;
     *     empty if one check was waited for, or this exception was serialized
     */
    public Optional<CheckReport> report() {
        return Optional.ofNullable(report);
    }
}
