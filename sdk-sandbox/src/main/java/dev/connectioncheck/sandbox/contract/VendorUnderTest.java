package dev.connectioncheck.sandbox.contract;

import dev.connectioncheck.sandbox.Phase;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Describes a vendor module to the contract. Immutable and safe for use by several threads. */
public interface VendorUnderTest {
    /**
     * Names the vendor, as its targets do.
     *
     * @return the vendor's short name in lower case
     */
    String vendor();

    /**
     * Lists the operations that a check sends, in their order.
     *
     * @return at least one of {@link Phase#START}
     */
    List<CheckOperation> operations();

    /**
     * Starts a stand-in for the vendor's service; each case of the contract has its own.
     *
     * @param setup what it has to be like
     * @return a running stand-in
     */
    StandIn start(Setup setup);

    /**
     * Tells whether a check sends settings, which may come back in the vendor's words.
     *
     * @param struck the phase for which {@link StandIn#target} made the target
     * @return true if it puts the given secret into what is sent
     */
    boolean sendsSettings(Phase struck);

    /**
     * Tells whether an answer of a fault happens to be the vendor's own way of saying yes, as 204 is Artie's.
     *
     * @param phase the operation that is answered so
     * @param fault the name of the fault
     * @return true if {@code PASSED} is right whatever the connection is like; false by default
     */
    default boolean saysYes(Phase phase, String fault) {
        return false;
    }

    /**
     * Lists the requests with which {@link dev.connectioncheck.spi.VendorClient#connections()} lists an account that
     * {@link StandIn#fill} filled, in their order: one that is sent for each page is there once for each page, under a
     * name of its own.
     *
     * @return operations of {@link Phase#LIST} that read only; empty, the default, if the module lists nothing
     */
    default List<CheckOperation> listOperations() {
        return List.of();
    }

    /**
     * Tells whether an answer of a fault happens to be the vendor's own way of saying that nothing is there, as an
     * empty array is where a list is a bare array.
     *
     * @param list which of {@link #listOperations} is answered so
     * @param fault the name of the fault
     * @return true if rows may be missing without an error; false by default
     */
    default boolean saysNothingIsThere(CheckOperation list, String fault) {
        return false;
    }

    /**
     * Holds what a stand-in has to be like. Immutable.
     *
     * @param time by which its checks proceed
     * @param tls its certificate, if it has to speak TLS under the name {@code localhost}
     * @param http2 whether it has to speak HTTP/2, without TLS from the first byte
     * @param apiKey the key that it accepts
     */
    record Setup(InstantSource time, Optional<SSLContext> tls, boolean http2, String apiKey) {}
}
