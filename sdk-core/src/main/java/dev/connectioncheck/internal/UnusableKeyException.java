package dev.connectioncheck.internal;

import java.io.IOException;

/** Says why there is no key to send, without showing any. */
final class UnusableKeyException extends IOException {
    private static final long serialVersionUID = 1L;

    UnusableKeyException(String why) {
        super(why);
    }
}
