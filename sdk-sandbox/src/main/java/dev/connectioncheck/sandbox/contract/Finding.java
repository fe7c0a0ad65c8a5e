package dev.connectioncheck.sandbox.contract;

import dev.connectioncheck.Verdict;
import java.util.List;
import java.util.OptionalInt;

/**
 * Tells what came of one case of the matrix. Immutable.
 *
 * @param vendor the vendor's short name
 * @param operation the operation that the fault struck
 * @param fault the fault's name
 * @param mode how the check was waited for
 * @param truth what the vendor would have said
 * @param outcome the verdict, or the simple name of the exception's class
 * @param sends how often the operation was sent; empty where that hangs on how long pauses happen to be
 * @param problems which promises were broken; empty if the contract was kept
 */
public record Finding(
        String vendor,
        String operation,
        String fault,
        Mode mode,
        Verdict truth,
        String outcome,
        OptionalInt sends,
        List<String> problems) {
    /**
     * Holds the given facts.
     *
     * @param vendor the vendor
     * @param operation the struck operation
     * @param fault the fault
     * @param mode how the check was waited for
     * @param truth what the vendor would have said
     * @param outcome what came of it
     * @param sends how often the operation was sent
     * @param problems what broke the contract
     */
    public Finding {
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
     * @return vendor, operation, fault, way of waiting, and what the vendor would have said: no other case has the same
     */
    public String caseName() {
        return vendor + " " + operation + ", " + fault + ", " + mode + ", truth " + truth;
    }

    @Override
    public String toString() {
        return caseName() + ": " + outcome;
    }
}
