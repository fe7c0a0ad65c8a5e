package dev.connectioncheck;

import static dev.connectioncheck.toy.ToyTarget.toy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.connectioncheck.toy.DirectExecutor;
import dev.connectioncheck.toy.Driver;
import dev.connectioncheck.toy.Reply;
import dev.connectioncheck.toy.ToyTarget;
import dev.connectioncheck.toy.ToyClient;
import dev.connectioncheck.toy.ToyVendor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who hears of a check, once for each, on which thread, and of which retries. */
@Timeout(60)
class ListenersTest {
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

    /** Hears of each check by an object of its own, and says who hears. */
    private CheckListener remembering(String who) {
        AtomicInteger made = new AtomicInteger();
        return new CheckListener() {
            @Override
            public CheckListener forCheck(CheckTarget target) {
                return telling(who + made.incrementAndGet());
            }
        };
    }

    private CheckListener telling(String who) {
        return new CheckListener() {
            @Override
            public void onStart(CheckTarget target) {
                heard.add(who + " start " + target.id().orElseThrow());
            }

            @Override
            public void onRetry(CheckTarget target, ConnectionCheckException why, int attempt, Duration pause) {
                heard.add(who + " retry after attempt " + attempt + ", "
                        + why.getClass().getSimpleName() + (pause.isZero() ? ", at once" : ""));
            }

            @Override
            public void onFinish(CheckOutcome outcome) {
                heard.add(who + " finish " + outcome.status());
            }
        };
    }

    @Test
    void theCheckersListenersAndTheChecksOwnHearEveryCheckEachByItself() {
        ToyVendor vendor = ToyVendor.saying(Reply.works());
        CheckOptions options =
                CheckOptions.builder().listener(remembering("own")).build();
        try (ConnectionChecker checker = ConnectionChecker.builder()
                .client(vendor.client())
                .listener(remembering("first"))
                .listener(remembering("second"))
                .timeSource(vendor.time())
                .build()) {
            checker.check(toy("t1"), options);
            checker.check(toy("t2"));
        }

        assertThat(heard)
                .containsExactly(
                        "first1 start t1",
                        "second1 start t1",
                        "own1 start t1",
                        "first1 finish PASSED",
                        "second1 finish PASSED",
                        "own1 finish PASSED",
                        "first2 start t2",
                        "second2 start t2",
                        "first2 finish PASSED",
                        "second2 finish PASSED");
    }

    @Test
    void nobodyHearsOfACheckWhoseRequestCanNotBeWritten() {
        ToyVendor vendor = ToyVendor.saying(Reply.works());
        ToyTarget unwritable = toy("t1", Map.of("setting", new Object()));
        CheckOptions options = CheckOptions.builder().listener(telling("own")).build();
        try (ConnectionChecker checker = vendor.checker()) {
            assertThatIllegalArgumentException().isThrownBy(() -> checker.check(unwritable, options));
            assertThatIllegalArgumentException().isThrownBy(() -> checker.start(unwritable, options));
            assertThatIllegalArgumentException().isThrownBy(() -> checker.checkAsync(unwritable, options));
        }

        assertThat(heard).isEmpty();
        assertThat(vendor.requests()).isEmpty();
    }

    @Test
    void everyTargetOfManyIsAskedForItsListenerBeforeAnythingIsSent() {
        List<Integer> requestsThen = new ArrayList<>();
        ToyVendor vendor = ToyVendor.saying(Reply.works());
        CheckListener asking = new CheckListener() {
            @Override
            public CheckListener forCheck(CheckTarget target) {
                requestsThen.add(vendor.requests().size());
                return this;
            }
        };
        try (ConnectionChecker checker = ConnectionChecker.builder()
                .client(vendor.client())
                .listener(asking)
                .timeSource(vendor.time())
                .build()) {
            checker.checkAll(List.of(toy("t1"), toy("t2"), toy("t3")));
        }

        assertThat(requestsThen).containsExactly(0, 0, 0);
    }

    @ParameterizedTest
    @EnumSource(Driver.class)
    void oneThatReturnsNullOrThrowsIsUsedItself(Driver driver) {
        ToyVendor vendor = ToyVendor.saying(Reply.works());
        for (Runnable before : List.<Runnable>of(() -> {}, () -> {
            throw new IllegalStateException("S3cret");
        })) {
            CheckListener odd = new CheckListener() {
                @Override
                @SuppressWarnings("NullAway") // as a user without a checker of nulls may write it
                public CheckListener forCheck(CheckTarget target) {
                    before.run();
                    return null;
                }

                @Override
                public void onFinish(CheckOutcome outcome) {
                    heard.add("finish");
                }
            };
            driver.check(vendor, toy("t1"), CheckOptions.builder().listener(odd).build());
        }

        assertThat(heard).containsExactly("finish", "finish");
    }

    @ParameterizedTest
    @EnumSource(Driver.class)
    void everyRetryIsHeardWithTheAttemptThatFailed(Driver driver) {
        ToyVendor vendor =
                ToyVendor.saying(Reply.of(429, ""), Reply.running(), Reply.of(503, ""), Reply.failure(), Reply.works());

        driver.check(
                vendor,
                toy("t1"),
                CheckOptions.builder().listener(telling("it")).build());

        assertThat(heard)
                .containsExactly(
                        "it start t1",
                        "it retry after attempt 1, RateLimitedException",
                        "it retry after attempt 1, VendorUnavailableException",
                        "it retry after attempt 2, TransportException",
                        "it finish PASSED");
    }

    @ParameterizedTest
    @EnumSource(Driver.class)
    void aKeyThatIsRenewedIsHeardAsARetryAtOnce(Driver driver) {
        ToyVendor vendor = ToyVendor.saying(Reply.of(401, ""), Reply.works());
        ToyClient client = ToyClient.builder()
                .apiKey(() -> ToyClient.KEY)
                .httpClient(vendor.httpClient(new DirectExecutor()))
                .timeSource(vendor.time())
                .build();
        try (ConnectionChecker checker = ConnectionChecker.builder()
                .client(client)
                .listener(telling("it"))
                .timeSource(vendor.time())
                .build()) {
            assertThat(driver.await(vendor, checker.start(toy("t1"))).passed()).isTrue();
        }

        assertThat(heard)
                .containsExactly(
                        "it start t1",
                        "it retry after attempt 1, AuthenticationException, at once",
                        "it finish PASSED");
    }

    @Test
    void anAsynchronousChecksListenersAndFutureUseTheUsersExecutorInOrder() throws Exception {
        ToyVendor vendor = ToyVendor.saying(Reply.works());
        ExecutorService executor = Executors.newFixedThreadPool(4, task -> new Thread(task, "the user's"));
        CheckListener onThread = new CheckListener() {
            @Override
            public void onStart(CheckTarget target) {
                heard.add("start on " + Thread.currentThread().getName());
            }

            @Override
            public void onFinish(CheckOutcome outcome) {
                heard.add("finish on " + Thread.currentThread().getName());
            }
        };
        try (ConnectionChecker checker = ConnectionChecker.builder()
                .client(vendor.client())
                .listener(onThread)
                .executor(executor)
                .timeSource(vendor.time())
                .build()) {
            CompletableFuture<CheckResult> future = checker.checkAsync(toy("t1"));
            future.thenRun(() -> heard.add("completed")).get(50, TimeUnit.SECONDS);
        } finally {
            executor.shutdownNow();
        }

        assertThat(heard).containsExactly("start on the user's", "finish on the user's", "completed");
    }

    @Test
    void anExecutorThatRefusesLeavesItToTheThreadAtHand() {
        ToyVendor vendor = ToyVendor.saying(Reply.works());
        try (ConnectionChecker checker = ConnectionChecker.builder()
                .client(vendor.client())
                .listener(telling("it"))
                .executor(task -> {
                    throw new RejectedExecutionException("shut down");
                })
                .timeSource(vendor.time())
                .build()) {
            assertThat(Driver.finish(checker.checkAsync(toy("t1")), vendor.time())
                            .passed())
                    .isTrue();
        }

        assertThat(heard).containsExactly("it start t1", "it finish PASSED");
    }

    @Test
    void manyChecksOfABlockingCallAreToldOnTheCallersThread() {
        ToyVendor vendor = ToyVendor.saying(Reply.works());
        List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
        CheckListener noting = new CheckListener() {
            @Override
            public void onStart(CheckTarget target) {
                threads.add(Thread.currentThread());
            }

            @Override
            public void onFinish(CheckOutcome outcome) {
                threads.add(Thread.currentThread());
            }
        };
        try (ConnectionChecker checker = ConnectionChecker.builder()
                .client(vendor.client(Executors.newCachedThreadPool(task -> {
                    Thread thread = new Thread(task);
                    thread.setDaemon(true);
                    return thread;
                })))
                .listener(noting)
                .build()) {
            checker.checkAll(List.of(toy("t1"), toy("t2"), toy("t3")));
        }

        assertThat(threads).hasSize(6).containsOnly(Thread.currentThread());
    }
}
