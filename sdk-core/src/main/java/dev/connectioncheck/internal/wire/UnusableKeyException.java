package dev.connectioncheck.internal.wire;

import java.io.IOException;

/** Says why there is no key to send, without showing any. */
public final class UnusableKeyException extends IOException {
    private static final long serialVersionUID = 1L;

    public UnusableKeyException(String why) {
        super(why);
    }
}
