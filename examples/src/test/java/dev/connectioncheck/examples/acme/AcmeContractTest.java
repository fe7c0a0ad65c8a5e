package dev.connectioncheck.examples.acme;

import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.client.ClientBuilder;
import dev.connectioncheck.http.Resend;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.CustomSandbox;
import dev.connectioncheck.sandbox.Phase;
import dev.connectioncheck.sandbox.SandboxRequest;
import dev.connectioncheck.sandbox.contract.CheckOperation;
import dev.connectioncheck.sandbox.contract.StandIn;
import dev.connectioncheck.sandbox.contract.VendorContract;
import dev.connectioncheck.sandbox.contract.VendorUnderTest;
import dev.connectioncheck.spi.VendorClient;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Plays every fault to Acme's module, as a vendor module of another repository does. */
class AcmeContractTest extends VendorContract {
    @Override
    protected VendorUnderTest vendor() {
        return new Acme();
    }

    private static final class Acme implements VendorUnderTest {
        @Override
        public String vendor() {
            return AcmeTarget.VENDOR;
        }

        @Override
        public List<CheckOperation> operations() {
            return List.of(
                    new CheckOperation(
                            "startProbe",
                            Phase.START,
                            "POST",
                            Pattern.compile("/v2/pipes/[^/]+/probes"),
                            Resend.UNLESS_PROCESSED,
                            false,
                            true),
                    new CheckOperation(
                            "getProbe",
                            Phase.POLL,
                            "GET",
                            Pattern.compile("/v2/probes/[^/]+"),
                            Resend.ALWAYS,
                            false,
                            true));
        }

        @Override
        public StandIn start(Setup setup) {
            CustomSandbox sandbox = CustomSandbox.start(setup.time(), setup.tls(), setup.http2(), "X-Acme-Key", "")
                    .operation(
                            Phase.START,
                            "POST",
                            "/v2/pipes/([^/]+)/probes",
                            201,
                            (id, state, why) -> json(id, "queued", ""))
                    .operation(
                            Phase.POLL,
                            "GET",
                            "/v2/probes/([^/]+)",
                            200,
                            (id, state, why) -> json(id, word(state), why));
            sandbox.useApiKey(setup.apiKey());
            return new AcmeStandIn(sandbox);
        }

        @Override
        public boolean sendsSettings(Phase struck) {
            return false;
        }

        private static String word(CustomSandbox.State state) {
            return switch (state) {
                case RUNNING -> "probing";
                case PASSED -> "ok";
                case FAILED -> "broken";
            };
        }

        private static String json(String probe, String state, String why) {
            return "{\"probe\": \"" + probe + "\", \"state\": \"" + state + "\", \"why\": \"" + why + "\"}";
        }
    }

    private record AcmeStandIn(CustomSandbox sandbox) implements StandIn {
        @Override
        public String baseUrl() {
            return sandbox.baseUrl();
        }

        @Override
        public CheckTarget target(Phase struck, Behavior behavior, String secret) {
            return AcmeTarget.pipe(sandbox.connection(behavior));
        }

        @Override
        public VendorClient client(Consumer<ClientBuilder<?>> settings) {
            AcmeClient.Builder builder = AcmeClient.builder();
            settings.accept(builder);
            return builder.build();
        }

        @Override
        public List<SandboxRequest> requests() {
            return sandbox.requests();
        }

        @Override
        public void close() {
            sandbox.close();
        }
    }
}
