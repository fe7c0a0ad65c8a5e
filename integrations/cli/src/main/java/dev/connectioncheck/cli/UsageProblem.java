package dev.connectioncheck.cli;

/** Says what the user has to change before anything can be asked. */
final class UsageProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageProblem(String message) {
        super(message);
    }
}
