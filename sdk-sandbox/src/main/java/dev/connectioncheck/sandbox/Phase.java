package dev.connectioncheck.sandbox;

/** Names the kind of request that a {@link Fault} strikes. */
public enum Phase {
    /** Listing what is there. No connection is asked for, so only the vendor's own faults strike it. */
    LIST,
    /** Reading a saved connection, before it is checked (Artie) or for its own sake. */
    READ,
    /** Starting a check, or running it where the vendor checks inline (Squared, Artie). */
    START,
    /** Asking how a check is getting on: Unstructured and Datafold. */
    POLL,
    /** Creating a connection. */
    CREATE,
    /** Changing a saved connection. */
    UPDATE,
    /** Deleting a saved connection. */
    DELETE,
    /** Asking a saved connection for data: Squared's {@code query_source}. */
    QUERY,
    /** Listing the types of connections that there are: Datafold's {@code data_sources/types}. */
    TYPES
}
