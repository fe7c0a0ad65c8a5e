package dev.connectioncheck.toy;

import java.io.IOException;
import java.time.Duration;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** An answer of the toy vendor, or its failure to give one, after so much time. */
public record Reply(int status, String body, Headers headers, Duration latency, RuntimeException thrown) {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final int NONE = 0;

    public static Reply of(int status, String body) {
        return new Reply(status, body, Headers.of(), Duration.ZERO, null);
    }

    public static Reply status(String status) {
        return of(200, "{\"id\": \"c1\", \"status\": \"" + status + "\"}");
    }

    public static Reply running() {
        return status("running");
    }

    /**
     * A running check that ends by no deadline, at moments that no jitter moves. The deadline of a call also runs on
     * the real clock; this leaves the last one a second or more of a minute.
     */
    public static Reply slow(String status) {
        return of(200, "{\"id\": \"c1\", \"status\": \"" + status + "\", \"patience\": 20}")
                .after(Duration.ofSeconds(1));
    }

    public static Reply works() {
        return status("works");
    }

    public static Reply broken(String message) {
        return of(200, "{\"id\": \"c1\", \"status\": \"broken\", \"message\": \"" + message + "\"}");
    }

    public static Reply failure() {
        return of(NONE, "");
    }

    public static Reply throwing(RuntimeException thrown) {
        return new Reply(NONE, "", Headers.of(), Duration.ZERO, thrown);
    }

    public Reply header(String name, String value) {
        return new Reply(status, body, headers.newBuilder().set(name, value).build(), latency, thrown);
    }

    public Reply after(Duration time) {
        return new Reply(status, body, headers, time, thrown);
    }

    Response to(Request request) throws IOException {
        if (thrown != null) {
            throw thrown;
        }
        if (status == NONE) {
            throw new IOException("nothing was heard of the toy vendor");
        }
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(status)
                .message("")
                .headers(headers)
                .body(ResponseBody.create(body, JSON))
                .build();
    }
}
