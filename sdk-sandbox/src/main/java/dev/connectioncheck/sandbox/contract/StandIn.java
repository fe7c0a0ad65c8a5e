package dev.connectioncheck.sandbox.contract;

import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.client.ClientBuilder;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Phase;
import dev.connectioncheck.sandbox.SandboxRequest;
import dev.connectioncheck.spi.VendorClient;
import java.util.List;
import java.util.function.Consumer;

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
