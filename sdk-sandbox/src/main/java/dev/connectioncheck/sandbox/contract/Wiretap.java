package dev.connectioncheck.sandbox.contract;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * The caller's own HTTP client of one case: it counts what is sent, and shows what is left behind.
 *
 * <p>Used by all threads that send; its collections guard themselves.
 */
final class Wiretap implements AutoCloseable {
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "contract call");
        thread.setDaemon(true);
        return thread;
    });
    private static final long LOOK_MILLIS = 5;

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Set<Call> sent = ConcurrentHashMap.newKeySet();
    private final Set<Thread> senders = ConcurrentHashMap.newKeySet();
    private final Dispatcher dispatcher = new Dispatcher(THREADS);
    private final ConnectionPool pool = new ConnectionPool();
    private final Semaphore idle = new Semaphore(0);
    private final Duration patience;
    private final OkHttpClient client;

    /** Makes a client whose calls and connections have so much time to be given back. */
    Wiretap(UnaryOperator<OkHttpClient.Builder> settings, Duration patience) {
        this.patience = patience;
        dispatcher.setIdleCallback(idle::release);
        client = settings.apply(new OkHttpClient.Builder()
                        .dispatcher(dispatcher)
                        .connectionPool(pool)
                        .addInterceptor(chain -> {
                            senders.add(Thread.currentThread());
                            return chain.proceed(chain.request());
                        })
                        .eventListener(new EventListener() {
                            @Override
                            public void callStart(Call call) {
                                calls.add(call);
                            }

                            @Override
                            public void requestHeadersEnd(Call call, Request request) {
                                sent.add(call);
                            }
                        }))
                .build();
    }

    OkHttpClient client() {
        return client;
    }

    int sends(CheckOperation operation) {
        return (int) calls(operation).count();
    }

    /** Tells whether a request was to be sent and was not. */
    boolean hasUnsent(CheckOperation operation) {
        return !calls(operation).allMatch(sent::contains);
    }

    private Stream<Call> calls(CheckOperation operation) {
        return calls.stream()
                .filter(call -> operation.matches(
                        call.request().method(), call.request().url().encodedPath()));
    }

    /** The threads that sent something. */
    Set<Thread> senders() {
        return Set.copyOf(senders);
    }

    boolean isIdle() {
        return dispatcher.runningCallsCount() == 0 && dispatcher.queuedCallsCount() == 0;
    }

    /** Waits until the last call has ended, or for a moment, because a task may fall due meanwhile. */
    void awaitIdle() throws InterruptedException {
        if (!isIdle()) {
            idle.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Tells whether nothing is left behind: no call under way, no connection in use. */
    boolean isClean() throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!clean() && System.nanoTime() < end) {
            idle.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
        return clean();
    }

    private boolean clean() {
        return isIdle() && pool.connectionCount() == pool.idleConnectionCount();
    }

    @Override
    public void close() {
        dispatcher.cancelAll();
        pool.evictAll();
    }
}
