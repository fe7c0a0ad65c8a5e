package dev.connectioncheck.internal.wire;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Says why there is no key to send, without showing any; the cause is what a supplier threw, with its own words. */
public final class UnusableKeyException extends IOException {
    private static final long serialVersionUID = 1L;

    public UnusableKeyException(String why) {
        this(why, null);
    }

    UnusableKeyException(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}
