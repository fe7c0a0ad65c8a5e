package dev.connectioncheck.spi;

import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.http.ApiCall;

/**
 * Teaches the engine one vendor's way of checking a connection: how to start a check, and how to poll it.
 *
 * <p>Reading an answer into {@link Progress} is a pure function, applied with {@link ApiCall#map}. Deadlines, retries,
 * pauses, cancelling and the masking of secrets are the engine's. An implementation is immutable and used by several
 * threads at once.
 *
 * @param <T> the vendor's targets
 */
public interface CheckProtocol<T extends CheckTarget> {
    /**
     * Returns the vendor's short name, in lower-case letters, as its targets give it too.
     *
     * @return the name used in messages and tokens
     */
    String vendor();

    /**
     * Returns the type of this vendor's targets.
     *
     * @return the class by which the engine finds the protocol for a target
     */
    Class<T> targetType();

    /**
     * Describes the call that starts a check; nothing is sent yet.
     *
     * @param target the connection to check
     * @return a call that ends in the check's first progress; of a vendor that answers inline,
     *     {@link Progress.Finished}
     */
    ApiCall<Progress> start(T target);

    /**
     * Describes the call that asks for the verdict of a check that {@link #start} left running.
     *
     * @param target the connection being checked
     * @param last what is known of the check
     * @return a call that ends in the check's progress
     */
    default ApiCall<Progress> poll(T target, Progress.Running last) {
        throw new UnsupportedOperationException(vendor() + " answers inline: there is nothing to poll.");
    }

    /**
     * Writes a target for a resume token; the inverse of {@link #targetOf}.
     *
     * @param target a target whose check may be left running
     * @return text without secrets
     */
    default String reference(T target) {
        throw new UnsupportedOperationException(vendor() + " answers inline: there is nothing to resume.");
    }

    /**
     * Reads a target from a resume token.
     *
     * @param reference what {@link #reference} wrote, or anything at all: tokens come from outside
     * @return the target
     * @throws IllegalArgumentException if no target can be read from it
     */
    default T targetOf(String reference) {
        throw new IllegalArgumentException(vendor() + " answers inline: there is nothing to resume.");
    }
}
