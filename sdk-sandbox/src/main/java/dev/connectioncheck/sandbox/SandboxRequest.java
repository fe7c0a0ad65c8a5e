package dev.connectioncheck.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Shows one request that a stand-in received, whatever it answered.
 *
 * @param method the HTTP method, for example {@code POST}
 * @param path the request target as sent: encoded path and, if any, query
 * @param headers every header line in the order sent
 * @param body the body read as UTF-8; empty if there was none
 * @param receivedAt when it came in, by the sandbox's time source
 */
public record SandboxRequest(String method, String path, List<Header> headers, String body, Instant receivedAt) {
    /**
     * Copies the headers.
     *
     * @param method the HTTP method
     * @param path the request target as sent
     * @param headers every header line
     * @param body the body
     * @param receivedAt when it came in
     */
    public SandboxRequest {
        headers = List.copyOf(headers);
    }

    /**
     * Finds the first header of a name, in any case.
     *
     * @param name the header's name
     * @return its value, or empty if it was not sent
     */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.is(name))
                .map(Header::value)
                .findFirst();
    }
}
