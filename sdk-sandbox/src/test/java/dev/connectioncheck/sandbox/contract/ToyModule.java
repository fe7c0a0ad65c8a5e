package dev.connectioncheck.sandbox.contract;

import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.client.ApiRuntime;
import dev.connectioncheck.client.ClientBuilder;
import dev.connectioncheck.http.Resend;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.CustomSandbox;
import dev.connectioncheck.sandbox.Fault;
import dev.connectioncheck.sandbox.Phase;
import dev.connectioncheck.sandbox.SandboxRequest;
import dev.connectioncheck.spi.VendorClient;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A toy vendor's module, which keeps every promise; tests override what is to be broken. */
class ToyModule implements VendorUnderTest {
    @Override
    public String vendor() {
        return ToyTarget.VENDOR;
    }

    @Override
    public List<CheckOperation> operations() {
        return List.of(
                new CheckOperation(
                        "startToy",
                        Phase.START,
                        "POST",
                        Pattern.compile("/toys/[^/]+/checks"),
                        Resend.UNLESS_PROCESSED,
                        false,
                        true),
                new CheckOperation(
                        "getToy", Phase.POLL, "GET", Pattern.compile("/checks/[^/]+"), Resend.ALWAYS, false, true));
    }

    @Override
    public List<CheckOperation> listOperations() {
        return List.of(page(1), page(2));
    }

    private static CheckOperation page(int number) {
        return new CheckOperation(
                "listToys, page " + number, Phase.LIST, "GET", Pattern.compile("/toys"), Resend.ALWAYS, false, false);
    }

    @Override
    public boolean sendsSettings(Phase struck) {
        return struck == Phase.START;
    }

    @Override
    public StandIn start(Setup setup) {
        CustomSandbox sandbox = CustomSandbox.start(setup.time(), setup.tls(), setup.http2(), "X-Toy-Key", "")
                .operation(Phase.START, "POST", "/toys/([^/]+)/checks", 201, (id, state, why) -> json(id, "new", ""))
                .operation(Phase.POLL, "GET", "/checks/([^/]+)", 200, (id, state, why) -> json(id, word(state), why));
        sandbox.useApiKey(setup.apiKey());
        return new ToyStandIn(sandbox, setup);
    }

    /** What the checks know of the case beside their runtime is for those that misuse it. */
    ToyChecks checks(ApiRuntime runtime, Setup setup) {
        return new ToyChecks(runtime);
    }

    CheckTarget target(String id, String password) {
        return new ToyTarget(id, password);
    }

    VendorClient client(ToyClient.Builder builder, Setup setup) {
        return builder.build(runtime -> checks(runtime, setup));
    }

    /** The name that the module gives itself in messages. */
    String nameInMessages() {
        return ToyTarget.VENDOR;
    }

    private static String word(CustomSandbox.State state) {
        return switch (state) {
            case RUNNING -> "busy";
            case PASSED -> "ok";
            case FAILED -> "broken";
        };
    }

    private static String json(String id, String state, String why) {
        return "{\"id\": \"" + id + "\", \"state\": \"" + state + "\", \"why\": \"" + why + "\"}";
    }

    private final class ToyStandIn implements StandIn {
        private final CustomSandbox sandbox;
        private final Setup setup;

        ToyStandIn(CustomSandbox sandbox, Setup setup) {
            this.sandbox = sandbox;
            this.setup = setup;
        }

        @Override
        public String baseUrl() {
            return sandbox.baseUrl();
        }

        @Override
        public CheckTarget target(Phase struck, Behavior behavior, String secret) {
            return ToyModule.this.target(sandbox.connection(behavior), secret);
        }

        @Override
        public List<String> fill(IntFunction<Optional<Fault>> faults, String secret) {
            sandbox.at(Phase.LIST, faults);
            sandbox.list("/toys", (ids, query) -> page(ids, Integer.parseInt(query.getOrDefault("page", "")), secret));
            return List.of(
                    sandbox.connection(Behavior.passes()),
                    sandbox.connection(Behavior.fails("broken")),
                    sandbox.connection(Behavior.passes()));
        }

        /** The first page has two rows, the second what is left. */
        private String page(List<String> ids, int number, String secret) {
            return ids.stream()
                    .skip((number - 1) * 2L)
                    .limit(2)
                    .map(id -> "{\"id\": \"" + id + "\", \"password\": \"" + secret + "\"}")
                    .collect(Collectors.joining(",", "{\"toys\": [", "]}"));
        }

        @Override
        public VendorClient client(Consumer<ClientBuilder<?>> settings) {
            ToyClient.Builder builder = new ToyClient.Builder(nameInMessages());
            settings.accept(builder);
            return ToyModule.this.client(builder, setup);
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
