package dev.connectioncheck.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connectioncheck.CheckCancelledException;
import dev.connectioncheck.CheckListener;
import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckReport;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.CheckTimeoutException;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.TransportException;
import dev.connectioncheck.VendorUnavailableException;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Fault;
import dev.connectioncheck.sandbox.Phase;
import dev.connectioncheck.sandbox.VirtualTime;
import dev.connectioncheck.sandbox.contract.HurriedTime;
import dev.connectioncheck.sandbox.contract.VendorUnderTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a caller may do wrong, or differently than most. */
@Timeout(60)
class CallerFaultTest {
    private static final int MANY = 1_000;

    static List<VendorUnderTest> vendors() {
        return Vendors.all();
    }

    @Test
    void closingEndsAThousandWaitingChecksAtOnce() {
        VirtualTime time = new VirtualTime();
        List<CompletableFuture<CheckResult>> checks = new ArrayList<>();
        try (Bench bench = Bench.of(Vendors.datafold(), time)) {
            ConnectionChecker checker = bench.checker();
            for (int i = 0; i < MANY; i++) {
                checks.add(checker.checkAsync(bench.target(Behavior.neverEnds())));
            }
            bench.awaitClean();
            assertThat(time.scheduledTasks()).isEqualTo(MANY);
            checker.close();
        }
        assertThat(checks).allMatch(CompletableFuture::isCancelled);
        assertThat(time.scheduledTasks()).isZero();
    }

    @Test
    void closingEndsThreadsThatWait() {
        try (Bench bench = Bench.of(Vendors.datafold())) {
            ConnectionChecker checker = bench.checker();
            List<CompletableFuture<Throwable>> ends = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                CheckTarget target = bench.target(Behavior.neverEnds());
                CompletableFuture<Throwable> end = new CompletableFuture<>();
                ends.add(end);
                new Thread(() -> end.complete(thrownBy(checker, target))).start();
            }
            Bench.await(() -> bench.requests() >= 20);
            checker.close();
            assertThat(ends).allSatisfy(end -> assertThat(end.get()).isInstanceOf(CheckCancelledException.class));
        }
    }

    @Test
    void closingEndsAReportWithEveryTargetCancelled() throws Exception {
        try (Bench bench = Bench.of(Vendors.datafold(), new VirtualTime())) {
            ConnectionChecker checker = bench.checker();
            List<CheckTarget> targets = Stream.generate(() -> bench.target(Behavior.neverEnds()))
                    .limit(20)
                    .toList();
            CompletableFuture<CheckReport> report = checker.checkAllAsync(targets, CheckOptions.defaults());
            bench.awaitClean();
            checker.close();
            assertThat(report.get().outcomes())
                    .hasSize(20)
                    .allSatisfy(each -> assertThat(each.error()).containsInstanceOf(CheckCancelledException.class));
        }
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void aDeadlineOfAMillisecondIsKept(VendorUnderTest vendor) {
        CheckOptions hasty =
                CheckOptions.builder().timeout(Duration.ofMillis(1)).build();
        try (Bench bench = Bench.of(vendor);
                ConnectionChecker checker = bench.checker(hasty)) {
            CheckTarget target = bench.target(Behavior.neverEnds());
            assertThatThrownBy(() -> checker.check(target)).isInstanceOf(CheckTimeoutException.class);
            assertThatThrownBy(() -> checker.checkAsync(target).get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(CheckTimeoutException.class);
            bench.awaitClean();
        }
    }

    @Test
    void aVendorThatAsksForMoreTimeThanThereIsIsAskedOnceMoreBeforeTheDeadline() {
        HurriedTime time = new HurriedTime();
        CheckOptions options =
                CheckOptions.builder().timeout(Duration.ofSeconds(30)).build();
        try (Bench bench = Bench.of(Vendors.datafold(), time);
                ConnectionChecker checker = bench.checker(options)) {
            CheckTarget target = bench.target(
                    Behavior.passes().at(Phase.POLL, Fault.status(503).retryAfter("60")));
            long began = time.nanoTime();
            assertThatThrownBy(() -> checker.check(target))
                    .isInstanceOf(CheckTimeoutException.class)
                    .hasCauseInstanceOf(VendorUnavailableException.class);
            assertThat(Duration.ofNanos(time.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
        }
    }

    static Stream<Throwable> throwables() {
        return Stream.of(new IllegalStateException("listener"), new AssertionError("listener"));
    }

    @ParameterizedTest
    @MethodSource("throwables")
    void aListenerThatThrowsChangesNothing(Throwable thrown) throws Exception {
        CheckOptions options = CheckOptions.builder().listener(throwing(thrown)).build();
        try (Bench bench = Bench.of(Vendors.datafold());
                ConnectionChecker checker = bench.checker(options)) {
            CheckTarget target = bench.target(Behavior.passes());
            assertThat(checker.check(target).passed()).isTrue();
            assertThat(checker.checkAsync(target).get().passed()).isTrue();
            assertThat(checker.checkAll(List.of(target)).allPassed()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void theCallersOwnTimeoutsDoNotCutAnAttemptShort(VendorUnderTest vendor) throws Exception {
        OkHttpClient hasty = new OkHttpClient.Builder()
                .callTimeout(Duration.ofMillis(1))
                .readTimeout(Duration.ofMillis(1))
                .writeTimeout(Duration.ofMillis(1))
                .build();
        try (Bench bench = Bench.of(vendor).with(hasty);
                ConnectionChecker checker = bench.checker()) {
            CheckTarget target = bench.target(Behavior.passes());
            assertThat(checker.check(target).passed()).isTrue();
            assertThat(checker.checkAsync(target).get().passed()).isTrue();
        }
    }

    @Test
    void theCallersInterceptorsAreUsed() {
        List<String> seen = new ArrayList<>();
        OkHttpClient curious = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    seen.add(String.valueOf(chain.request().header("Authorization")));
                    return chain.proceed(chain.request());
                })
                .build();
        try (Bench bench = Bench.of(Vendors.squared()).with(curious);
                ConnectionChecker checker = bench.checker()) {
            assertThat(checker.check(bench.target(Behavior.passes())).passed()).isTrue();
        }
        assertThat(seen).containsExactly("null");
    }

    static Stream<OkHttpClient> clientsWithInterceptorsThatThrow() {
        Interceptor atOnce = chain -> {
            throw new IllegalStateException("interceptor");
        };
        return Stream.of(
                new OkHttpClient.Builder().addInterceptor(atOnce).build(),
                new OkHttpClient.Builder().addNetworkInterceptor(atOnce).build(),
                new OkHttpClient.Builder()
                        .addInterceptor(chain -> throwingInItsBody(chain.proceed(chain.request())))
                        .build());
    }

    @ParameterizedTest
    @MethodSource("clientsWithInterceptorsThatThrow")
    void aCallersInterceptorThatThrowsEndsTheCheckLikeABrokenConnection(OkHttpClient throwing) {
        HurriedTime time = new HurriedTime();
        try (Bench bench = Bench.of(Vendors.squared(), time).with(throwing);
                ConnectionChecker checker = bench.checker()) {
            CheckTarget target = bench.target(Behavior.passes());
            assertThatThrownBy(() -> checker.check(target)).isInstanceOf(TransportException.class);
            CompletableFuture<CheckResult> check = checker.checkAsync(target);
            Bench.await(() -> {
                if (bench.http().dispatcher().runningCallsCount() == 0) {
                    time.skipToNextTask();
                }
                return check.isDone();
            });
            assertThatThrownBy(check::get).hasCauseInstanceOf(TransportException.class);
            assertThat(Duration.ofNanos(time.nanoTime())).isLessThan(Duration.ofMinutes(1));
            bench.awaitClean();
        }
    }

    @Test
    void aCallersInterceptorCantTurnTheKeyToAnotherOrigin() {
        try (Bench elsewhere = Bench.of(Vendors.datafold())) {
            OkHttpClient turning = new OkHttpClient.Builder()
                    .addInterceptor(chain -> chain.proceed(chain.request()
                            .newBuilder()
                            .url(elsewhere.baseUrl())
                            .build()))
                    .build();
            try (Bench bench = Bench.of(Vendors.datafold(), new HurriedTime()).with(turning);
                    ConnectionChecker checker = bench.checker()) {
                CheckTarget target = bench.target(Behavior.passes());
                assertThatThrownBy(() -> checker.check(target)).isInstanceOf(TransportException.class);
            }
            assertThat(elsewhere.requests()).isZero();
        }
    }

    @Test
    void anExecutorThatRejectsEndsAsynchronousChecksAndNoOthers() {
        ExecutorService closed = Executors.newSingleThreadExecutor();
        closed.shutdown();
        OkHttpClient rejecting =
                new OkHttpClient.Builder().dispatcher(new Dispatcher(closed)).build();
        HurriedTime time = new HurriedTime();
        try (Bench bench = Bench.of(Vendors.datafold(), time).with(rejecting);
                ConnectionChecker checker = bench.checker()) {
            CheckTarget target = bench.target(Behavior.passes());
            assertThat(checker.check(target).passed()).isTrue();
            CompletableFuture<CheckResult> check = checker.checkAsync(target);
            while (!check.isDone()) {
                time.skipToNextTask();
            }
            assertThatThrownBy(check::get)
                    .hasCauseInstanceOf(TransportException.class)
                    .hasMessageContaining("executor");
        }
    }

    private static Response throwingInItsBody(Response response) {
        ForwardingSource source = new ForwardingSource(response.body().source()) {
            @Override
            public long read(Buffer sink, long byteCount) {
                throw new IllegalStateException("body");
            }
        };
        return response.newBuilder()
                .body(ResponseBody.create(
                        Okio.buffer(source),
                        response.body().contentType(),
                        response.body().contentLength()))
                .build();
    }

    private static CheckListener throwing(Throwable thrown) {
        return new CheckListener() {
            @Override
            public void onStart(CheckTarget target) {
                CallerFaultTest.<RuntimeException>sneak(thrown);
            }

            @Override
            public void onPoll(CheckTarget target, String status, int polls) {
                CallerFaultTest.<RuntimeException>sneak(thrown);
            }

            @Override
            public void onStatusChange(CheckTarget target, String status) {
                CallerFaultTest.<RuntimeException>sneak(thrown);
            }

            @Override
            public void onFinish(CheckOutcome outcome) {
                CallerFaultTest.<RuntimeException>sneak(thrown);
            }
        };
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private static Throwable thrownBy(ConnectionChecker checker, CheckTarget target) {
        try {
            return new AssertionError("A verdict came: " + checker.check(target));
        } catch (RuntimeException e) {
            return e;
        }
    }
}
