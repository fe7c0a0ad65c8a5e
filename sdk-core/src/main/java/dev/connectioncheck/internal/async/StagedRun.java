package dev.connectioncheck.internal.async;

import dev.connectioncheck.CheckInterruptedException;
import dev.connectioncheck.CheckTimeoutException;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.ConnectionCheckException.Failure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a call that is no HTTP request on its own, outside of any check: stage after stage within one deadline.
 * Cancelling it cancels the stage under way. Any thread may complete it; {@code under} is guarded by being volatile and
 * looked at again after it was set.
 */
public final class StagedRun<T> extends CompletableFuture<T> {
    private static final String NOBODY = "custom";
    private static final String OPERATION = "call";

    private volatile @Nullable CompletableFuture<?> under;

    private StagedRun() {}

    /**
     * Begins a run.
     *
     * @param source begins the first stage
     * @param follow makes the result of a stage's value, or the next stage
     */
    public static <T> StagedRun<T> begin(
            Supplier<? extends CompletionStage<?>> source, Function<Object, Object> follow, Duration timeout) {
        StagedRun<T> run = new StagedRun<>();
        run.endAfter(timeout);
        run.go(source, follow);
        return run;
    }

    /** Ends the run at its deadline, on a thread where users' code may run. */
    private void endAfter(Duration timeout) {
        CompletableFuture<Void> limit =
                new CompletableFuture<Void>().orTimeout(timeout.toNanos(), TimeUnit.NANOSECONDS);
        CompletableFuture<?> unused = limit.exceptionallyAsync(this::late, DaemonThreads.EXECUTOR);
        CompletableFuture<?> unusedToo = whenComplete((value, error) -> limit.complete(null));
    }

    private @Nullable Void late(Throwable timeout) {
        completeExceptionally(timeout);
        return null;
    }

    private void go(Supplier<? extends CompletionStage<?>> source, Function<Object, Object> follow) {
        try {
            CompletableFuture<?> stage = source.get().toCompletableFuture();
            under = stage;
            if (isDone()) {
                stage.cancel(true);
            }
            CompletableFuture<?> unused = stage.whenComplete((value, error) -> ended(value, error, follow));
        } catch (Throwable e) {
            completeExceptionally(e);
        }
    }

    @SuppressWarnings("unchecked") // what follows the value of a call of T is a T, or a stage of it
    private void ended(@Nullable Object value, @Nullable Throwable error, Function<Object, Object> follow) {
        if (error != null || value == null) {
            completeExceptionally(error != null ? error : new NullPointerException("a call must not return null"));
            return;
        }
        try {
            Object next = follow.apply(value);
            if (next instanceof CompletionStage<?> stage) {
                go(() -> stage, Function.identity());
            } else {
                complete((T) next);
            }
        } catch (Throwable e) {
            completeExceptionally(e);
        }
    }

    /** Waits for the end on the calling thread; an interrupt cancels the run and leaves the flag set. */
    public T await() {
        try {
            return get();
        } catch (InterruptedException e) {
            cancel(true);
            Thread.currentThread().interrupt();
            throw new CheckInterruptedException(failure("The waiting thread was interrupted.", true), null);
        } catch (ExecutionException e) {
            throw explained(e.getCause() == null ? e : e.getCause());
        }
    }

    @Override
    public boolean completeExceptionally(Throwable error) {
        boolean first = super.completeExceptionally(error instanceof CancellationException ? error : explained(error));
        stop();
        return first;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean first = super.cancel(mayInterruptIfRunning);
        stop();
        return first;
    }

    private void stop() {
        CompletableFuture<?> stage = under;
        if (stage != null) {
            stage.cancel(true);
        }
    }

    private static ConnectionCheckException explained(Throwable error) {
        if (error instanceof ConnectionCheckException known) {
            return known;
        }
        if (error instanceof CompletionException && error.getCause() != null) {
            return explained(error.getCause());
        }
        if (error instanceof TimeoutException) {
            return new CheckTimeoutException(
                    failure("The call had no answer by its deadline. Allow more time.", true),
                    Optional.empty(),
                    0,
                    null);
        }
        return new ConnectionCheckException(
                failure("The call threw " + error.getClass().getName() + "; see the cause.", false), error);
    }

    private static Failure failure(String message, boolean retryable) {
        return Failure.builder(NOBODY, OPERATION, message).retryable(retryable).build();
    }
}
