package dev.connectioncheck.spring;

import dev.connectioncheck.sandbox.VirtualTime;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Contexts as applications have them. */
final class Contexts {
    private Contexts() {}

    /** Everything that the imports file lists, with the SSL bundles that every application has. */
    static ApplicationContextRunner runner() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        SslAutoConfiguration.class,
                        Boot3HealthAutoConfiguration.class,
                        Boot4HealthAutoConfiguration.class,
                        ConnectionCheckAutoConfiguration.class,
                        EndpointAutoConfiguration.class,
                        GaugesAutoConfiguration.class,
                        ObservationsAutoConfiguration.class,
                        SanitizingAutoConfiguration.class));
    }

    /** Two connections of the vendor that has no HTTP. */
    static ApplicationContextRunner withLamps() {
        return runner().withPropertyValues(
                        "connectioncheck.lamp.api-key=k-1",
                        "connectioncheck.connections.hall.client=lamp",
                        "connectioncheck.connections.hall.lamp-id=1",
                        "connectioncheck.connections.attic.client=lamp",
                        "connectioncheck.connections.attic.lamp-id=2");
    }

    /** Watches both, on a clock of the test's own. */
    static ApplicationContextRunner watching(VirtualTime time) {
        return withLamps()
                .withPropertyValues("connectioncheck.watch.enabled=true", "connectioncheck.watch.interval=10m")
                .withBean(VirtualTime.class, () -> time);
    }
}
