package dev.connectioncheck.spi;

import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.http.Pace;
import java.util.Optional;

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

    /**
     * Describes the call that lists the connections of this client's account, page by page; nothing is sent yet. It
     * must read only.
     *
     * @return a call for the first page; empty, the default, if the vendor can't list
     */
    default Optional<ApiCall<ConnectionPage>> connections() {
        return Optional.empty();
    }

    /**
     * Returns how fast this client may ask. A checker heeds how many checks of many run at once; the client itself
     * bounds its requests.
     *
     * @return the pace; without any limit by default
     */
    default Pace pace() {
        return Pace.unlimited();
    }
}
