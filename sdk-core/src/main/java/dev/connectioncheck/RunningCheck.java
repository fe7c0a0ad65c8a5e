package dev.connectioncheck;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Stands for a check that its vendor has accepted.
 *
 * <p>Nothing is asked of the vendor until somebody waits or polls. The deadline counts from the call that started or
 * resumed the check. Safe for use by several threads; each that waits asks the vendor by itself, until one of them has
 * the verdict: then all have, and the vendor is not asked again. Checkers make it; not for users to implement.
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
     * or on another host.
     *
     * <p>It holds no secret; a checker there needs its own key. It is not signed: who can hand one in can poll any
     * check of the account, so keep it on your side, or sign it, before you give it to strangers.
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
     * @throws IllegalStateException if the checker is closed and there is no verdict yet
     */
    CheckResult await();

    /**
     * Waits for the verdict without holding a thread.
     *
     * @return a future of what the vendor said, completed on the checker's executor; it fails with a
     *     {@link ConnectionCheckException} if there is no verdict, and with a
     *     {@link java.util.concurrent.CancellationException} if it or this check is cancelled, or the checker closed.
     *     Cancelling it stops this wait, not the vendor
     * @throws IllegalStateException if the checker is closed and there is no verdict yet
     */
    CompletableFuture<CheckResult> awaitAsync();

    /**
     * Asks the vendor exactly once, with the retries of one call, on the calling thread; for programs whose own engine
     * does the waiting.
     *
     * @return the verdict, or that there is none yet; if the check is decided, nothing is sent
     * @throws ConnectionCheckException if the vendor could not be asked, or the deadline has passed; see its subclasses
     * @throws IllegalStateException if the checker is closed and there is no verdict yet
     */
    PollOutcome poll();

    /**
     * Ends every wait for this check, at once: blocked threads and futures get a {@link CheckCancelledException} or are
     * cancelled, and so do later waits and polls unless there is a verdict. It stops nothing at the vendor. Cancelling
     * again does nothing.
     */
    void cancel();
}
