package dev.connectioncheck.reliability;

import java.util.List;

/**
 * Tells what came of one fault at one operation.
 *
 * @param operation the operation
 * @param family what operations of this kind are called together
 * @param fault the fault's name
 * @param outcome {@link #VALUE} or the simple name of the exception's class
 * @param sends how often it was sent
 * @param problems which promises were broken
 */
record TypedFinding(String operation, String family, String fault, String outcome, int sends, List<String> problems) {
    static final String VALUE = "a value";

    /** The outcome, and how often it was sent if more than once. */
    String cell() {
        String shown = outcome.replace("Exception", "");
        return sends == 1 ? shown : shown + " ×" + sends;
    }

    @Override
    public String toString() {
        return operation + ", " + fault + ": " + outcome;
    }
}
