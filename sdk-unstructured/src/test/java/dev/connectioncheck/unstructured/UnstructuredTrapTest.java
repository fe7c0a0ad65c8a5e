package dev.connectioncheck.unstructured;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.CheckResult;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Sandbox;
import dev.connectioncheck.sandbox.UnstructuredAnswer;
import dev.connectioncheck.testing.HastyTime;
import dev.connectioncheck.unstructured.model.ConnectionCheckStatus;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The trap: the GET tells of the latest check there is, which may be of an hour ago, when all was well. */
class UnstructuredTrapTest {
    @Test
    void aPlainClientTakesAnOlderSuccessForItsOwnWhereTheCheckerWaitsAndSaysFailed() {
        HastyTime time = new HastyTime();
        try (Sandbox sandbox = Sandbox.builder().time(time::now).build()) {
            UUID id = sandbox.unstructured()
                    .source(
                            Behavior.passes(),
                            UnstructuredAnswer.older("SUCCESS"),
                            UnstructuredAnswer.ours("FAILURE").reason("key revoked"));
            UnstructuredClient.Builder client = Clients.builder(sandbox.unstructured());

            assertThat(plainClientIsContent(client.build(), id)).isTrue();

            try (ConnectionChecker checker = Clients.checker(client, time)) {
                CheckResult result = checker.check(UnstructuredTarget.source(id));
                assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
                assertThat(result.message()).contains("key revoked");
                assertThat(result.polls()).isEqualTo(2);
            }
        }
    }

    /** As one writes it by the published page: start a check, ask how it ended. */
    private static boolean plainClientIsContent(UnstructuredClient unstructured, UUID id) {
        unstructured.sources().createConnectionCheck(id).execute();
        return unstructured
                .sources()
                .getConnectionCheck(id)
                .execute()
                .body()
                .orElseThrow()
                .status()
                .equals(ConnectionCheckStatus.SUCCESS);
    }
}
