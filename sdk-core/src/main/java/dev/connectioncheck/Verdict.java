package dev.connectioncheck;

/** What a vendor said of a connection. */
public enum Verdict {
    /** The vendor said, in a form that the SDK recognises, that the connection works. */
    PASSED,
    /** The vendor said that the connection does not work. */
    FAILED,
    /** The vendor answered, but neither said that the connection works nor that it does not. */
    INCONCLUSIVE
}
