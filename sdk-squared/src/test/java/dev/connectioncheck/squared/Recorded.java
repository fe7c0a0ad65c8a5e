package dev.connectioncheck.squared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Stands in for the network: answers in turn with what was recorded, and keeps what was asked. */
final class Recorded implements Interceptor {
    private final Deque<Response.Builder> answers = new ArrayDeque<>();
    private final List<String> requests = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();

    static Recorded answering(int status, String body) {
        return new Recorded().then(status, body);
    }

    /** A recorded body, by the name of its file. */
    static String body(String name) {
        try (InputStream file =
                Objects.requireNonNull(Recorded.class.getResourceAsStream("/recorded/" + name + ".json"), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Recorded then(int status, String body) {
        answers.add(new Response.Builder()
                .code(status)
                .protocol(Protocol.HTTP_1_1)
                .message("")
                .body(ResponseBody.create(body, MediaType.get("application/json"))));
        return this;
    }

    SquaredClient client() {
        return SquaredClient.builder()
                .apiKey("S3cret-key")
                .workspaceId(4)
                .httpClient(new OkHttpClient.Builder().addInterceptor(this).build())
                .build();
    }

    /** What was asked: method, path and query. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** The bodies that were sent; empty text for none. */
    List<String> bodies() {
        return List.copyOf(bodies);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        String query = request.url().encodedQuery();
        requests.add(request.method() + " " + request.url().encodedPath() + (query == null ? "" : "?" + query));
        bodies.add(textOf(request.body()));
        Response.Builder answer = answers.poll();
        if (answer == null) {
            throw new IOException("Nothing more was recorded.");
        }
        return answer.request(request).build();
    }

    private static String textOf(@Nullable RequestBody body) throws IOException {
        Buffer buffer = new Buffer();
        if (body != null) {
            body.writeTo(buffer);
        }
        return buffer.readUtf8();
    }
}
