package dev.connectioncheck.internal.call;

import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.internal.async.DaemonThreads;
import dev.connectioncheck.internal.drive.AsyncRun;
import dev.connectioncheck.internal.drive.BlockingRun;
import dev.connectioncheck.internal.json.Json;
import dev.connectioncheck.internal.log.CourseLog;
import dev.connectioncheck.internal.secret.Secrets;
import dev.connectioncheck.internal.wire.Answer;
import dev.connectioncheck.internal.wire.ApiRequest;
import dev.connectioncheck.internal.wire.Nanos;
import dev.connectioncheck.internal.wire.Transport;
import dev.connectioncheck.time.SystemTime;
import dev.connectioncheck.time.TimeSource;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * A call that is an HTTP request.
 *
 * <p>Immutable; may be executed by several threads at once.
 */
public final class HttpCall<T> implements ApiCall<T>, Planned<T> {
    private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(5);

    private final transient CallPlan<T> plan; // it holds the body: for no mapper that looks at fields
    private final Duration timeout;

    private HttpCall(CallPlan<T> plan, Duration timeout) {
        this.plan = plan;
        this.timeout = timeout;
    }

    /** Makes a call whose answer, if its status is a good one, is read by the given function. */
    public static <T> HttpCall<T> of(
            Transport transport, ApiRequest request, Function<Answer, T> reader, IntPredicate success) {
        return new HttpCall<>(
                new CallPlan<>(transport, request, success, answer -> Next.of(reader.apply(answer))), DEFAULT_TIMEOUT);
    }

    @Override
    public CallPlan<T> plan() {
        return plan;
    }

    @Override
    public T execute() {
        return new BlockingRun(time()).drive(machine());
    }

    @Override
    public CompletableFuture<T> executeAsync() {
        Executor executor = time() == SystemTime.instance() ? DaemonThreads.EXECUTOR : Runnable::run;
        AsyncRun<T> run = new AsyncRun<>(machine(), time(), executor);
        run.begin();
        return run;
    }

    private CallMachine<T> machine() {
        CallOwner owner =
                new CallOwner(plan.transport().vendor(), plan.request().operation(), null);
        long deadline = time().nanoTime() + Nanos.of(timeout);
        Secrets secrets = new Secrets();
        CourseLog log = CourseLog.ofCall(owner.vendor(), secrets);
        return new CallMachine<>(this, CallBudget.ofCall(owner, deadline, log, time()), secrets);
    }

    private TimeSource time() {
        return plan.transport().time();
    }

    @Override
    public <U> ApiCall<U> map(Function<? super T, ? extends U> function) {
        Objects.requireNonNull(function, "function");
        return with(answer -> plan.reader().apply(answer).map(function));
    }

    @Override
    public <U> ApiCall<U> then(Function<? super T, ? extends ApiCall<U>> function) {
        Objects.requireNonNull(function, "function");
        return with(answer -> plan.reader().apply(answer).then(function));
    }

    @Override
    public <U> ApiCall<U> as(Class<U> type) {
        Objects.requireNonNull(type, "type");
        return plan.request().listReader() == null
                ? with(answer -> Next.of(Json.read(answer.body(), type)))
                : new HttpCall<>(
                        plan.withListReader(Json.streamed(type), answer -> Next.of(type.cast(answer.list()))), timeout);
    }

    private <U> ApiCall<U> with(Function<Answer, Next<U>> reader) {
        return new HttpCall<>(plan.withReader(reader), timeout);
    }

    @Override
    public ApiCall<T> withBody(Object body) {
        return new HttpCall<>(plan.withBody(body), timeout);
    }

    @Override
    public ApiCall<T> withTimeout(Duration bound) {
        if (bound.isZero() || bound.isNegative()) {
            throw new IllegalArgumentException("The timeout must be positive, but is " + bound + ".");
        }
        return new HttpCall<>(plan, bound);
    }

    @Override
    public String toString() {
        return plan.toString();
    }
}
