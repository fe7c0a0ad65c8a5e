package dev.connectioncheck.http;

import dev.connectioncheck.model.SecretHolder;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

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
     */
    <U> ApiCall<U> as(Class<U> type);

    /**
     * Returns a call that sends another JSON body, for fields that the specification does not know.
     *
     * @param body what Jackson can write; a {@link SecretHolder} if parts of it are secret
     * @return a new call; this one is unchanged
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
}
