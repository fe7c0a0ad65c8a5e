package dev.connectioncheck.reliability;

import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.client.ClientBuilder;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Fault;
import dev.connectioncheck.sandbox.Phase;
import dev.connectioncheck.sandbox.Sandbox;
import dev.connectioncheck.sandbox.SandboxRequest;
import dev.connectioncheck.sandbox.VendorSandbox;
import dev.connectioncheck.sandbox.contract.StandIn;
import dev.connectioncheck.sandbox.contract.VendorUnderTest;
import dev.connectioncheck.spi.VendorClient;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;

/** A stand-in of the sandbox, as the contract wants it. */
final class SandboxStandIn implements StandIn {
    private final Sandbox sandbox;
    private final VendorSandbox vendor;
    private final Targets targets;
    private final Function<String, List<String>> account;
    private final Function<Consumer<ClientBuilder<?>>, VendorClient> clients;

    private SandboxStandIn(
            Sandbox sandbox,
            VendorSandbox vendor,
            Targets targets,
            Function<String, List<String>> account,
            Function<Consumer<ClientBuilder<?>>, VendorClient> clients) {
        this.sandbox = sandbox;
        this.vendor = vendor;
        this.targets = targets;
        this.account = account;
        this.clients = clients;
    }

    /** Makes targets; see {@link StandIn#target}. */
    @FunctionalInterface
    interface Targets {
        CheckTarget make(Phase struck, Behavior behavior, String secret);
    }

    /** Picks a vendor out of a sandbox. */
    @FunctionalInterface
    interface Picker {
        SandboxStandIn pick(Sandbox sandbox);
    }

    static SandboxStandIn start(VendorUnderTest.Setup setup, Picker picker) {
        Sandbox.Builder builder = Sandbox.builder().time(setup.time());
        setup.tls().ifPresent(builder::tls);
        if (setup.http2()) {
            builder.http2();
        }
        SandboxStandIn standIn = picker.pick(builder.build());
        standIn.vendor.useApiKey(setup.apiKey());
        return standIn;
    }

    static SandboxStandIn of(
            Sandbox sandbox,
            VendorSandbox vendor,
            Targets targets,
            Function<String, List<String>> account,
            Function<Consumer<ClientBuilder<?>>, VendorClient> clients) {
        return new SandboxStandIn(sandbox, vendor, targets, account, clients);
    }

    @Override
    public String baseUrl() {
        return vendor.baseUrl();
    }

    @Override
    public CheckTarget target(Phase struck, Behavior behavior, String secret) {
        return targets.make(struck, behavior, secret);
    }

    @Override
    public List<String> fill(IntFunction<Optional<Fault>> faults, String secret) {
        vendor.at(Phase.LIST, faults);
        return account.apply(secret);
    }

    @Override
    public VendorClient client(Consumer<ClientBuilder<?>> settings) {
        return clients.apply(settings);
    }

    @Override
    public List<SandboxRequest> requests() {
        return vendor.requests();
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
