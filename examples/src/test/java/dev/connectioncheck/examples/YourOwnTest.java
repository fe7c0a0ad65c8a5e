package dev.connectioncheck.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.CheckResult;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.datafold.DatafoldTarget;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.SandboxExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class YourOwnTest {
    // tag::test
    @RegisterExtension
    static final SandboxExtension sandbox = new SandboxExtension();

    @Test
    void aRefusedPasswordIsReportedAsTheVendorPutsIt() {
        long id = sandbox.datafold().dataSource(Behavior.fails("password authentication failed"));
        DatafoldClient client = DatafoldClient.builder()
                .apiKey(sandbox.datafold().apiKey())
                .baseUrl(sandbox.datafold().baseUrl())
                .build();

        try (ConnectionChecker checker = ConnectionChecker.of(client)) {
            CheckResult result = checker.check(DatafoldTarget.dataSource(id));

            assertThat(result.passed()).isFalse();
            assertThat(result.message()).contains("password authentication failed");
        }
    }
    // end::test
}
