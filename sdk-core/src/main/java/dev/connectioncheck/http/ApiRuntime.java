package dev.connectioncheck.http;

import dev.connectioncheck.internal.Transport;

/**
 * Sends the requests of one vendor client's generated operations.
 *
 * <p>Made by a {@link ClientBuilder}. Immutable and safe for use by several threads.
 */
public final class ApiRuntime {
    private final Transport transport;

    ApiRuntime(Transport transport) {
        this.transport = transport;
    }

    /**
     * Starts a GET request.
     *
     * @param operation the operation's name, for messages
     * @param path the path with its parameters in braces, from the base URL on
     * @return a builder
     */
    public ApiRequest.Builder get(String operation, String path) {
        return new ApiRequest.Builder(transport, operation, "GET", path);
    }

    /**
     * Starts a POST request.
     *
     * @param operation the operation's name, for messages
     * @param path the path with its parameters in braces, from the base URL on
     * @return a builder
     */
    public ApiRequest.Builder post(String operation, String path) {
        return new ApiRequest.Builder(transport, operation, "POST", path);
    }

    /**
     * Starts a PUT request.
     *
     * @param operation the operation's name, for messages
     * @param path the path with its parameters in braces, from the base URL on
     * @return a builder
     */
    public ApiRequest.Builder put(String operation, String path) {
        return new ApiRequest.Builder(transport, operation, "PUT", path);
    }

    /**
     * Starts a PATCH request.
     *
     * @param operation the operation's name, for messages
     * @param path the path with its parameters in braces, from the base URL on
     * @return a builder
     */
    public ApiRequest.Builder patch(String operation, String path) {
        return new ApiRequest.Builder(transport, operation, "PATCH", path);
    }

    /**
     * Starts a DELETE request.
     *
     * @param operation the operation's name, for messages
     * @param path the path with its parameters in braces, from the base URL on
     * @return a builder
     */
    public ApiRequest.Builder delete(String operation, String path) {
        return new ApiRequest.Builder(transport, operation, "DELETE", path);
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

    @Override
    public String toString() {
        return transport.vendor() + " at " + baseUrl();
    }
}
