package dev.connectioncheck.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SoakTest {
    private static final int CHECKS = 1_500;

    @Test
    void aShortSoakKeepsEveryPromise() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        boolean kept = Soak.run(
                CHECKS, Duration.ZERO, System.nanoTime(), new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertThat(kept).as(printed.toString(StandardCharsets.UTF_8)).isTrue();
    }
}
