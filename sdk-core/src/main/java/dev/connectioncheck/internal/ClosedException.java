package dev.connectioncheck.internal;

/** Says that a checker was closed before it was asked. */
final class ClosedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    ClosedException() {
        super("This ConnectionChecker is closed; make another one.");
    }
}
