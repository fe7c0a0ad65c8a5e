package dev.connectioncheck.sandbox.contract;

/** How a check is waited for. */
public enum Mode {
    /** On the caller's thread. */
    BLOCKING,
    /** Without a thread. */
    ASYNC
}
