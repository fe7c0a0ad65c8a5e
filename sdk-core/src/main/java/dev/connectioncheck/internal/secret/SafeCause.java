package dev.connectioncheck.internal.secret;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for an exception whose message can't be vouched for.
 *
 * <p>Messages of the HTTP and TLS layers may quote what a server sent, and a server may send back what it was sent. So
 * each message is cleaned; class names, stack traces, causes and what was suppressed stay. A stack trace prints it as
 * if it were the exception itself.
 */
public final class SafeCause extends IOException {
    private static final long serialVersionUID = 1L;

    /** So many exceptions are copied of one, its causes and what was suppressed: they may lead to each other. */
    private static final int MOST_COPIES = 16;

    private SafeCause(String message, @Nullable Throwable cause, StackTraceElement[] stack) {
        super(message, cause);
        setStackTrace(stack);
    }

    /** Copies an exception, with its type and what is left of its message without secrets. */
    public static SafeCause of(Throwable thrown, Secrets secrets) {
        Cleaner cleaner = secrets.cleaner();
        return new Copying(message -> ": " + cleaner.clean(message)).copy(thrown);
    }

    /** Copies an exception, with its type alone. */
    public static SafeCause withoutMessages(Throwable thrown) {
        return new Copying(message -> "").copy(thrown);
    }

    /** Shows the type of the exception it stands for, and what is left of its message. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // the name of this class would say nothing, and hide the type
    public String toString() {
        return String.valueOf(getMessage());
    }

    private static final class Copying {
        private final UnaryOperator<String> cleaner;
        private int left = MOST_COPIES;

        Copying(UnaryOperator<String> cleaner) {
            this.cleaner = cleaner;
        }

        SafeCause copy(Throwable thrown) {
            left--;
            Throwable cause = thrown.getCause();
            SafeCause copy = new SafeCause(
                    describe(thrown), cause == null || left == 0 ? null : copy(cause), thrown.getStackTrace());
            for (Throwable suppressed : thrown.getSuppressed()) {
                if (left > 0) {
                    copy.addSuppressed(copy(suppressed));
                }
            }
            return copy;
        }

        private String describe(Throwable thrown) {
            String message = thrown.getMessage();
            return thrown.getClass().getName() + (message == null ? "" : cleaner.apply(message));
        }
    }
}
