package dev.connectioncheck.http;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds a vendor's answer where its status matters besides its body. Immutable.
 *
 * @param <T> the type of the body
 */
public final class ApiResponse<T> {
    private final int status;
    private final @Nullable String requestId;
    private final @Nullable T body;

    private ApiResponse(int status, @Nullable String requestId, @Nullable T body) {
        this.status = status;
        this.requestId = requestId;
        this.body = body;
    }

    /**
     * Makes an answer.
     *
     * @param status the HTTP status
     * @param requestId the vendor's id of the request, if it sent one
     * @param body what the answer's body held; empty if it had none
     * @param <T> the type of the body
     * @return an answer
     */
    public static <T> ApiResponse<T> of(int status, Optional<String> requestId, Optional<T> body) {
        return new ApiResponse<>(status, requestId.orElse(null), body.orElse(null));
    }

    /**
     * Returns the HTTP status.
     *
     * @return the status
     */
    public int status() {
        return status;
    }

    /**
     * Returns the vendor's id of the request.
     *
     * @return the id; empty if the vendor sent none
     */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /**
     * Returns what the answer's body held.
     *
     * @return the body; empty if the answer had none
     */
    public Optional<T> body() {
        return Optional.ofNullable(body);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ApiResponse<?> that
                && status == that.status
                && Objects.equals(requestId, that.requestId)
                && Objects.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return Objects.hash(status, requestId, body);
    }

    /** Shows the status; a body may hold secrets. */
    @Override
    public String toString() {
        return "ApiResponse[" + status + "]";
    }
}
