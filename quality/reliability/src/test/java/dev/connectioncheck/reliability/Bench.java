package dev.connectioncheck.reliability;

import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Phase;
import dev.connectioncheck.sandbox.contract.CheckOperation;
import dev.connectioncheck.sandbox.contract.StandIn;
import dev.connectioncheck.sandbox.contract.VendorUnderTest;
import dev.connectioncheck.time.SystemTime;
import dev.connectioncheck.time.TimeSource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** A vendor's stand-in, an HTTP client of the caller's own, and a checker, for one test. */
final class Bench implements AutoCloseable {
    private static final String KEY = "a-key-of-the-bench";
    private static final int MOST_CALLS = 256;
    private static final long LOOK_NANOS = 200_000;
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "bench call");
        thread.setDaemon(true);
        return thread;
    });

    private final VendorUnderTest vendor;
    private final TimeSource time;
    private final StandIn standIn;
    private final Dispatcher dispatcher = new Dispatcher(THREADS);
    private OkHttpClient http;

    private Bench(VendorUnderTest vendor, TimeSource time) {
        this.vendor = vendor;
        this.time = time;
        this.standIn = vendor.start(new VendorUnderTest.Setup(InstantSource.system(), Optional.empty(), false, KEY));
        dispatcher.setMaxRequests(MOST_CALLS);
        dispatcher.setMaxRequestsPerHost(MOST_CALLS);
        this.http = new OkHttpClient.Builder().dispatcher(dispatcher).build();
    }

    static Bench of(VendorUnderTest vendor) {
        return new Bench(vendor, SystemTime.instance());
    }

    static Bench of(VendorUnderTest vendor, TimeSource time) {
        return new Bench(vendor, time);
    }

    Bench with(OkHttpClient own) {
        http = own;
        return this;
    }

    OkHttpClient http() {
        return http;
    }

    String baseUrl() {
        return standIn.baseUrl();
    }

    /** A target of which the operation of the given phase is sent. */
    CheckTarget target(Phase struck, Behavior behavior) {
        return standIn.target(struck, behavior, "a-password");
    }

    CheckTarget target(Behavior behavior) {
        return target(Phase.START, behavior);
    }

    boolean polls() {
        return vendor.operations().stream().map(CheckOperation::phase).anyMatch(Phase.POLL::equals);
    }

    ConnectionChecker checker(CheckOptions options) {
        return ConnectionChecker.builder()
                .client(standIn.client(builder -> builder.apiKey(KEY)
                        .baseUrl(standIn.baseUrl())
                        .attemptTimeout(Duration.ofMinutes(1))
                        .httpClient(http)
                        .timeSource(time)))
                .timeSource(time)
                .defaultOptions(options)
                .build();
    }

    ConnectionChecker checker() {
        return checker(CheckOptions.defaults());
    }

    int requests() {
        return standIn.requests().size();
    }

    /** Waits until nothing is on the wire any more and no connection is in use; the test's own time-out ends it. */
    void awaitClean() {
        await(() -> http.dispatcher().runningCallsCount() == 0
                && http.dispatcher().queuedCallsCount() == 0
                && http.connectionPool().connectionCount()
                        == http.connectionPool().idleConnectionCount());
    }

    static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    @Override
    public void close() {
        standIn.close();
        http.connectionPool().evictAll();
    }
}
