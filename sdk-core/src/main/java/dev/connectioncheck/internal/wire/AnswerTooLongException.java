package dev.connectioncheck.internal.wire;

import java.io.IOException;

/** Says that a body is longer than any that a vendor has reason to send. */
public final class AnswerTooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    public AnswerTooLongException() {
        super("The answer is longer than " + (Answer.MAX_BODY_BYTES >> 20) + " MiB.");
    }
}
