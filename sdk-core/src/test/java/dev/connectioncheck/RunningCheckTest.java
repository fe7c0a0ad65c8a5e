package dev.connectioncheck;

import static dev.connectioncheck.toy.ToyTarget.toy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.connectioncheck.toy.Driver;
import dev.connectioncheck.toy.Events;
import dev.connectioncheck.toy.Reply;
import dev.connectioncheck.toy.ToyVendor;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A check that its vendor has accepted: polled once, waited for by several, cancelled. */
class RunningCheckTest {
    private final Events events = new Events();

    @Test
    void aPollAsksOnceAndTellsWhenToAskAgain() {
        ToyVendor vendor = ToyVendor.saying(Reply.running(), Reply.status("shaking"), Reply.works());
        RunningCheck running = vendor.checker().start(toy("t1"), events.options(Duration.ofMinutes(1)));
        vendor.time().advance(Duration.ofSeconds(20));

        PollOutcome first = running.poll();

        assertThat(first).isInstanceOfSatisfying(PollOutcome.Pending.class, pending -> {
            assertThat(pending.status()).isEqualTo("shaking");
            assertThat(pending.pause()).isBetween(Duration.ofMillis(4_500), Duration.ofSeconds(5));
            assertThat(vendor.checker().resume(pending.token()).checkId()).contains("c1");
        });
        assertThat(vendor.requests()).hasSize(2);

        assertThat(running.poll()).isInstanceOfSatisfying(PollOutcome.Decided.class, decided -> {
            assertThat(decided.result().passed()).isTrue();
            assertThat(decided.result().polls()).isEqualTo(2);
        });
        assertThat(events.heard())
                .containsExactly(
                        "start toy box t1",
                        "status running",
                        "poll 1 shaking",
                        "status shaking",
                        "poll 2 PASSED",
                        "finish PASSED");
    }

    @Test
    void aDecidedCheckIsNeverAskedAgainByAnyOfItsWaits() {
        ToyVendor vendor = ToyVendor.saying(Reply.running(), Reply.works());
        RunningCheck running = vendor.checker().start(toy("t1"), events.options(Duration.ofMinutes(1)));

        CheckResult result = Driver.finish(running.awaitAsync(), vendor.time());
        vendor.time().advance(Duration.ofHours(1));

        assertThat(running.await()).isSameAs(result);
        assertThat(running.awaitAsync()).isCompletedWithValue(result);
        assertThat(running.poll())
                .isInstanceOfSatisfying(
                        PollOutcome.Decided.class,
                        decided -> assertThat(decided.result()).isSameAs(result));
        running.cancel();
        assertThat(running.await()).isSameAs(result);
        assertThat(vendor.requests()).hasSize(2);
        assertThat(events.heard().stream().filter(event -> event.startsWith("finish")))
                .hasSize(1);
    }

    @Test
    void aWaitThatWakesAfterAnotherHasTheVerdictAsksNobody() {
        ToyVendor vendor = ToyVendor.saying(Reply.running(), Reply.running(), Reply.works());
        RunningCheck running = vendor.checker().start(toy("t1"));
        CompletableFuture<CheckResult> slow = running.awaitAsync();
        assertThat(running.poll()).isInstanceOf(PollOutcome.Pending.class);
        assertThat(running.poll()).isInstanceOf(PollOutcome.Decided.class);

        assertThat(Driver.finish(slow, vendor.time()).passed()).isTrue();

        assertThat(vendor.requests()).hasSize(3);
    }

    @Test
    void aPollOfAVendorThatAnswersInlineSendsNothing() {
        ToyVendor vendor = ToyVendor.saying(Reply.broken("no power"));
        RunningCheck running = vendor.checker().start(toy("t1"));

        assertThat(running.poll()).isInstanceOf(PollOutcome.Decided.class);
        assertThat(vendor.requests()).hasSize(1);
        assertThat(running.token()).isEmpty();
    }

    @Test
    void aPollHasTheRetriesOfOneCallAndIsNoEnd() {
        ToyVendor vendor = ToyVendor.saying(
                Reply.running(), Reply.of(503, ""), Reply.of(503, ""), Reply.of(503, ""), Reply.works());
        RunningCheck running = vendor.checker().start(toy("t1"), events.options(Duration.ofMinutes(1)));

        assertThatExceptionOfType(VendorUnavailableException.class)
                .isThrownBy(running::poll)
                .satisfies(error -> assertThat(error.token()).isPresent());

        assertThat(running.poll()).isInstanceOf(PollOutcome.Decided.class);
        assertThat(vendor.requests()).hasSize(5);
        assertThat(events.heard()).endsWith("poll 2 PASSED", "finish PASSED");
    }

    @Test
    void aCheckThatTheVendorDoesNotFindAtOnceIsPending() {
        ToyVendor vendor =
                ToyVendor.saying(Reply.status("queued").header("Retry-After", "5"), Reply.of(404, ""), Reply.works());
        RunningCheck running = vendor.checker().start(toy("t1"));
        vendor.time().advance(Duration.ofSeconds(5));

        assertThat(running.poll()).isInstanceOfSatisfying(PollOutcome.Pending.class, pending -> {
            assertThat(pending.status()).isEqualTo("queued");
            assertThat(pending.pause()).isBetween(Duration.ofMillis(1_125), Duration.ofMillis(1_250));
        });
        assertThat(running.poll()).isInstanceOf(PollOutcome.Decided.class);
    }

    @Test
    void thePauseHonoursWhatTheVendorAsksFor() {
        ToyVendor vendor = ToyVendor.saying(Reply.running(), Reply.running().header("Retry-After", "42"));

        PollOutcome outcome = vendor.checker().start(toy("t1")).poll();

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        PollOutcome.Pending.class,
                        pending -> assertThat(pending.pause()).isEqualTo(Duration.ofSeconds(42)));
    }

    @Test
    void thePauseGoesOnFromTheAgeOfTheCheckInAnotherProcess() {
        ToyVendor vendor = ToyVendor.saying(Reply.running());
        String token = vendor.checker().start(toy("t1")).token().orElseThrow();
        vendor.time().advance(Duration.ofSeconds(40));

        PollOutcome outcome = vendor.checker().resume(token).poll();

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        PollOutcome.Pending.class,
                        pending ->
                                assertThat(pending.pause()).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(10)));
    }

    @Test
    void aPollAfterTheDeadlineIsATimeOutThatSendsNothing() {
        ToyVendor vendor = ToyVendor.saying(Reply.running());
        RunningCheck running = vendor.checker().start(toy("t1"), events.options(Duration.ofMinutes(1)));
        vendor.time().advance(Duration.ofMinutes(2));

        assertThatExceptionOfType(CheckTimeoutException.class).isThrownBy(running::poll);

        assertThat(vendor.requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Driver.class)
    void whatIsWaitedForAfterCancellingIsCancelled(Driver driver) {
        ToyVendor vendor = ToyVendor.saying(Reply.running());
        RunningCheck running = vendor.checker().start(toy("t1"), events.options(Duration.ofMinutes(1)));

        running.cancel();
        running.cancel();

        assertThat(catchThrowable(() -> driver.await(vendor, running)))
                .isInstanceOfAny(CheckCancelledException.class, CancellationException.class);
        assertThatExceptionOfType(CheckCancelledException.class)
                .isThrownBy(running::poll)
                .satisfies(error -> assertThat(error.token()).isPresent());
        assertThat(vendor.requests()).hasSize(1);
        assertThat(events.heard()).endsWith("finish CheckCancelledException");
    }

    @Test
    void aCheckThatWasCancelledStaysSoAfterItsDeadline() {
        ToyVendor vendor = ToyVendor.saying(Reply.running());
        RunningCheck running = vendor.checker().start(toy("t1"), events.options(Duration.ofMinutes(1)));
        running.cancel();
        vendor.time().advance(Duration.ofMinutes(2));

        assertThatExceptionOfType(CheckCancelledException.class).isThrownBy(running::await);
        assertThatExceptionOfType(CheckCancelledException.class).isThrownBy(running::poll);
    }

    @Test
    void cancellingEndsAWaitAtOnce() {
        ToyVendor vendor = ToyVendor.saying(Reply.running());
        RunningCheck running = vendor.checker().start(toy("t1"), events.options(Duration.ofMinutes(1)));
        CompletableFuture<CheckResult> waiting = running.awaitAsync();

        running.cancel();

        assertThat(waiting).isCancelled();
        assertThat(vendor.time().scheduledTasks()).isZero();
        assertThat(events.heard().stream().filter(event -> event.startsWith("finish")))
                .containsExactly("finish CheckCancelledException");
    }

    @Test
    void aClosedCheckerPollsNothing() {
        ToyVendor vendor = ToyVendor.saying(Reply.running());
        ConnectionChecker checker = vendor.checker();
        RunningCheck running = checker.start(toy("t1"));
        checker.close();

        assertThatIllegalStateException().isThrownBy(running::poll);
    }

    @Test
    void itsTextTellsTargetAndState() {
        ToyVendor vendor = ToyVendor.saying(Reply.running(), Reply.works());
        RunningCheck running = vendor.checker().start(toy("t1").named("orders db"));

        assertThat(running).hasToString("orders db (toy box t1): running, running");
        running.poll();
        assertThat(running).hasToString("orders db (toy box t1): PASSED");
    }
}
