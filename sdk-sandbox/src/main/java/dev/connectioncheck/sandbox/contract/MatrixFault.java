package dev.connectioncheck.sandbox.contract;

import dev.connectioncheck.sandbox.Fault;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One row of the matrix: what goes wrong, and what has to come of it.
 *
 * @param name as the table names it
 * @param rule what has to come of it
 * @param silence when the other side falls silent, so that only an attempt's time-out ends it
 * @param fault makes the fault out of the secrets that the client sends; null if the origin is at fault
 * @param origin opens the wrong place; null if an answer is at fault
 * @param http2 whether it is a fault of HTTP/2, which client and vendor speak then
 */
record MatrixFault(
        String name,
        Expectation.Rule rule,
        Silence silence,
        @Nullable Function<List<String>, Fault> fault,
        Origin.@Nullable Opener origin,
        boolean http2) {

    /** When the other side falls silent. */
    enum Silence {
        /** It does not. */
        NEVER,
        /** While the connection is made, so that no request is ever sent. */
        BEFORE,
        /** When the request was sent. */
        ONCE_SENT
    }

    static MatrixFault of(Fault fault, Expectation.Rule rule) {
        return new MatrixFault(fault.name(), rule, Silence.NEVER, secrets -> fault, null, false);
    }

    static MatrixFault silent(Fault fault, Expectation.Rule rule) {
        return new MatrixFault(fault.name(), rule, Silence.ONCE_SENT, secrets -> fault, null, false);
    }

    static MatrixFault echoing(String name, Expectation.Rule rule, Function<List<String>, Fault> fault) {
        return new MatrixFault(name, rule, Silence.NEVER, fault, null, false);
    }

    static MatrixFault at(String name, Expectation.Rule rule, Silence silence, Origin.Opener origin) {
        return new MatrixFault(name, rule, silence, null, origin, false);
    }

    MatrixFault overHttp2() {
        return new MatrixFault(name, rule, silence, fault, origin, true);
    }

    /** Tells whether it takes as long as the attempts' time-outs. */
    boolean isSlow() {
        return silence != Silence.NEVER;
    }
}
