package dev.connectioncheck.internal.check;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.internal.json.Json;
import dev.connectioncheck.internal.json.UnreadableAnswerException;
import dev.connectioncheck.internal.pace.Expectation;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.Progress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A check that runs at a vendor, written as text that another process can go on with. It holds the names of vendor and
 * account, the target's and the check's ids, when the vendor accepted it and was last heard to work on it, when a
 * verdict is expected, and no secret; it is not signed, so what is read from it is checked like any input.
 */
public record ResumeToken(
        @JsonProperty("v") String vendor,
        @JsonProperty("t") String target,
        @JsonProperty("c") String checkId,
        @JsonProperty("s") String status,
        @JsonProperty("m") @Nullable String memo,
        @JsonProperty("a") @Nullable String account,
        @JsonProperty("d") @Nullable Long acceptedMillis,
        @JsonProperty("r") @Nullable Long lastRunningMillis,
        @JsonProperty("e") @Nullable List<Long> expected) {
    private static final String PREFIX = "cc1.";
    private static final int LONGEST = 4_096;
    private static final Duration OLDEST = Duration.ofDays(365);
    private static final String NO_TOKEN = "This is no token to resume a check with; "
            + "pass exactly what RunningCheck.token() or CheckTimeoutException.token() returned.";

    static ResumeToken of(
            String vendor, @Nullable String account, String target, Progress.Running running, Course.Mark mark) {
        return new ResumeToken(
                vendor,
                target,
                running.checkId(),
                running.status(),
                running.memo().orElse(null),
                account,
                mark.accepted().toEpochMilli(),
                mark.lastRunningMillis(),
                mark.expected() == null ? null : mark.expected().numbers());
    }

    public String text() {
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(Json.write(this));
    }

    /**
     * Reads a token.
     *
     * @throws IllegalArgumentException if it is none; the message does not show it
     */
    public static ResumeToken parse(@Nullable String text) {
        if (text == null || !text.startsWith(PREFIX) || text.length() > LONGEST) {
            throw new IllegalArgumentException(NO_TOKEN);
        }
        try {
            byte[] json = Base64.getUrlDecoder()
                    .decode(text.substring(PREFIX.length()).getBytes(StandardCharsets.US_ASCII));
            return complete(Json.read(json, ResumeToken.class));
        } catch (IllegalArgumentException | UnreadableAnswerException e) {
            throw new IllegalArgumentException(NO_TOKEN);
        }
    }

    @SuppressWarnings("ConstantValue") // Jackson fills in null for what is missing
    private static ResumeToken complete(ResumeToken token) {
        if (token.vendor == null || token.target == null || token.checkId == null || token.status == null) {
            throw new IllegalArgumentException(NO_TOKEN);
        }
        return token;
    }

    /**
     * Reads the target, and makes sure that the check's id can be asked for.
     *
     * @throws IllegalArgumentException if not
     */
    public <T extends CheckTarget> T targetOf(CheckProtocol<T> protocol) {
        try {
            T read = protocol.targetOf(target);
            Objects.requireNonNull(protocol.poll(read, running()));
            return read;
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            throw new IllegalArgumentException(NO_TOKEN);
        }
    }

    public Progress.Running running() {
        Progress.Running running = Progress.running(checkId, status);
        return memo == null ? running : running.withMemo(memo);
    }

    /** How long ago the vendor accepted the check; no time if the token is of an older form, or from the future. */
    Duration age(Instant now) {
        Duration age =
                acceptedMillis == null ? Duration.ZERO : Duration.between(Instant.ofEpochMilli(acceptedMillis), now);
        return age.isNegative() ? Duration.ZERO : age.compareTo(OLDEST) > 0 ? OLDEST : age;
    }

    /** How old the check was when the vendor was last heard to work on it; empty if the token does not say so. */
    Optional<Duration> lastRunning(Duration age) {
        return Optional.ofNullable(lastRunningMillis)
                .filter(millis -> millis >= 0 && millis <= age.toMillis())
                .map(Duration::ofMillis);
    }

    /** What is expected of the check; null if the token does not say so, or nothing that can be. */
    @Nullable Expectation expectation() {
        return expected == null ? null : Expectation.of(expected);
    }
}
