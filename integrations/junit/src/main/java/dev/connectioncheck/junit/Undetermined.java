package dev.connectioncheck.junit;

/** What becomes of a test if nobody could find out whether its connection works. */
public enum Undetermined {
    /** The test is aborted, which reports show as skipped; the build goes on. */
    ABORTS,
    /** The test fails. */
    FAILS
}
