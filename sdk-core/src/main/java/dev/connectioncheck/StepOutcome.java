package dev.connectioncheck;

/** How one step of a check ended. */
public enum StepOutcome {
    /** The step succeeded. */
    PASSED,
    /** The step failed. */
    FAILED,
    /** The vendor left the step out; that is no failure. */
    SKIPPED,
    /** The step has not ended, or the vendor said something that the SDK does not recognise. */
    UNKNOWN
}
