package dev.connectioncheck.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.http.Resend;
import dev.connectioncheck.reliability.KeptConnections.Kept;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** A kept connection that died silently is found by its pings, and nothing that must not be is sent again. */
@Timeout(60)
class KeptConnectionTest {
    @TestFactory
    Stream<DynamicTest> aReadIsSentAgainAndAStartIsNot() {
        return KeptConnections.findings().stream()
                .map(kept -> DynamicTest.dynamicTest(kept.toString(), () -> verify(kept)));
    }

    private static void verify(Kept kept) {
        boolean again = kept.operation().resend() == Resend.ALWAYS;

        assertThat(kept.outcome()).isEqualTo(again ? "PASSED" : "TransportException");
        assertThat(kept.sends()).isEqualTo(again ? 2 : 1);
    }

    @Test
    void everyOperationIsPlayedBothWays() {
        assertThat(KeptConnections.findings())
                .hasSize(2 * 7)
                .extracting(kept -> kept.vendor() + kept.operation() + kept.blocking())
                .doesNotHaveDuplicates();
    }
}
