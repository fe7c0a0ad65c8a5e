package dev.connectioncheck.sandbox.contract;

import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.client.ClientBuilder;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Fault;
import dev.connectioncheck.sandbox.Phase;
import dev.connectioncheck.sandbox.SandboxRequest;
import dev.connectioncheck.spi.VendorClient;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Stands in for a vendor's service during one case of the contract. Thread-safe. */
public interface StandIn extends AutoCloseable {
    /**
     * Tells where it listens.
     *
     * @return its origin
     */
    String baseUrl();

    /**
     * Makes a connection.
     *
     * @param struck the phase that the behaviour's fault strikes; it has to occur in a check of the target
     * @param behavior how the connection answers
     * @param secret to be put among the settings that are sent, if any are
     * @return the target to check
     */
    CheckTarget target(Phase struck, Behavior behavior, String secret);

    /**
     * Fills the account with connections to be listed, so many that each of {@link VendorUnderTest#listOperations} is
     * sent.
     *
     * @param faults decides for each request that lists, from 1, what goes wrong with it, as
     *     {@link dev.connectioncheck.sandbox.VendorSandbox#at(Phase, IntFunction)} has it
     * @param secret to be put among the settings of connections that the vendor lists, if it lists any
     * @return the ids of all rows that an inventory has to hold, each once
     * @throws UnsupportedOperationException unless overridden; a module that lists nothing is not asked
     */
    default List<String> fill(IntFunction<Optional<Fault>> faults, String secret) {
        throw new UnsupportedOperationException("This stand-in has no connections to list: override fill(...).");
    }

    /**
     * Makes a client of the vendor module.
     *
     * @param settings sets key, base URL and the like; what the vendor wants besides is the stand-in's to set
     * @return the client
     */
    VendorClient client(Consumer<ClientBuilder<?>> settings);

    /**
     * Lists the requests received.
     *
     * @return a copy
     */
    List<SandboxRequest> requests();

    @Override
    void close();
}
