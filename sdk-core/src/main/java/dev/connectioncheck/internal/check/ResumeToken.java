package dev.connectioncheck.internal.check;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.internal.json.Json;
import dev.connectioncheck.internal.json.UnreadableAnswerException;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.Progress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A check that runs at a vendor, written as text that another process can go on with. It holds the vendor's name, the
 * target's and the check's ids, and no secret; it is not signed, so what is read from it is checked like any input.
 */
public record ResumeToken(
        @JsonProperty("v") String vendor,
        @JsonProperty("t") String target,
        @JsonProperty("c") String checkId,
        @JsonProperty("s") String status,
        @JsonProperty("m") @Nullable String memo) {
    private static final String PREFIX = "cc1.";
    private static final int LONGEST = 4_096;
    private static final String NO_TOKEN = "This is no token to resume a check with; "
            + "pass exactly what RunningCheck.token() or CheckTimeoutException.token() returned.";

    static ResumeToken of(String vendor, String target, Progress.Running running) {
        return new ResumeToken(
                vendor,
                target,
                running.checkId(),
                running.status(),
                running.memo().orElse(null));
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
        return new Progress.Running(checkId, status, Optional.empty(), Optional.ofNullable(memo));
    }
}
