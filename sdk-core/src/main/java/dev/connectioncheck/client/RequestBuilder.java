package dev.connectioncheck.client;

import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.http.ApiResponse;
import dev.connectioncheck.http.Resend;
import dev.connectioncheck.internal.call.HttpCall;
import dev.connectioncheck.internal.json.BodyReader;
import dev.connectioncheck.internal.json.Json;
import dev.connectioncheck.internal.json.UnreadableAnswerException;
import dev.connectioncheck.internal.wire.Answer;
import dev.connectioncheck.internal.wire.ApiRequest;
import dev.connectioncheck.internal.wire.HeaderValues;
import dev.connectioncheck.internal.wire.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Collects one HTTP request of an operation, for generated code. Not thread-safe. */
public final class RequestBuilder {
    private static final Headers NO_HEADERS = new Headers.Builder().build();

    private final Transport transport;
    private final String operation;
    private final String method;
    private List<String> query = List.of();
    private Headers headers = NO_HEADERS;
    private String path;
    private @Nullable Object body;
    private Resend resend = Resend.NEVER;
    private boolean longRunning;
    private @Nullable String ifLost;
    private boolean aboutTarget;
    private @Nullable BodyReader listReader;

    RequestBuilder(Transport transport, String method, String operation, String path) {
        this.transport = transport;
        this.method = Objects.requireNonNull(method, "method");
        this.operation = Objects.requireNonNull(operation, "operation");
        this.path = Objects.requireNonNull(path, "path");
    }

    /**
     * Fills a parameter of the path with one encoded segment.
     *
     * @param name the parameter as the path template writes it
     * @param value its value
     * @return this builder
     * @throws IllegalArgumentException if the value is null, blank or a dot segment, which would change the path
     */
    public RequestBuilder path(String name, @Nullable Object value) {
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
    public RequestBuilder query(String name, @Nullable Object value) {
        if (value != null) {
            query = query.isEmpty() ? new ArrayList<>() : query;
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
    public RequestBuilder header(String name, @Nullable Object value) {
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
    public RequestBuilder body(Object model) {
        this.body = Objects.requireNonNull(model, "body");
        return this;
    }

    /**
     * Says when the request may be retried; the default is {@link Resend#NEVER}.
     *
     * @param resend the operation's own property
     * @return this builder
     */
    public RequestBuilder resend(Resend resend) {
        this.resend = Objects.requireNonNull(resend, "resend");
        return this;
    }

    /**
     * Says that the vendor may take minutes to answer: only the deadline bounds an attempt.
     *
     * @return this builder
     */
    public RequestBuilder longRunning() {
        this.longRunning = true;
        return this;
    }

    /**
     * Says where to look whether the request was carried out, for one that changes something at the vendor.
     *
     * <p>If its answer is lost (a broken connection, a deadline, a 5xx, a body that can't be read), the exception says
     * that it may have been carried out, and this; it is not {@code retryable()} then.
     *
     * @param whereToLook a sentence without its first capital and its period, such as {@code look for its name in
     *     list()}
     * @return this builder
     */
    public RequestBuilder ifLost(String whereToLook) {
        this.ifLost = Objects.requireNonNull(whereToLook, "whereToLook");
        return this;
    }

    /**
     * Makes a call whose answer always has a body.
     *
     * @param type what the body holds
     * @param successes the statuses that carry it; none: any 2xx
     * @param <T> the body's type
     * @return a call that has sent nothing yet
     */
    public <T> ApiCall<T> call(Class<T> type, int... successes) {
        return plan(answer -> Json.read(answer.body(), type), successes);
    }

    /**
     * Makes a call whose answer is a list.
     *
     * @param type what its elements hold
     * @param successes the statuses that carry it; none: any 2xx
     * @param <T> the elements' type
     * @return a call that has sent nothing yet; its list is unmodifiable and holds no null
     */
    public <T> ApiCall<List<T>> callForList(Class<T> type, int... successes) {
        return planOfList(Json.streamedList(type), successes);
    }

    /**
     * Makes a call whose answer holds a list that may be long, with something around it. Like every list it is read as
     * it comes, up to 64 MiB; other answers may have 4.
     *
     * @param type what the body holds
     * @param successes the statuses that carry it; none: any 2xx
     * @param <T> the body's type
     * @return a call that has sent nothing yet
     */
    public <T> ApiCall<T> callForPage(Class<T> type, int... successes) {
        return planOfList(Json.streamed(type), successes);
    }

    @SuppressWarnings("unchecked") // the reader of a T's class reads a T
    private <T> ApiCall<T> planOfList(BodyReader reader, int... successes) {
        listReader = reader;
        return plan(answer -> (T) answer.list(), successes);
    }

    /**
     * Makes a call whose answer may lack a body, or say {@code null}, so that its status matters.
     *
     * @param type what a body holds
     * @param successes the statuses of good answers; none: any 2xx
     * @param <T> the body's type
     * @return a call that has sent nothing yet
     */
    public <T> ApiCall<ApiResponse<T>> callWithStatus(Class<T> type, int... successes) {
        return plan(answer -> response(answer, Json.readIfAny(answer.body(), type)), successes);
    }

    /**
     * Makes a call whose answer has no body that matters; an HTML page is none of the vendor's answers all the same.
     *
     * @param successes the statuses of good answers; none: any 2xx
     * @return a call that has sent nothing yet
     */
    public ApiCall<ApiResponse<Void>> callWithoutBody(int... successes) {
        return plan(RequestBuilder::withoutBody, successes);
    }

    /** A proxy's page says nothing of what became of the request, whatever status it has. */
    private static ApiResponse<Void> withoutBody(Answer answer) {
        if (answer.isHtml()) {
            throw new UnreadableAnswerException("it is an HTML page");
        }
        return response(answer, Optional.empty());
    }

    private <T> ApiCall<T> plan(Function<Answer, T> reader, int... successes) {
        return HttpCall.of(transport, request(), reader, isOneOf(successes));
    }

    /** Without a list of its own, an operation believes any 2xx: proxies and later releases say 200 for 201 or 202. */
    private static IntPredicate isOneOf(int... successes) {
        return successes.length == 0 ? RequestBuilder::isSuccess : status -> contains(successes, status);
    }

    private static boolean isSuccess(int status) {
        return status >= 200 && status <= 299;
    }

    private static boolean contains(int[] successes, int status) {
        for (int success : successes) {
            if (success == status) {
                return true;
            }
        }
        return false;
    }

    private ApiRequest request() {
        return new ApiRequest(
                operation, method, url(), headers, body, resend, longRunning, ifLost, aboutTarget, listReader);
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
        return ApiResponse.of(answer.status(), answer.requestId(), body);
    }
}
