package dev.connectioncheck.sandbox;

/** Says which kind of request about a connection a fault strikes. */
public enum Phase {
    /** Reading a saved connection before it is checked: Artie's {@code GET /connectors/{uuid}}. */
    READ,
    /** Starting a check, or running it where the vendor checks inline (Squared, Artie). */
    START,
    /** Asking how a check is getting on: Unstructured and Datafold. */
    POLL,
    /** Creating a connection: Squared's {@code POST /api/v1/connectors}. */
    CREATE
}
