package dev.connectioncheck;

/** What became of a connection that was to be checked: a verdict, an error, or nothing at all. */
public enum CheckStatus {
    /** The vendor said, in a form that the SDK recognises, that the connection works. */
    PASSED,
    /** The vendor said that the connection does not work. */
    FAILED,
    /** The vendor answered, but neither said that the connection works nor that it does not. */
    INCONCLUSIVE,
    /** The SDK could not find out; the outcome's error says why. */
    ERROR,
    /** Nothing was asked; the outcome says why. */
    SKIPPED
}
