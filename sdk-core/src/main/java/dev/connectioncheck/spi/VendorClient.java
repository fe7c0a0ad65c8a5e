package dev.connectioncheck.spi;

/**
 * Marks a vendor's client that a {@link dev.connectioncheck.ConnectionChecker} can ask.
 *
 * <p>Immutable and safe for use by several threads.
 */
public interface VendorClient {
    /**
     * Returns the vendor's way of checking a connection, bound to this client.
     *
     * @return the protocol that the engine runs
     */
    CheckProtocol<?> checks();
}
