package dev.connectioncheck.http;

import java.util.Optional;

/**
 * Holds a vendor's answer where its status matters besides its body. Immutable.
 *
 * @param status the HTTP status
 * @param requestId the vendor's id of the request, if it sent one
 * @param body what the answer's body held; empty if it had none
 * @param <T> the type of the body
 */
public record ApiResponse<T>(int status, Optional<String> requestId, Optional<T> body) {}
