package dev.connectioncheck.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.http.Pace;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From which moment on a client's next request may be sent. */
class RequestWindowTest {
    @ParameterizedTest
    @ValueSource(longs = {-5, 0, 7})
    void withoutAPaceItIsThisMoment(long now) {
        assertThat(new RequestWindow(Pace.unlimited()).take(now)).isEqualTo(now);
    }

    @Test
    void aMinuteIsCountedFromTheRequestItselfAndNotFromWhenItCouldHaveBeenSent() {
        RequestWindow window = new RequestWindow(Pace.unlimited().withRequestsPerMinute(1));

        assertThat(window.take(0)).isZero();
        assertThat(window.take(seconds(100))).isEqualTo(seconds(100));
        assertThat(window.take(seconds(130))).isEqualTo(seconds(160));
    }

    private static long seconds(int seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
