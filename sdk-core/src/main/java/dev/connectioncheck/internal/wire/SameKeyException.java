package dev.connectioncheck.internal.wire;

import java.io.IOException;

/** Says that the supplier of keys gave the very key that the vendor has just refused, so that nothing was sent. */
public final class SameKeyException extends IOException {
    private static final long serialVersionUID = 1L;

    public SameKeyException() {
        super("The supplier of the API key gave the refused key again.");
    }
}
