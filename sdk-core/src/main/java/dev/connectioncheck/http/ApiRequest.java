package dev.connectioncheck.http;

import dev.connectioncheck.internal.Answer;
import dev.connectioncheck.internal.CallPlan;
import dev.connectioncheck.internal.HeaderValues;
import dev.connectioncheck.internal.Json;
import dev.connectioncheck.internal.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Describes one HTTP request of a generated operation. Immutable.
 *
 * <p>Its {@code toString()} shows the operation, never a header or the body.
 */
public final class ApiRequest {
    private final String operation;
    private final String method;
    private final HttpUrl url;
    private final Headers headers;
    private final @Nullable Object body;
    private final Resend resend;
    private final boolean longRunning;
    private final boolean aboutTarget;

    private ApiRequest(Builder builder, @Nullable Object body) {
        this.operation = builder.operation;
        this.method = builder.method;
        this.url = builder.url();
        this.headers = builder.headers;
        this.body = body;
        this.resend = builder.resend;
        this.longRunning = builder.longRunning;
        this.aboutTarget = builder.aboutTarget;
    }

    private ApiRequest(ApiRequest other, Object body) {
        this.operation = other.operation;
        this.method = other.method;
        this.url = other.url;
        this.headers = other.headers;
        this.body = body;
        this.resend = other.resend;
        this.longRunning = other.longRunning;
        this.aboutTarget = other.aboutTarget;
    }

    /**
     * Returns the operation's name, such as {@code testDataSource}.
     *
     * @return the name that messages use
     */
    public String operation() {
        return operation;
    }

    /**
     * Returns the HTTP method.
     *
     * @return the method in upper case
     */
    public String method() {
        return method;
    }

    /**
     * Returns where the request goes.
     *
     * @return the complete address
     */
    public HttpUrl url() {
        return url;
    }

    /**
     * Returns the headers that the operation sets; the credential is not among them.
     *
     * @return the headers
     */
    public Headers headers() {
        return headers;
    }

    /**
     * Returns what is sent as JSON.
     *
     * @return the body; null if there is none
     */
    public @Nullable Object body() {
        return body;
    }

    /**
     * Returns when the request may be sent again by itself.
     *
     * @return the operation's own property
     */
    public Resend resend() {
        return resend;
    }

    /**
     * Tells whether the vendor works on the request for minutes before it answers.
     *
     * @return true if only the deadline bounds an attempt
     */
    public boolean longRunning() {
        return longRunning;
    }

    /**
     * Tells whether the address names something of the user's, so that 404 means that the vendor does not know it.
     *
     * @return true if the path has parameters
     */
    public boolean aboutTarget() {
        return aboutTarget;
    }

    /**
     * Returns the same request with another body.
     *
     * @param other what to send as JSON
     * @return a copy
     */
    public ApiRequest withBody(Object other) {
        return new ApiRequest(this, Objects.requireNonNull(other, "body"));
    }

    @Override
    public String toString() {
        return operation;
    }

    /** Collects a request, for generated code. Not thread-safe. */
    public static final class Builder {
        private final Transport transport;
        private final String operation;
        private final String method;
        private final List<String> query = new ArrayList<>(0);
        private Headers headers = Headers.EMPTY;
        private String path;
        private @Nullable Object body;
        private Resend resend = Resend.NEVER;
        private boolean longRunning;
        private boolean aboutTarget;

        Builder(Transport transport, String operation, String method, String path) {
            this.transport = transport;
            this.operation = operation;
            this.method = method;
            this.path = path;
        }

        /**
         * Fills a parameter of the path with one encoded segment.
         *
         * @param name the parameter as the path template writes it
         * @param value its value
         * @return this builder
         * @throws IllegalArgumentException if the value is null, blank or a dot segment, which would change the path
         */
        public Builder path(String name, @Nullable Object value) {
            String segment = value == null ? "" : value.toString();
            if (segment.isBlank() || segment.equals(".") || segment.equals("..")) {
                throw new IllegalArgumentException(name + " must not be null, blank, \".\" or \"..\".");
            }
            path = path.replace("{" + name + "}", PathSegments.encode(segment));
            aboutTarget = true;
            return this;
        }

        /**
         * Adds a query parameter.
         *
         * @param name its name
         * @param value its value; null adds nothing
         * @return this builder
         */
        public Builder query(String name, @Nullable Object value) {
            if (value != null) {
                query.add(name);
                query.add(value.toString());
            }
            return this;
        }

        /**
         * Sets a header; never one that carries the credential.
         *
         * @param name its name
         * @param value its value; null sets nothing
         * @return this builder
         * @throws IllegalArgumentException if the value has a character that no header may have
         */
        public Builder header(String name, @Nullable Object value) {
            if (value != null) {
                headers = headers.newBuilder()
                        .set(name, HeaderValues.checked(name, value.toString()))
                        .build();
            }
            return this;
        }

        /**
         * Sets what is sent as JSON.
         *
         * @param model what Jackson can write
         * @return this builder
         */
        public Builder body(Object model) {
            this.body = Objects.requireNonNull(model, "body");
            return this;
        }

        /**
         * Says when the request may be sent again by itself; the default is {@link Resend#NEVER}.
         *
         * @param resend the operation's own property
         * @return this builder
         */
        public Builder resend(Resend resend) {
            this.resend = Objects.requireNonNull(resend, "resend");
            return this;
        }

        /**
         * Says that the vendor may take minutes to answer: only the deadline bounds an attempt.
         *
         * @return this builder
         */
        public Builder longRunning() {
            this.longRunning = true;
            return this;
        }

        /**
         * Makes a call whose answer always has a body.
         *
         * @param type what the body holds
         * @param successes the statuses that carry it
         * @param <T> the body's type
         * @return a call that has sent nothing yet
         */
        public <T> ApiCall<T> call(Class<T> type, int... successes) {
            return plan(answer -> Json.read(answer.body(), type), successes);
        }

        /**
         * Makes a call whose answer may lack a body, or say {@code null}, so that its status matters.
         *
         * @param type what a body holds
         * @param successes the statuses of good answers
         * @param <T> the body's type
         * @return a call that has sent nothing yet
         */
        public <T> ApiCall<ApiResponse<T>> callWithStatus(Class<T> type, int... successes) {
            return plan(answer -> response(answer, Json.readIfAny(answer.body(), type)), successes);
        }

        /**
         * Makes a call whose answer has no body that matters.
         *
         * @param successes the statuses of good answers
         * @return a call that has sent nothing yet
         */
        public ApiCall<ApiResponse<Void>> callWithoutBody(int... successes) {
            return plan(answer -> response(answer, Optional.empty()), successes);
        }

        private <T> ApiCall<T> plan(Function<Answer, T> reader, int... successes) {
            return CallPlan.of(transport, new ApiRequest(this, body), reader, successes);
        }

        private HttpUrl url() {
            HttpUrl url = aboutTarget ? transport.urlOf(path) : transport.fixedUrlOf(path);
            if (query.isEmpty()) {
                return url;
            }
            HttpUrl.Builder withQuery = url.newBuilder();
            for (int index = 0; index < query.size(); index += 2) {
                withQuery.addQueryParameter(query.get(index), query.get(index + 1));
            }
            return withQuery.build();
        }

        private static <T> ApiResponse<T> response(Answer answer, Optional<T> body) {
            return new ApiResponse<>(answer.status(), answer.requestId(), body);
        }
    }
}
