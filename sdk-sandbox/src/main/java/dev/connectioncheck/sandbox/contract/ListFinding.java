package dev.connectioncheck.sandbox.contract;

import java.util.List;
import java.util.OptionalInt;

/**
 * Tells what came of one case of listing an account. Immutable.
 *
 * @param vendor the vendor's short name
 * @param operation the request that the fault struck
 * @param fault the fault's name
 * @param mode how the inventory was waited for
 * @param outcome {@link #WHOLE}, {@link #LESS}, or the simple name of the class of the account's error
 * @param requests how often all requests together were sent; empty where that hangs on how long pauses happen to be
 * @param problems which promises were broken; empty if the contract was kept
 */
public record ListFinding(
        String vendor,
        String operation,
        String fault,
        Mode mode,
        String outcome,
        OptionalInt requests,
        List<String> problems) {
    /** The outcome of an inventory that holds every row of the account, and no error. */
    public static final String WHOLE = "whole";

    /** The outcome of an inventory that lacks rows of the account, and has no error. */
    public static final String LESS = "less";

    /**
     * Holds the given facts.
     *
     * @param vendor the vendor
     * @param operation the struck request
     * @param fault the fault
     * @param mode how the inventory was waited for
     * @param outcome what came of it
     * @param requests how often all requests together were sent
     * @param problems what broke the contract
     */
    public ListFinding {
        problems = List.copyOf(problems);
    }

    /**
     * Throws if the contract was broken.
     *
     * @throws AssertionError says how
     */
    public void verify() {
        if (!problems.isEmpty()) {
            throw new AssertionError(this + ":\n" + String.join("\n", problems));
        }
    }

    /**
     * Names the case, without what came of it.
     *
     * @return vendor, request, fault and way of waiting: no other case has the same
     */
    public String caseName() {
        return vendor + " " + operation + ", " + fault + ", " + mode;
    }

    @Override
    public String toString() {
        return caseName() + ": " + outcome;
    }
}
