package dev.connectioncheck.internal.wire;

import java.io.IOException;

/** Says that an interceptor of the user turned a request to where its key must not go. */
public final class WrongOriginException extends IOException {
    private static final long serialVersionUID = 1L;

    public WrongOriginException() {
        super("An interceptor of your OkHttpClient turned the request to another origin than the base URL's, "
                + "which the API key must not reach; it was not sent.");
    }
}
