package dev.connectioncheck.internal.call;

import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.internal.drive.AsyncRun;
import dev.connectioncheck.internal.drive.BlockingRun;
import dev.connectioncheck.internal.json.Json;
import dev.connectioncheck.internal.secret.Secrets;
import dev.connectioncheck.internal.wire.Answer;
import dev.connectioncheck.internal.wire.ApiRequest;
import dev.connectioncheck.internal.wire.Nanos;
import dev.connectioncheck.internal.wire.Transport;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;

/** An {@link ApiCall} as the engine sees it: a request, and what follows its answer. */
public final class CallPlan<T> implements ApiCall<T> {
    private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(5);

    private final Transport transport;
    private final ApiRequest request;
    private final int[] successes;
    private final Function<Answer, Next<T>> reader;
    private final Duration timeout;

    private CallPlan(
            Transport transport,
            ApiRequest request,
            int[] successes,
            Function<Answer, Next<T>> reader,
            Duration timeout) {
        this.transport = transport;
        this.request = request;
        this.successes = successes;
        this.reader = reader;
        this.timeout = timeout;
    }

    public static <T> CallPlan<T> of(
            Transport transport, ApiRequest request, Function<Answer, T> reader, int... successes) {
        return new CallPlan<>(
                transport, request, successes, answer -> new Next<>(reader.apply(answer), null), DEFAULT_TIMEOUT);
    }

    @Override
    public T execute() {
        return new BlockingRun(transport.time()).drive(machine());
    }

    @Override
    public CompletableFuture<T> executeAsync() {
        AsyncRun<T> run = new AsyncRun<>(machine(), transport.time());
        run.begin();
        return run;
    }

    private CallMachine<T> machine() {
        long deadline = transport.time().nanoTime() + Nanos.of(timeout);
        return new CallMachine<>(this, CallBudget.ofCall(deadline, transport.time()), new Secrets());
    }

    @Override
    public <U> CallPlan<U> map(Function<? super T, ? extends U> function) {
        Objects.requireNonNull(function, "function");
        return withReader(answer -> {
            Next<T> next = reader.apply(answer);
            return next.call() != null
                    ? new Next<>(null, next.call().map(function))
                    : new Next<>(function.apply(valueOf(next)), null);
        });
    }

    /** Like {@link #map}, for what the engine has to know of the last answer besides its value. */
    public CallPlan<T> mapWithAnswer(BiFunction<T, Answer, T> function) {
        return withReader(answer -> {
            Next<T> next = reader.apply(answer);
            return next.call() != null
                    ? new Next<>(null, next.call().mapWithAnswer(function))
                    : new Next<>(function.apply(valueOf(next), answer), null);
        });
    }

    @Override
    public <U> CallPlan<U> then(Function<? super T, ? extends ApiCall<U>> function) {
        Objects.requireNonNull(function, "function");
        return withReader(answer -> {
            Next<T> next = reader.apply(answer);
            return next.call() != null
                    ? new Next<>(null, next.call().then(function))
                    : new Next<>(null, (CallPlan<U>) function.apply(valueOf(next)));
        });
    }

    @Override
    public <U> CallPlan<U> as(Class<U> type) {
        Objects.requireNonNull(type, "type");
        return withReader(answer -> new Next<>(Json.read(answer.body(), type), null));
    }

    @Override
    public CallPlan<T> withBody(Object body) {
        return new CallPlan<>(transport, request.withBody(body), successes, reader, timeout);
    }

    @Override
    public CallPlan<T> withTimeout(Duration bound) {
        if (bound.isZero() || bound.isNegative()) {
            throw new IllegalArgumentException("The timeout must be positive, but is " + bound + ".");
        }
        return new CallPlan<>(transport, request, successes, reader, bound);
    }

    @Override
    public String toString() {
        return transport.vendor() + " " + request;
    }

    public Transport transport() {
        return transport;
    }

    public ApiRequest request() {
        return request;
    }

    /** Without a list of its own, an operation believes any 2xx: proxies and later releases say 200 for 201 or 202. */
    boolean isSuccess(int status) {
        if (successes.length == 0) {
            return status >= 200 && status <= 299;
        }
        for (int success : successes) {
            if (success == status) {
                return true;
            }
        }
        return false;
    }

    Next<T> read(Answer answer) {
        return reader.apply(answer);
    }

    private <U> CallPlan<U> withReader(Function<Answer, Next<U>> other) {
        return new CallPlan<>(transport, request, successes, other, timeout);
    }

    private static <T> T valueOf(Next<T> next) {
        return Objects.requireNonNull(next.value(), "a call must not return null");
    }
}
