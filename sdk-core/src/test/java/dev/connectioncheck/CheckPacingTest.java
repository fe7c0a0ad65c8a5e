package dev.connectioncheck;

import static dev.connectioncheck.toy.ToyTarget.toy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connectioncheck.toy.Driver;
import dev.connectioncheck.toy.Reply;
import dev.connectioncheck.toy.ToyVendor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When a check asks, the same whichever way it is driven. */
class CheckPacingTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @ParameterizedTest
    @EnumSource
    void aCheckThatNeverEndsTimesOutByItsDeadline(Driver driver) {
        ToyVendor vendor = ToyVendor.saying(Reply.slow("running"));

        timeOut(driver, vendor, MINUTE);

        assertThat(last(vendor)).isEqualTo(MINUTE.minusSeconds(2));
        assertThat(Duration.ofNanos(vendor.time().nanoTime())).isEqualTo(MINUTE.minusSeconds(1));
    }

    @ParameterizedTest
    @EnumSource
    void aTimeOutTellsTheLastStatusThePollsAndTheToken(Driver driver) {
        ToyVendor vendor = ToyVendor.saying(Reply.status("queued"), Reply.slow("running"));

        CheckTimeoutException error = timeOut(driver, vendor, MINUTE);

        assertThat(error.lastStatus()).contains("running");
        assertThat(error.polls()).isEqualTo(vendor.requests().size() - 1);
        assertThat(error.token()).isPresent();
        assertThat(error.retryable()).isTrue();
        assertThat(error.operation()).isEqualTo("check");
        assertThat(error)
                .hasMessageContainingAll(
                        "The check of toy box t1",
                        "after " + error.polls() + " polls",
                        "last word on it was \"running\", which is no verdict yet",
                        "may still run");
    }

    @ParameterizedTest
    @EnumSource
    void aStartThatIsNotAnsweredInTimeHasNoStatusAndNoToken(Driver driver) {
        ToyVendor vendor = ToyVendor.saying(Reply.failure().after(MINUTE));

        CheckTimeoutException error = timeOut(driver, vendor, MINUTE);

        assertThat(error.lastStatus()).isEmpty();
        assertThat(error.polls()).isZero();
        assertThat(error.token()).isEmpty();
        assertThat(error).hasMessageContaining("The vendor has not begun it; see the cause.");
    }

    @ParameterizedTest
    @EnumSource
    void aWishForPatienceInTheBodyIsObeyed(Driver driver) {
        ToyVendor vendor = ToyVendor.saying(waiting(7), Reply.works());

        driver.check(vendor);

        assertThat(last(vendor)).isEqualTo(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @EnumSource
    void theHeaderRetryAfterOfARunningAnswerIsObeyed(Driver driver) {
        ToyVendor vendor = ToyVendor.saying(
                Reply.running().header("Retry-After", "7"), Reply.running().header("Retry-After", "9"), Reply.works());

        driver.check(vendor);

        assertThat(vendor.moments()).containsExactly(Duration.ZERO, Duration.ofSeconds(7), Duration.ofSeconds(16));
    }

    @ParameterizedTest
    @EnumSource
    void wishesForPatienceHaveAFloorAndACap(Driver driver) {
        List<Duration> pauses = new ArrayList<>();
        for (Reply reply : List.of(
                waiting(0),
                waiting(-5),
                waiting(100_000),
                Reply.running().header("Retry-After", "0"),
                Reply.running().header("Retry-After", "99999999"))) {
            ToyVendor vendor = ToyVendor.saying(reply, Reply.works());
            driver.check(vendor);
            pauses.add(last(vendor));
        }

        Duration cap = Duration.ofMinutes(2);
        assertThat(pauses).element(0).satisfies(CheckPacingTest::isFloor);
        assertThat(pauses).element(1).satisfies(CheckPacingTest::isFloor);
        assertThat(pauses).element(2).isEqualTo(cap);
        assertThat(pauses).element(3).satisfies(CheckPacingTest::isFloor);
        assertThat(pauses).element(4).isEqualTo(cap);
    }

    @ParameterizedTest
    @EnumSource
    void theWallClockMayJump(Driver driver) {
        ToyVendor vendor = ToyVendor.saying(Reply.running(), Reply.running(), Reply.works());
        Duration[] jumps = {Duration.ofHours(1), Duration.ofHours(-2), Duration.ofHours(3)};
        CheckListener jumping = new CheckListener() {
            private int jump;

            @Override
            public void onStatusChange(CheckTarget target, String status) {
                vendor.time().setWallClock(jumps[jump++]);
            }

            @Override
            public void onPoll(CheckTarget target, String status, int polls) {
                vendor.time().setWallClock(jumps[jump++]);
            }
        };

        CheckResult result = driver.check(
                vendor, toy("t1"), CheckOptions.builder().listener(jumping).build());

        assertThat(result.passed()).isTrue();
        assertThat(result.elapsed()).isLessThan(Duration.ofSeconds(1));
    }

    private static Reply waiting(long seconds) {
        return Reply.of(200, "{\"id\": \"c1\", \"status\": \"running\", \"patience\": " + seconds + "}");
    }

    private static void isFloor(Duration pause) {
        assertThat(pause).isBetween(Duration.ofMillis(135), Duration.ofMillis(150));
    }

    private static Duration last(ToyVendor vendor) {
        return vendor.moments().get(vendor.moments().size() - 1);
    }

    private static CheckTimeoutException timeOut(Driver driver, ToyVendor vendor, Duration timeout) {
        return catchThrowableOfType(
                CheckTimeoutException.class,
                () -> driver.check(
                        vendor,
                        toy("t1"),
                        CheckOptions.builder().timeout(timeout).build()));
    }
}
