package dev.connectioncheck.testing;

import dev.connectioncheck.client.ClientBuilder;
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

/**
 * Stands in for the network: answers in turn with what was recorded, and keeps what was asked.
 *
 * @param <R> the vendor's own subclass, which makes the client
 */
public abstract class RecordedAnswers<R extends RecordedAnswers<R>> implements Interceptor {
    private final Deque<Response.Builder> answers = new ArrayDeque<>();
    private final List<String> requests = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();

    /** A recorded body, by the name of its file among the test's resources. */
    public static String body(String name) {
        try (InputStream file = Objects.requireNonNull(
                RecordedAnswers.class.getResourceAsStream("/recorded/" + name + ".json"), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds an answer, which comes after those that are there. */
    @SuppressWarnings("unchecked") // R is this object's own class
    public final R then(int status, String body) {
        answers.add(new Response.Builder()
                .code(status)
                .protocol(Protocol.HTTP_1_1)
                .message("")
                .body(ResponseBody.create(body, MediaType.get("application/json"))));
        return (R) this;
    }

    /** Has a client of any vendor ask here. */
    protected final <B extends ClientBuilder<B>> B configure(B builder) {
        return builder.apiKey("S3cret-key")
                .httpClient(new OkHttpClient.Builder().addInterceptor(this).build());
    }

    /** What was asked: method, path and query. */
    public final List<String> requests() {
        return List.copyOf(requests);
    }

    /** The bodies that were sent; empty text for none. */
    public final List<String> bodies() {
        return List.copyOf(bodies);
    }

    @Override
    public final Response intercept(Chain chain) throws IOException {
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
