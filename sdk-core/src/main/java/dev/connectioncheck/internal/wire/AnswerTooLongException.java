package dev.connectioncheck.internal.wire;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says that a body is longer than any that a vendor has reason to send; knows what else the answer said. */
public final class AnswerTooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable String requestId;

    public AnswerTooLongException(int status, Optional<String> requestId) {
        this(status, requestId, Answer.MAX_BODY_BYTES);
    }

    AnswerTooLongException(int status, Optional<String> requestId, long mostBytes) {
        super("The answer is longer than " + (mostBytes >> 20) + " MiB.");
        this.status = status;
        this.requestId = requestId.orElse(null);
    }

    /** The status of the answer. */
    public int status() {
        return status;
    }

    /** The vendor's id of the request, if the answer had one. */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }
}
