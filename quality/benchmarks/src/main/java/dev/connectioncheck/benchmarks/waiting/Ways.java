package dev.connectioncheck.benchmarks.waiting;

import com.azure.core.util.polling.LongRunningOperationStatus;
import com.azure.core.util.polling.PollResponse;
import com.azure.core.util.polling.PollerFlux;
import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import reactor.core.publisher.Mono;
import software.amazon.awssdk.core.waiters.AsyncWaiter;
import software.amazon.awssdk.core.waiters.WaiterAcceptor;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/**
 * The ways of waiting. A peer's poll is answered in memory, "still running", so that nothing but the waiting is held.
 */
@SuppressWarnings({"FutureReturnValueIgnored", "UnnecessaryLambda"}) // a future is held as the object that it is
final class Ways {
    private static final String RUNNING = "running";
    private static final Duration PAUSE = Duration.ofSeconds(Waiting.SECONDS);
    private static final int BEARABLE_THREADS = 2_000;

    private Ways() {}

    static Waiting of(String name, int checks, String url) {
        return switch (name) {
            case "ours" -> new Ours(url, checks);
            case "bare" -> each(bare());
            case "aws" -> each(aws());
            case "failsafe" -> each(failsafe());
            case "azure" -> each(azure());
            case "threads" -> new Threads();
            case "virtual" -> each(check -> virtualThread());
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Waiting each(IntFunction<Object> start) {
        return checks -> {
            List<Object> held = new ArrayList<>(checks);
            for (int check = 0; check < checks; check++) {
                held.add(start.apply(check));
            }
            return held;
        };
    }

    /** The least that can wait: a future, and an entry of a timer that will complete it. */
    private static IntFunction<Object> bare() {
        ScheduledExecutorService timer = new ScheduledThreadPoolExecutor(1);
        return check -> {
            CompletableFuture<String> future = new CompletableFuture<>();
            timer.schedule(() -> future.complete(RUNNING), Waiting.SECONDS, TimeUnit.SECONDS);
            return future;
        };
    }

    private static IntFunction<Object> aws() {
        AsyncWaiter<String> waiter = AsyncWaiter.builder(String.class)
                .addAcceptor(WaiterAcceptor.successOnResponseAcceptor(status -> !status.equals(RUNNING)))
                .addAcceptor(WaiterAcceptor.retryOnResponseAcceptor(status -> true))
                .scheduledExecutorService(Executors.newScheduledThreadPool(1))
                .overrideConfiguration(override ->
                        override.maxAttempts(100).backoffStrategyV2(BackoffStrategy.fixedDelayWithoutJitter(PAUSE)))
                .build();
        return check -> waiter.runAsync(() -> CompletableFuture.completedFuture(RUNNING));
    }

    private static IntFunction<Object> failsafe() {
        RetryPolicy<String> policy = RetryPolicy.<String>builder()
                .handleResult(RUNNING)
                .withDelay(PAUSE)
                .withMaxRetries(-1)
                .build();
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
        return check ->
                Failsafe.with(policy).with(timer).getStageAsync(() -> CompletableFuture.completedFuture(RUNNING));
    }

    private static IntFunction<Object> azure() {
        return check -> new PollerFlux<String, String>(
                        PAUSE,
                        context -> Mono.just(RUNNING),
                        context -> Mono.just(new PollResponse<>(LongRunningOperationStatus.IN_PROGRESS, RUNNING)),
                        (context, response) -> Mono.just(RUNNING),
                        context -> Mono.just(RUNNING))
                .last()
                .subscribe();
    }

    private static Object virtualThread() {
        try {
            return Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, (Runnable) Ways::sleep);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This Java has no virtual threads.", e);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The plain way: a thread per check. */
    private static final class Threads implements Waiting {
        @Override
        public List<?> begin(int checks) {
            List<Object> held = new ArrayList<>(checks);
            for (int check = 0; check < checks; check++) {
                Thread thread = new Thread(Ways::sleep);
                thread.setDaemon(true);
                thread.start();
                held.add(thread);
            }
            return held;
        }

        @Override
        public int bearable(int checks) {
            return Math.min(checks, BEARABLE_THREADS);
        }
    }
}
