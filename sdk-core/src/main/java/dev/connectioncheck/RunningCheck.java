package dev.connectioncheck;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Stands for a check that its vendor has accepted.
 *
 * <p>Nothing is asked of the vendor until somebody waits. The deadline counts from the call that started or resumed the
 * check. Safe for use by several threads; each that waits asks the vendor by itself.
 */
public interface RunningCheck {
    /**
     * Returns the connection being checked.
     *
     * @return the target
     */
    CheckTarget target();

    /**
     * Returns the vendor's id of the job or check.
     *
     * @return the id; empty if the vendor answered inline
     */
    Optional<String> checkId();

    /**
     * Returns text with which {@link ConnectionChecker#resume(String)} goes on with this check, also in another process
     * or on another host. It holds no secret; a checker there needs its own key.
     *
     * @return the token; empty if the vendor answered inline, so that there is nothing to resume
     */
    Optional<String> token();

    /**
     * Waits on the calling thread for the verdict.
     *
     * <p>If it throws, the check may go on at the vendor, and this method may be called again until the deadline.
     *
     * @return what the vendor said
     * @throws ConnectionCheckException if there is no verdict; see its subclasses
     */
    CheckResult await();

    /**
     * Waits for the verdict without holding a thread.
     *
     * @return a future of what the vendor said; cancelling it stops the waiting, not the vendor
     */
    CompletableFuture<CheckResult> awaitAsync();
}
