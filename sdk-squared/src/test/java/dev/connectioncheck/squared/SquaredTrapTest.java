package dev.connectioncheck.squared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.CheckResult;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.SandboxExtension;
import dev.connectioncheck.squared.model.CheckConnectionRequest;
import dev.connectioncheck.squared.model.CheckConnectionResponse;
import dev.connectioncheck.squared.model.ConnectionCheckResult;
import dev.connectioncheck.squared.model.ConnectorType;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The trap: HTTP 200 says that the check ran, and the field that the published page promises is never sent. */
class SquaredTrapTest {
    @RegisterExtension
    final SandboxExtension sandbox = new SandboxExtension();

    @Test
    void aPlainClientTakes200ForSuccessWhereTheCheckerSaysFailed() {
        Map<String, Object> spec = sandbox.squared().connection(Behavior.fails("no such host"));
        SquaredClient squared = Clients.of(sandbox);

        assertThat(plainClientIsContent(squared, spec)).isTrue();

        try (ConnectionChecker checker = ConnectionChecker.of(squared)) {
            CheckResult result = checker.check(SquaredTarget.source("Postgresql", spec));
            assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
            assertThat(result.message()).contains("no such host");
        }
    }

    /** As one writes it by the published page: nothing was thrown, and {@code result} is no failure. */
    private static boolean plainClientIsContent(SquaredClient squared, Map<String, Object> spec) {
        CheckConnectionResponse answer = squared.connectors()
                .checkConnection(CheckConnectionRequest.builder()
                        .type(ConnectorType.SOURCE)
                        .name("Postgresql")
                        .connectionSpec(spec)
                        .build())
                .execute();
        return !answer.result().equals(Optional.of(ConnectionCheckResult.FAILURE));
    }
}
