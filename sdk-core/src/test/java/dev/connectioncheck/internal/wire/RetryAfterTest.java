package dev.connectioncheck.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);

    @ParameterizedTest
    @CsvSource({"0, 0", "7, 7", "' 7 ', 7", "007, 7", "86400, 86400"})
    void secondsAreSeconds(String value, long seconds) {
        assertThat(RetryAfter.parse(value, null, NOW)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31536001", "999999999999999999", "9999999999999999999", "Fri, 31 Dec 9999 23:59:59 GMT"})
    void aHugeTimeIsAYear(String value) {
        assertThat(RetryAfter.parse(value, null, NOW)).contains(YEAR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                "+7",
                "7.5",
                "7s",
                "soon",
                "0x10",
                "1e3",
                "٧",
                "2026-11-20T10:00:07Z",
                "Xyz, 20 Nov 2026 10:00:07 GMT",
                "Sat, 20 Nov 2026 10:00:07 GMT"
            })
    void whatMakesNoSenseIsIgnored(String value) {
        assertThat(RetryAfter.parse(value, null, NOW)).isEmpty();
    }

    @Test
    void aMissingHeaderSaysNothing() {
        assertThat(RetryAfter.parse(null, "Fri, 20 Nov 2026 10:00:00 GMT", NOW)).isEqualTo(Optional.empty());
    }

    @Test
    void aDateIsComparedWithTheServersOwnClock() {
        String date = "Fri, 20 Nov 2026 10:00:07 GMT";

        assertThat(RetryAfter.parse(date, "Fri, 20 Nov 2026 10:00:02 GMT", NOW.plusSeconds(3_600)))
                .contains(Duration.ofSeconds(5));
        assertThat(RetryAfter.parse(date, null, NOW)).contains(Duration.ofSeconds(7));
        assertThat(RetryAfter.parse(date, "yesterday", NOW)).contains(Duration.ofSeconds(7));
    }

    @Test
    void aDateThatIsOverIsNoTimeAtAll() {
        assertThat(RetryAfter.parse("Fri, 20 Nov 2026 09:00:00 GMT", null, NOW)).contains(Duration.ZERO);
    }
}
