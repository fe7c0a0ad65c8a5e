package dev.connectioncheck.micrometer;

import dev.connectioncheck.ConnectionCheckException;

/**
 * Stands for an exception of a check where handlers write down what an error says: its message names the exception's
 * type and nothing that a vendor said.
 */
final class NoVerdict extends Exception {
    private static final long serialVersionUID = 1L;

    NoVerdict(ConnectionCheckException error) {
        super(error.getClass().getSimpleName(), null, false, false);
    }
}
