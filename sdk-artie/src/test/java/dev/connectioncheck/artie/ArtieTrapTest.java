package dev.connectioncheck.artie;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.CheckResult;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.artie.model.PayloadsConnectorPayload;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.SandboxExtension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The trap: the published page declares 200 and 204 as good, and it is the 200 that tells of a failure. */
class ArtieTrapTest {
    @RegisterExtension
    final SandboxExtension sandbox = new SandboxExtension();

    @Test
    void aPlainClientTakes200ForSuccessWhereTheCheckerSaysFailed() {
        Map<String, Object> config = sandbox.artie().unsaved(Behavior.fails("password authentication failed"));
        ArtieClient artie = Clients.builder(sandbox.artie()).build();

        assertThat(plainClientIsContent(artie, config)).isTrue();

        try (ConnectionChecker checker = ConnectionChecker.of(artie)) {
            CheckResult result = checker.check(ArtieTarget.unsaved("postgresql", config));
            assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
            assertThat(result.message()).contains("password authentication failed");
        }
    }

    /** As one writes it by the published page: nothing was thrown, and the status is 200, "OK". */
    private static boolean plainClientIsContent(ArtieClient artie, Map<String, Object> config) {
        int status = artie.connectors()
                .pingConnector(PayloadsConnectorPayload.builder()
                        .type("postgresql")
                        .sharedConfig(config)
                        .build())
                .execute()
                .status();
        return status == 200;
    }
}
