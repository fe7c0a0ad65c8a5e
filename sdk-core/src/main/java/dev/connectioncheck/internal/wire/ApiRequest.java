package dev.connectioncheck.internal.wire;

import dev.connectioncheck.http.Resend;
import dev.connectioncheck.internal.json.BodyReader;
import java.util.Objects;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Describes one HTTP request of an operation. Immutable.
 *
 * <p>Its {@code toString()} shows the operation, never a header or the body.
 *
 * @param operation the operation's name, as messages use it
 * @param method the HTTP method in upper case
 * @param url the complete address
 * @param headers what the operation sets; the credential is not among them
 * @param body what is sent as JSON; null if nothing is
 * @param resend when the request may be retried
 * @param longRunning whether the vendor works on it for minutes, so that only the deadline bounds an attempt
 * @param ifLost where to look whether it was carried out, if its answer was lost; null if that does not matter
 * @param aboutTarget whether the address names something of the user's, so that 404 means that this is unknown
 * @param listReader what reads a good answer as it comes, for a list that may be long; null for other answers
 */
public record ApiRequest(
        String operation,
        String method,
        HttpUrl url,
        Headers headers,
        @Nullable Object body,
        Resend resend,
        boolean longRunning,
        @Nullable String ifLost,
        boolean aboutTarget,
        @Nullable BodyReader listReader) {

    /** Returns the same request with another body. */
    public ApiRequest withBody(Object other) {
        return new ApiRequest(
                operation,
                method,
                url,
                headers,
                Objects.requireNonNull(other, "body"),
                resend,
                longRunning,
                ifLost,
                aboutTarget,
                listReader);
    }

    /** Returns the same request with another reader of its list. */
    public ApiRequest withListReader(BodyReader other) {
        return new ApiRequest(operation, method, url, headers, body, resend, longRunning, ifLost, aboutTarget, other);
    }

    @Override
    public String toString() {
        return operation;
    }
}
