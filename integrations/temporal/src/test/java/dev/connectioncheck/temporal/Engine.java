package dev.connectioncheck.temporal;

import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The server that all tests share: the one that {@code TEMPORAL_ADDRESS} names, or a test server of our own. */
final class Engine implements AutoCloseable {
    static final Optional<String> REAL = Optional.ofNullable(System.getenv("TEMPORAL_ADDRESS"))
            .filter(address -> !address.isBlank() && Boolean.getBoolean("durable.real"));

    private final Optional<Child> own;
    private final String address;

    private Engine(Optional<Child> own, String address) {
        this.own = own;
        this.address = address;
    }

    static Engine start() {
        if (REAL.isPresent()) {
            return at(REAL.get());
        }
        Child server = Child.start(ServerMain.class);
        return new Engine(Optional.of(server), server.firstLine());
    }

    /** A server that somebody else starts and ends. */
    static Engine at(String address) {
        return new Engine(Optional.empty(), address);
    }

    String address() {
        return address;
    }

    /** Tests run side by side on the test server, which makes a namespace of any name; one by one on a real one. */
    String namespace(String test) {
        return REAL.isPresent()
                ? Optional.ofNullable(System.getenv("TEMPORAL_NAMESPACE")).orElse("default")
                : test.toLowerCase(Locale.ROOT);
    }

    static WorkflowServiceStubs connect(String address) {
        return WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(address).build());
    }

    @Override
    public void close() {
        own.ifPresent(Child::close);
    }

    /** Starts it once, and ends it after the last test. */
    static final class Shared implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Engine.class;
        }

        @Override
        public Engine resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(Engine.class))
                    .computeIfAbsent(Engine.class, key -> start(), Engine.class);
        }
    }
}
