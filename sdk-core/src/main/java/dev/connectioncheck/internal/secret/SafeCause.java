package dev.connectioncheck.internal.secret;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for an exception whose message can't be vouched for.
 *
 * <p>Messages of the HTTP and TLS layers may quote what a server sent, and a server may send back what it was sent. So
 * each message is cleaned; class names and stack traces stay.
 */
public final class SafeCause extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 8;

    private SafeCause(String message, @Nullable Throwable cause, StackTraceElement[] stack) {
        super(message, cause);
        setStackTrace(stack);
    }

    public static SafeCause of(Throwable thrown, Secrets secrets) {
        return copy(thrown, message -> ": " + secrets.clean(message), DEEPEST);
    }

    public static SafeCause withoutMessages(Throwable thrown) {
        return copy(thrown, message -> "", DEEPEST);
    }

    private static SafeCause copy(Throwable thrown, UnaryOperator<String> cleaner, int depth) {
        Throwable cause = thrown.getCause();
        String message = thrown.getMessage();
        return new SafeCause(
                thrown.getClass().getName() + (message == null ? "" : cleaner.apply(message)),
                cause == null || depth == 0 ? null : copy(cause, cleaner, depth - 1),
                thrown.getStackTrace());
    }
}
