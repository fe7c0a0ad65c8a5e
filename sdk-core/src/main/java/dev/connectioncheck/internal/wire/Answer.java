package dev.connectioncheck.internal.wire;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** A complete answer of a vendor, read up to a bound. */
public final class Answer {
    /** More than any vendor has to say; a larger body is refused, whatever it unpacks from. */
    static final long MAX_BODY_BYTES = 4L << 20;

    private static final String[] REQUEST_ID_HEADERS = {"x-request-id", "request-id", "x-correlation-id"};

    private final int status;
    private final Headers headers;
    private final byte[] body;
    private final Attempt attempt;

    public Answer(int status, Headers headers, byte[] body, Attempt attempt) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.attempt = attempt;
    }

    /** Reads and closes a response. */
    public static Answer read(Call call, Response response, Attempt attempt) throws IOException {
        try (response) {
            BufferedSource source = response.body().source();
            if (source.request(MAX_BODY_BYTES + 1)) {
                call.cancel();
                throw new AnswerTooLongException();
            }
            int status = attempt.status() == 0 ? response.code() : attempt.status();
            return new Answer(status, response.headers(), source.readByteArray(), attempt);
        }
    }

    public int status() {
        return status;
    }

    public byte[] body() {
        return body;
    }

    /** The key that the request carried; null if an interceptor answered before it was added. */
    public @Nullable String key() {
        return attempt.key();
    }

    /** Keeps what may follow an answer that was not understood from being taken for the answer to another request. */
    public void distrust() {
        attempt.abandonConnection();
    }

    public Optional<String> requestId() {
        for (String name : REQUEST_ID_HEADERS) {
            String id = headers.get(name);
            if (id != null && !id.isBlank()) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }

    /** How long the vendor asks to wait; empty if it does not say, or nothing that can be understood. */
    public Optional<Duration> retryAfter(Instant now) {
        return RetryAfter.parse(headers.get("Retry-After"), headers.get("Date"), now);
    }
}
