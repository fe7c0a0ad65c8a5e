package dev.connectioncheck.internal.async;

import java.util.concurrent.CompletionStage;

/** How the engine sees a call that is no HTTP request, so that it can go on with what follows by itself. */
public interface Staged {
    /** Begins anew; calls the user's code. */
    CompletionStage<?> begin();

    /**
     * Returns what follows the value that the stage brought: the call's own value, or another call that leads to it.
     */
    Object follow(Object value);
}
