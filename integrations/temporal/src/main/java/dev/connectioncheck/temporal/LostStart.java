package dev.connectioncheck.temporal;

/** Says what to do if nobody knows whether the vendor has begun a check. */
public enum LostStart {
    /** Report {@link StoredVerdict.Outcome#START_UNKNOWN}: the check is started at most once. */
    REPORT,
    /** Start it again until the timeout: for connections whose check does no harm when it is run twice. */
    START_AGAIN
}
