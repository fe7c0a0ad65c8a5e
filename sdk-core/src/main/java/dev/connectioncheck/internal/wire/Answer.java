package dev.connectioncheck.internal.wire;

import dev.connectioncheck.internal.json.BodyReader;
import dev.connectioncheck.internal.json.Json;
import dev.connectioncheck.internal.json.UnreadableAnswerException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** A complete answer of a vendor, read up to a bound. */
public final class Answer {
    /** More than any vendor has to say; a larger body is refused, whatever it unpacks from. */
    static final long MAX_BODY_BYTES = 4L << 20;

    private static final String[] REQUEST_ID_HEADERS = {"x-request-id", "request-id", "x-correlation-id"};

    private static final Pattern HTML_TYPE =
            Pattern.compile("\\s*(text/html|application/xhtml\\+xml)\\s*(;|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern HTML_BEGINNING =
            Pattern.compile("\\uFEFF?\\s*<(!doctype\\s+html|html|head|body)\\b", Pattern.CASE_INSENSITIVE);
    private static final int BEGINNING_BYTES = 256;

    private final int status;
    private final Headers headers;
    private final byte[] body;
    private final Attempt attempt;
    private final @Nullable Object list;

    public Answer(int status, Headers headers, byte[] body, Attempt attempt) {
        this(status, headers, body, attempt, null);
    }

    /**
     * Makes an answer.
     *
     * @param body the whole of it, or the beginning of a list
     * @param list what a list was read as, or the {@link UnreadableAnswerException} that says why it was not
     */
    private Answer(int status, Headers headers, byte[] body, Attempt attempt, @Nullable Object list) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.attempt = attempt;
        this.list = list;
    }

    /** Reads and closes a response. */
    public static Answer read(Call call, Response response, Attempt attempt) throws IOException {
        BodyReader reader = attempt.listReader();
        return reader != null && response.isSuccessful()
                ? readList(call, response, attempt, reader)
                : readWhole(call, response, attempt);
    }

    private static Answer readList(Call call, Response response, Attempt attempt, BodyReader reader)
            throws IOException {
        AnswerTooLongException tooLong =
                new AnswerTooLongException(response.code(), requestId(response.headers()), ListBody.bound());
        try (response) {
            BufferedSource source = response.body().source();
            source.request(BEGINNING_BYTES);
            byte[] beginning = source.getBuffer()
                    .snapshot((int) Math.min(source.getBuffer().size(), BEGINNING_BYTES))
                    .toByteArray();
            Object list =
                    source.exhausted() ? Json.noBody() : listOf(new ListBody(source.inputStream(), tooLong), reader);
            return new Answer(response.code(), response.headers(), beginning, attempt, list);
        } catch (AnswerTooLongException e) {
            call.cancel();
            throw e;
        }
    }

    private static Object listOf(ListBody body, BodyReader reader) throws IOException {
        try {
            return body.readBy(reader);
        } catch (UnreadableAnswerException e) {
            return e;
        }
    }

    private static Answer readWhole(Call call, Response response, Attempt attempt) throws IOException {
        try (response) {
            BufferedSource source = response.body().source();
            if (source.request(MAX_BODY_BYTES + 1)) {
                call.cancel();
                throw new AnswerTooLongException(response.code(), requestId(response.headers()));
            }
            return new Answer(response.code(), response.headers(), source.readByteArray(), attempt);
        }
    }

    public int status() {
        return status;
    }

    public byte[] body() {
        return body;
    }

    /**
     * Returns what the request's reader made of a list.
     *
     * @throws UnreadableAnswerException if that was not what it expected
     */
    public Object list() {
        if (list instanceof UnreadableAnswerException unreadable) {
            throw unreadable;
        }
        return Objects.requireNonNull(list, "the request asked for no list");
    }

    /** The key that the request carried; null if an interceptor answered before it was added. */
    public @Nullable String key() {
        return attempt.key();
    }

    /** Keeps what may follow an answer that was not understood from being taken for the answer to another request. */
    public void distrust() {
        attempt.abandonConnection();
    }

    /** The vendor's id of the request, if the answer had one. */
    public Optional<String> requestId() {
        return requestId(headers);
    }

    private static Optional<String> requestId(Headers headers) {
        for (String name : REQUEST_ID_HEADERS) {
            String id = headers.get(name);
            if (id != null && !id.isBlank()) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }

    /** Where a redirection leads to; empty if the answer is none, or does not say so. */
    Optional<HttpUrl> location(HttpUrl asked) {
        String location = status >= 300 && status < 400 ? headers.get("Location") : null;
        return Optional.ofNullable(location).map(asked::resolve);
    }

    /** Tells whether the body is a web page, which a proxy or a sign-in sends in the vendor's place. */
    public boolean isHtml() {
        String type = headers.get("Content-Type");
        return (type != null && HTML_TYPE.matcher(type).lookingAt())
                || HTML_BEGINNING.matcher(beginning()).lookingAt();
    }

    private String beginning() {
        return new String(body, 0, Math.min(body.length, BEGINNING_BYTES), StandardCharsets.UTF_8);
    }

    /** How long the vendor asks to wait; empty if it does not say, or nothing that can be understood. */
    public Optional<Duration> retryAfter(Instant now) {
        return RetryAfter.parse(headers.get("Retry-After"), headers.get("Date"), now);
    }
}
