package dev.connectioncheck;

import static dev.connectioncheck.toy.ToyTarget.toy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.connectioncheck.toy.Events;
import dev.connectioncheck.toy.Reply;
import dev.connectioncheck.toy.ToyClient;
import dev.connectioncheck.toy.ToyVendor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How an asynchronous check is ended from outside while it waits, and that it holds nothing meanwhile. */
class AsynchronousCheckTest {
    private final Events events = new Events();
    private final CheckOptions options = events.options(Duration.ofMinutes(5));
    private final ToyVendor vendor = ToyVendor.saying(Reply.running());
    private final ConnectionChecker checker = vendor.checker();

    @Test
    void cancellingStopsPollingAndForgetsTheTimer() {
        CompletableFuture<CheckResult> check = checker.checkAsync(toy("t1"), options);

        assertThat(check.cancel(true)).isTrue();

        assertThat(check).isCancelled();
        assertThatNothingGoesOn();
        assertThat(events.heard()).endsWith("finish CheckCancelledException").doesNotHaveDuplicates();
    }

    @Test
    void completingByHandStopsPolling() {
        CompletableFuture<CheckResult> check = checker.checkAsync(toy("t1"), options);

        assertThat(check.completeExceptionally(new IllegalStateException("enough")))
                .isTrue();

        assertThat(check).isCompletedExceptionally();
        assertThatNothingGoesOn();
    }

    @Test
    void aValueGivenByHandStopsPolling() {
        CheckResult other = ToyVendor.saying(Reply.works()).checker().check(toy("t2"));
        CompletableFuture<CheckResult> check = checker.checkAsync(toy("t1"), options);

        check.complete(other);

        assertThat(check).isCompletedWithValue(other);
        assertThatNothingGoesOn();
    }

    @Test
    void aValueComputedElsewhereStopsPolling() {
        CheckResult other = ToyVendor.saying(Reply.works()).checker().check(toy("t2"));
        CompletableFuture<CheckResult> check = checker.checkAsync(toy("t1"), options);

        assertThat(check.completeAsync(() -> other, Runnable::run)).isCompletedWithValue(other);

        assertThatNothingGoesOn();
    }

    @Test
    void aForcedValueStopsPolling() {
        CheckResult other = ToyVendor.saying(Reply.works()).checker().check(toy("t2"));
        CompletableFuture<CheckResult> check = checker.checkAsync(toy("t1"), options);

        check.obtrudeValue(other);

        assertThat(check).isCompletedWithValue(other);
        assertThatNothingGoesOn();
    }

    @Test
    void aForcedErrorStopsPolling() {
        CompletableFuture<CheckResult> check = checker.checkAsync(toy("t1"), options);

        check.obtrudeException(new IllegalStateException("enough"));

        assertThat(check).isCompletedExceptionally();
        assertThatNothingGoesOn();
    }

    @Test
    @Timeout(60)
    void aTimeOutOfTheFutureItselfStopsPolling() {
        CompletableFuture<CheckResult> check =
                checker.checkAsync(toy("t1"), options).orTimeout(1, TimeUnit.MILLISECONDS);

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(check::join)
                .withCauseInstanceOf(TimeoutException.class);
        awaitNoTimer(vendor);
        assertThatNothingGoesOn();
    }

    @Test
    void aDependentStageIsAFutureOfItsOwn() {
        CompletableFuture<Verdict> verdict =
                checker.checkAsync(toy("t1"), options).thenApply(CheckResult::verdict);

        verdict.cancel(true);

        assertThat(vendor.time().scheduledTasks()).isEqualTo(1);
    }

    @Test
    void closingEndsAThousandWaitingChecksAtOnce() {
        List<CompletableFuture<CheckResult>> checks = IntStream.range(0, 1_000)
                .mapToObj(i -> checker.checkAsync(toy("t" + i)))
                .toList();

        checker.close();
        checker.close();

        assertThat(checks).allSatisfy(check -> assertThat(check).isCancelled());
        assertThatNothingGoesOn();
    }

    @Test
    void aClosedCheckerTakesNoMoreCalls() {
        String token = checker.start(toy("t1")).token().orElseThrow();
        RunningCheck running = checker.start(toy("t1"));
        checker.close();

        assertThatIllegalStateException()
                .isThrownBy(() -> checker.check(toy("t1")))
                .withMessageContaining("closed");
        assertThatIllegalStateException().isThrownBy(() -> checker.checkAsync(toy("t1")));
        assertThatIllegalStateException().isThrownBy(() -> checker.start(toy("t1")));
        assertThatIllegalStateException().isThrownBy(() -> checker.resume(token));
        assertThatIllegalStateException().isThrownBy(() -> checker.checkAll(List.of(toy("t1"))));
        assertThatIllegalStateException().isThrownBy(running::await);
        assertThatIllegalStateException().isThrownBy(running::awaitAsync);
    }

    @Test
    void cancellingWhileAVerdictComesLeavesTheCancel() {
        List<CompletableFuture<CheckResult>> checks = new ArrayList<>();
        ToyVendor answering = ToyVendor.replying(request -> {
            checks.forEach(check -> check.cancel(true));
            return checks.isEmpty() ? Reply.running() : Reply.works();
        });
        checks.add(answering.checker().checkAsync(toy("t1"), options));

        answering.time().advanceToNextTask();

        assertThat(checks.get(0)).isCancelled();
        assertThat(events.heard())
                .filteredOn(event -> event.startsWith("finish"))
                .hasSize(1);
        assertThat(answering.time().scheduledTasks()).isZero();
    }

    @Test
    void anExecutorThatRejectsEndsTheCheckAsATransportProblem() {
        ExecutorService shut = Executors.newSingleThreadExecutor();
        shut.shutdown();
        ConnectionChecker rejecting = ConnectionChecker.builder()
                .client(vendor.client(shut))
                .timeSource(vendor.time())
                .build();

        CompletableFuture<CheckResult> check = rejecting.checkAsync(toy("t1"));
        vendor.time().advance(Duration.ofMinutes(1));

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(check::join)
                .withCauseInstanceOf(TransportException.class)
                .havingCause()
                .withMessageContaining("The executor of the given httpClient(...) takes no more calls");
        assertThatNothingGoesOn();
    }

    @Test
    void theFutureOfACheckThatNobodyListensToCompletesOnTheUsersExecutorToo() {
        List<Runnable> tasks = new ArrayList<>();
        ToyVendor quick = ToyVendor.saying(Reply.works());
        ConnectionChecker onExecutor = ConnectionChecker.builder()
                .client(quick.client())
                .timeSource(quick.time())
                .executor(tasks::add)
                .build();

        CompletableFuture<CheckResult> check = onExecutor.checkAsync(toy("t1"));

        assertThat(check).isNotDone();
        tasks.forEach(Runnable::run);
        assertThat(check).isCompleted();
    }

    @Test
    void theOutcomesOfManyAreHandedOutOnTheUsersExecutor() {
        List<Boolean> onExecutor = new ArrayList<>();
        boolean[] inside = {false};
        ToyVendor quick = ToyVendor.saying(Reply.works());
        ConnectionChecker many = ConnectionChecker.builder()
                .client(quick.client())
                .timeSource(quick.time())
                .executor(task -> {
                    boolean before = inside[0];
                    inside[0] = true;
                    task.run();
                    inside[0] = before;
                })
                .build();

        CompletableFuture<?> checks = many.checkEachAsync(
                List.of(toy("t1"), toy("t2")), BulkOptions.defaults(), outcome -> onExecutor.add(inside[0]));

        assertThat(checks).isCompleted();
        assertThat(onExecutor).containsExactly(true, true);
    }

    @Test
    void aModuleThatThrowsAtTheStartThrowsAtTheCaller() {
        assertThatIllegalArgumentException().isThrownBy(() -> checker.checkAsync(toy(".."), options));

        assertThat(events.heard()).isEmpty();
        assertThat(vendor.requests()).isEmpty();
    }

    @Test
    void fourThousandPollsAnsweredAtOnceNeedNoStack() {
        ToyVendor patient = ToyVendor.saying(Reply.running());
        CompletableFuture<CheckResult> check = patient.checker()
                .checkAsync(
                        toy("t1"),
                        CheckOptions.builder().timeout(Duration.ofDays(1)).build());

        patient.time().advance(Duration.ofHours(23));

        assertThat(check).isNotDone();
        assertThat(patient.requests()).hasSizeGreaterThan(2_700);
        assertThat(patient.time().scheduledTasks()).isEqualTo(1);
        check.cancel(true);
    }

    @Test
    void anExceptionOfAStageThatHangsOnTheFutureDisturbsNothing() {
        ToyVendor quick = ToyVendor.saying(Reply.running(), Reply.works());
        CompletableFuture<CheckResult> check = quick.checker().checkAsync(toy("t1"));
        CompletableFuture<Void> stage = check.thenAccept(result -> {
            throw new IllegalStateException(ToyClient.VENDOR);
        });

        quick.time().advance(Duration.ofSeconds(1));

        assertThat(check).isCompleted();
        assertThat(stage).isCompletedExceptionally();
    }

    @Test
    void aCancelledCheckIsNoTimeOut() {
        CompletableFuture<CheckResult> check = checker.checkAsync(toy("t1"), options);
        check.cancel(true);

        assertThatExceptionOfType(CancellationException.class).isThrownBy(check::join);
    }

    /** The thread that ends a future lets those who wait for it go before it tidies up. */
    static void awaitNoTimer(ToyVendor vendor) {
        while (vendor.time().scheduledTasks() > 0) {
            Thread.onSpinWait();
        }
    }

    private void assertThatNothingGoesOn() {
        int before = vendor.requests().size();
        assertThat(vendor.time().scheduledTasks()).isZero();
        vendor.time().advance(Duration.ofMinutes(10));
        assertThat(vendor.requests()).hasSize(before);
    }
}
