package dev.connectioncheck.sandbox.contract;

import dev.connectioncheck.Verdict;
import dev.connectioncheck.sandbox.Behavior;
import java.time.Duration;
import java.util.List;

/**
 * One case: a fault at an operation of a vendor, of a connection of which the truth is known.
 *
 * @param slowness how many times longer than usual a silence is waited out
 */
record MatrixCase(
        VendorUnderTest vendor, CheckOperation operation, MatrixFault fault, Mode mode, Verdict truth, int slowness) {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Duration ATTEMPT = Duration.ofSeconds(30);
    private static final Duration SLOW_ATTEMPT = Duration.ofMillis(150);
    private static final Duration SLOW_DEADLINE = Duration.ofMillis(400);
    private static final int SLOWER = 10;

    MatrixCase(VendorUnderTest vendor, CheckOperation operation, MatrixFault fault, Mode mode, Verdict truth) {
        this(vendor, operation, fault, mode, truth, 1);
    }

    /** The same case with so much time for each attempt that the busiest machine sends its request. */
    MatrixCase slower() {
        return new MatrixCase(vendor, operation, fault, mode, truth, SLOWER);
    }

    Expectation expectation() {
        return vendor.saysYes(operation.phase(), fault.name())
                ? Expectation.unharmed(operation, Verdict.PASSED)
                : fault.rule().at(operation, truth);
    }

    Duration attempt() {
        return fault.isSlow() ? SLOW_ATTEMPT.multipliedBy(slowness) : ATTEMPT;
    }

    /** Real silence lasts to the deadline where that alone bounds an attempt. */
    Duration deadline() {
        return fault.isSlow() && operation.longRunning() ? SLOW_DEADLINE.multipliedBy(slowness) : DEADLINE;
    }

    /** The connection, which has the fault as often as it is asked; its own words hold what the client sent. */
    Behavior behavior(List<String> secrets) {
        Behavior behavior = truth == Verdict.PASSED
                ? Behavior.passes()
                : Behavior.fails("refused: " + String.join(" and ", secrets));
        return fault.fault() == null
                ? behavior
                : behavior.at(operation.phase(), fault.fault().apply(secrets));
    }

    @Override
    public String toString() {
        return vendor.vendor() + " " + operation + ", " + fault.name() + ", " + mode + ", truth " + truth;
    }
}
