package dev.connectioncheck.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.sandbox.Fault;
import dev.connectioncheck.sandbox.Faults;
import dev.connectioncheck.spi.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SoakTest {
    private static final int CHECKS = 1_500;
    private static final Soak.Pace HASTY =
            new Soak.Pace(Duration.ofMillis(500), Duration.ofMillis(100), Duration.ofMillis(1_500));

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void aShortSoakKeepsEveryPromise() throws Exception {
        boolean kept = Soak.run(CHECKS, Duration.ZERO, System.nanoTime(), out);

        assertThat(kept).as(printed()).isTrue();
        assertThat(printed())
                .contains("checks " + CHECKS + ", wrong 0, hung 0")
                .contains("PASSED ", "FAILED ", "TransportException ", "VendorUnavailableException ")
                .contains("CancellationException ");
    }

    @Test
    void aVendorThatPassesEveryConnectionIsFoundOut() throws Exception {
        boolean kept = soak(50, progress -> progress instanceof Progress.Finished ? Progress.passed() : progress);

        assertThat(kept).isFalse();
        assertThat(printed()).contains("truth FAILED: PASSED", "BROKEN").doesNotContain("wrong 0,");
    }

    @Test
    void aVendorThatNeverDecidesIsFoundOut() throws Exception {
        boolean kept = soak(50, progress -> Progress.inconclusive("perhaps"));

        assertThat(kept).isFalse();
        assertThat(printed()).contains("no fault, truth PASSED: INCONCLUSIVE", "BROKEN");
    }

    @Test
    void aVendorModuleThatThrowsIsFoundOut() throws Exception {
        boolean kept = soak(50, progress -> {
            throw new IllegalStateException("a fault of the module's");
        });

        assertThat(kept).isFalse();
        assertThat(printed()).contains("no fault, truth PASSED: UnexpectedResponseException", "BROKEN");
    }

    @Test
    void aCheckThatNeverEndsIsFoundOut() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        boolean kept = soak(20, progress -> {
            awaitUninterruptibly(end);
            return progress;
        });
        end.countDown();

        assertThat(kept).isFalse();
        assertThat(printed()).contains("BROKEN").doesNotContain("hung 0,");
    }

    @Test
    void whatIsLeftOutOfTheSoakExists() {
        assertThat(Faults.all()).extracting(Fault::name).containsAll(SoakCase.LEFT_OUT);
    }

    private boolean soak(int checks, UnaryOperator<Progress> worse) throws InterruptedException {
        return Soak.run(checks, HASTY, client -> WorseClient.of(client, call -> worsened(call, worse)), out);
    }

    private static ApiCall<Progress> worsened(ApiCall<Progress> call, UnaryOperator<Progress> worse) {
        return call.map(worse);
    }

    private static void awaitUninterruptibly(CountDownLatch end) {
        boolean over = false;
        while (!over) {
            try {
                end.await();
                over = true;
            } catch (InterruptedException heedless) {
                // Whoever hangs for good hears nothing.
            }
        }
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
