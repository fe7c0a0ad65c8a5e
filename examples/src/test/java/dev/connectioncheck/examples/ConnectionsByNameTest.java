package dev.connectioncheck.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.CheckResult;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.config.Connections;
import dev.connectioncheck.config.ConnectionsFile;
import dev.connectioncheck.config.NamedConnection;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ConnectionsByNameTest {
    @RegisterExtension
    static final SandboxExtension sandbox = new SandboxExtension();

    @Test
    void aConnectionOfAFileIsChecked(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("connections.yaml");
        Files.writeString(folder.resolve("datafold.key"), sandbox.datafold().apiKey());
        Files.writeString(file, """
                clients:
                  datafold-eu: { vendor: datafold, api-key: "@datafold.key", base-url: "%s" }
                connections:
                  warehouse: { client: datafold-eu, data-source: %d, timeout: 2m, tags: [nightly] }
                """.formatted(
                        sandbox.datafold().baseUrl(), sandbox.datafold().dataSource(Behavior.passes())));

        assertThat(check(file).passed()).isTrue();
    }

    private static CheckResult check(Path file) {
        // tag::check
        Connections connections = ConnectionsFile.read(file);
        NamedConnection warehouse = connections.find("warehouse").orElseThrow();

        try (ConnectionChecker checker = connections.checker().build()) {
            return checker.check(warehouse.target().orElseThrow(), warehouse.options());
        }
        // end::check
    }
}
