package dev.connectioncheck.client;

import dev.connectioncheck.http.Pace;
import dev.connectioncheck.internal.wire.Transport;

/**
 * Sends the requests of one vendor client's generated operations.
 *
 * <p>Made by a {@link ClientBuilder}. Immutable and safe for use by several threads.
 */
public final class ApiRuntime {
    /** Transient, as everything that leads to a key: a mapper that looks at fields stops here. */
    private final transient Transport transport;

    ApiRuntime(Transport transport) {
        this.transport = transport;
    }

    /**
     * Starts a request.
     *
     * @param method the HTTP method in upper case
     * @param operation the operation's name, for messages
     * @param path the path with its parameters in braces, from the base URL on
     * @return a builder
     */
    public RequestBuilder request(String method, String operation, String path) {
        return new RequestBuilder(transport, method, operation, path);
    }

    /**
     * Returns where the client sends its requests and its credential.
     *
     * @return the base URL, without the API's path and without a trailing slash
     */
    public String baseUrl() {
        String url = transport.baseUrl().toString();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /**
     * Returns how fast the client may ask its vendor.
     *
     * @return the pace that the client's builder was given, or the vendor's own
     */
    public Pace pace() {
        return transport.pace();
    }

    @Override
    public String toString() {
        return transport.vendor() + " at " + baseUrl();
    }
}
