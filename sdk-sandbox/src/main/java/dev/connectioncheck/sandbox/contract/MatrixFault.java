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
 * @param slow whether only an attempt's time-out ends it
 * @param fault makes the fault out of the secrets that the client sends; null if the origin is at fault
 * @param origin opens the wrong place; null if an answer is at fault
 */
record MatrixFault(
        String name,
        Expectation.Rule rule,
        boolean slow,
        @Nullable Function<List<String>, Fault> fault,
        Origin.@Nullable Opener origin) {

    static MatrixFault of(Fault fault, Expectation.Rule rule) {
        return new MatrixFault(fault.name(), rule, false, secrets -> fault, null);
    }

    static MatrixFault slow(Fault fault, Expectation.Rule rule) {
        return new MatrixFault(fault.name(), rule, true, secrets -> fault, null);
    }

    static MatrixFault echoing(String name, Expectation.Rule rule, Function<List<String>, Fault> fault) {
        return new MatrixFault(name, rule, false, fault, null);
    }

    static MatrixFault at(String name, Expectation.Rule rule, boolean slow, Origin.Opener origin) {
        return new MatrixFault(name, rule, slow, null, origin);
    }
}
