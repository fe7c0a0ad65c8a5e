package dev.connectioncheck.internal.wire;

import java.io.IOException;

/** Says that something besides the network ended a call: an interceptor of the user's, a full memory. */
public final class BrokenCallException extends IOException {
    private static final long serialVersionUID = 1L;

    private BrokenCallException(Throwable cause) {
        super("An interceptor or the HTTP client threw " + cause.getClass().getName(), cause);
    }

    /** Wraps what was thrown; of an interrupt, which Kotlin throws without declaring it, the thread keeps its flag. */
    public static BrokenCallException of(Throwable thrown) {
        if (thrown instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return new BrokenCallException(thrown);
    }
}
