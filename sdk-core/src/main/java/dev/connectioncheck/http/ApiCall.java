package dev.connectioncheck.http;

import dev.connectioncheck.internal.async.Staged;
import dev.connectioncheck.internal.async.StagedRun;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Describes a request to a vendor and how to read its answer; nothing is sent before it is executed.
 *
 * <p>Immutable: a call can be executed any number of times, and each time sends anew. Trouble that tends to pass is
 * retried as far as the operation allows ({@link Resend}); after that the call ends with a
 * {@link dev.connectioncheck.ConnectionCheckException} whose type says what happened.
 *
 * @param <T> what the call returns
 */
public interface ApiCall<T> {
    /**
     * Makes a call that returns a value without asking anybody: for a vendor module that can decide locally, and for
     * tests that stand in for an operation.
     *
     * @param value what the call returns
     * @param <T> its type
     * @return a call
     */
    static <T> ApiCall<T> of(T value) {
        Objects.requireNonNull(value, "value");
        return from(() -> CompletableFuture.completedFuture(value));
    }

    /**
     * Makes a call of something that is no HTTP request, such as a vendor's own SDK, JDBC or gRPC.
     *
     * <p>The supplier is called for every execution, on the thread that executes the call or goes on with a check, and
     * must not block. The stage is cancelled if the call is, or its deadline passes. It should fail with a
     * {@link dev.connectioncheck.ConnectionCheckException}; anything else is wrapped in one. Of a poll, one that is
     * {@code retryable()} is retried until the deadline.
     *
     * @param supplier begins the work; its stage must not bring null
     * @param <T> what the stage brings
     * @return a call
     */
    static <T> ApiCall<T> from(Supplier<? extends CompletionStage<? extends T>> supplier) {
        return staged(Objects.requireNonNull(supplier, "supplier"), value -> value, Duration.ofMinutes(5));
    }

    /**
     * Sends the request and waits for the answer, on the calling thread.
     *
     * @return what the answer held
     * @throws dev.connectioncheck.ConnectionCheckException if there is no answer that can be used; see its subclasses
     */
    T execute();

    /**
     * Sends the request without holding the calling thread.
     *
     * @return a future of what the answer held; cancelling it aborts the request
     */
    CompletableFuture<T> executeAsync();

    /**
     * Returns a call that goes on to compute something from the answer.
     *
     * @param function the computation, applied on the thread that got the answer; should not block
     * @param <U> what it returns
     * @return a new call; this one is unchanged
     */
    <U> ApiCall<U> map(Function<? super T, ? extends U> function);

    /**
     * Returns a call that goes on with another call, made from the answer. One deadline spans both.
     *
     * @param function makes the next call
     * @param <U> what that returns
     * @return a new call; this one is unchanged
     */
    <U> ApiCall<U> then(Function<? super T, ? extends ApiCall<U>> function);

    /**
     * Returns a call that sends the same request and reads its answer as another type; what was mapped before is left
     * out. {@code JsonNode} keeps everything that the vendor sent.
     *
     * @param type what to read
     * @param <U> the same
     * @return a new call; this one is unchanged
     * @throws UnsupportedOperationException if the call is no HTTP request
     */
    <U> ApiCall<U> as(Class<U> type);

    /**
     * Returns a call that sends another JSON body, for fields that the specification does not know.
     *
     * @param body what Jackson can write; a {@link dev.connectioncheck.model.SecretHolder} if parts of it are secret
     * @return a new call; this one is unchanged
     * @throws UnsupportedOperationException if the call is no HTTP request
     */
    ApiCall<T> withBody(Object body);

    /**
     * Returns a call with another bound on the time from the call to its end, retries included.
     *
     * @param timeout a positive time; the default is five minutes
     * @return a new call; this one is unchanged
     * @throws IllegalArgumentException if it is not positive
     */
    ApiCall<T> withTimeout(Duration timeout);

    /** Makes a call whose value, or the call that leads to it, is made of what a stage brings. */
    private static <T> ApiCall<T> staged(
            Supplier<? extends CompletionStage<?>> source, Function<Object, Object> reader, Duration timeout) {
        final class StagedCall implements ApiCall<T>, Staged {
            @Override
            public CompletionStage<?> begin() {
                return source.get();
            }

            @Override
            public Object follow(Object value) {
                return reader.apply(value);
            }

            @Override
            public T execute() {
                return run().await();
            }

            @Override
            public CompletableFuture<T> executeAsync() {
                return run();
            }

            private StagedRun<T> run() {
                return StagedRun.begin(source, value -> executed(reader.apply(value)), timeout);
            }

            private static Object executed(Object next) {
                return next instanceof ApiCall<?> call ? call.executeAsync() : next;
            }

            @Override
            @SuppressWarnings("unchecked") // the reader of a call of T makes a T, or a call of it
            public <U> ApiCall<U> map(Function<? super T, ? extends U> function) {
                Objects.requireNonNull(function, "function");
                return with(next ->
                        next instanceof ApiCall<?> call ? ((ApiCall<T>) call).map(function) : function.apply((T) next));
            }

            @Override
            @SuppressWarnings("unchecked") // as above
            public <U> ApiCall<U> then(Function<? super T, ? extends ApiCall<U>> function) {
                Objects.requireNonNull(function, "function");
                return with(next -> next instanceof ApiCall<?> call
                        ? ((ApiCall<T>) call).then(function)
                        : function.apply((T) next));
            }

            private <U> ApiCall<U> with(Function<Object, Object> after) {
                return staged(source, value -> after.apply(reader.apply(value)), timeout);
            }

            @Override
            public <U> ApiCall<U> as(Class<U> type) {
                throw new UnsupportedOperationException(
                        "This call is no HTTP request: it has no body to read otherwise.");
            }

            @Override
            public ApiCall<T> withBody(Object body) {
                throw new UnsupportedOperationException("This call is no HTTP request: it has no body to replace.");
            }

            @Override
            public ApiCall<T> withTimeout(Duration bound) {
                if (bound.isZero() || bound.isNegative()) {
                    throw new IllegalArgumentException("The timeout must be positive, but is " + bound + ".");
                }
                return staged(source, reader, bound);
            }
        }
        return new StagedCall();
    }
}
