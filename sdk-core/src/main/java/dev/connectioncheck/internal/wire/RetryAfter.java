package dev.connectioncheck.internal.wire;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Retry-After}: seconds, or a date (RFC 9110, section 10.2.3). */
public final class RetryAfter {
    private static final Pattern SECONDS = Pattern.compile("\\d{1,1000}");
    private static final int MOST_DIGITS = 18;
    private static final Duration LONGEST = Duration.ofDays(365);

    private RetryAfter() {}

    /**
     * Reads it; a date is compared with the server's own clock where it sends one, since ours may be wrong.
     *
     * @return the time to wait, never negative; empty if the header is missing or makes no sense
     */
    public static Optional<Duration> parse(@Nullable String value, @Nullable String serverDate, Instant now) {
        if (value == null) {
            return Optional.empty();
        }
        String text = value.strip();
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(seconds(text));
        }
        return date(text).map(moment -> between(date(serverDate).orElse(now), moment));
    }

    /** More digits than fit a number still say: for a very long time. */
    private static Duration seconds(String digits) {
        return digits.length() > MOST_DIGITS ? LONGEST : atMostLongest(Duration.ofSeconds(Long.parseLong(digits)));
    }

    private static Duration between(Instant from, Instant to) {
        Duration wait = Duration.between(from, to);
        return wait.isNegative() ? Duration.ZERO : atMostLongest(wait);
    }

    private static Duration atMostLongest(Duration wait) {
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private static Optional<Instant> date(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip())));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
