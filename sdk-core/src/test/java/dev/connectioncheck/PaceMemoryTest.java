package dev.connectioncheck;

import static dev.connectioncheck.toy.ToyTarget.toy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connectioncheck.toy.Driver;
import dev.connectioncheck.toy.Reply;
import dev.connectioncheck.toy.ToyVendor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That checks of a connection are polled when earlier ones of it ended, by every way to check. */
@Timeout(20)
class PaceMemoryTest {
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final int FEW = 6;

    private final Map<String, String> kept = new HashMap<>();
    private final PaceMemory memory = new PaceMemory() {
        @Override
        public Optional<String> recall(String key) {
            return Optional.ofNullable(kept.get(key));
        }

        @Override
        public void remember(String key, String pace) {
            kept.put(key, pace);
        }
    };

    private Duration taking = TEN_SECONDS;
    private Duration begun = Duration.ZERO;
    private UnaryOperator<Reply> running = reply -> reply;
    private final ToyVendor vendor = ToyVendor.replying(request -> {
        Duration now = now();
        if (request.method().equals("POST")) {
            begun = now;
        }
        return now.compareTo(begun.plus(taking)) >= 0 ? Reply.works() : running.apply(Reply.running());
    });

    @ParameterizedTest
    @EnumSource
    void aConnectionIsPolledWhenItsEarlierChecksEnded(Driver driver) {
        try (ConnectionChecker checker = vendor.checker()) {
            int first = check(driver, checker, "t1").polls();
            CheckResult second = check(driver, checker, "t1");

            assertThat(first).isGreaterThan(12);
            assertThat(second.polls()).isBetween(1, FEW);
            assertThat(second.elapsed()).isBetween(TEN_SECONDS, TEN_SECONDS.plusMillis(2_500));
        }
    }

    @Test
    void anotherConnectionIsPacedByItsAge() {
        try (ConnectionChecker checker = vendor.checker()) {
            checker.check(toy("t1"));

            assertThat(checker.check(toy("t2")).polls()).isGreaterThan(12);
        }
    }

    @Test
    void theSameIdAtAnotherAccountIsAnotherConnection() {
        try (ConnectionChecker checker = ConnectionChecker.builder()
                .client("eu", vendor.client())
                .client("us", vendor.client())
                .timeSource(vendor.time())
                .build()) {
            checker.check(toy("t1").at("eu"));

            assertThat(checker.check(toy("t1").at("us")).polls()).isGreaterThan(12);
            assertThat(checker.check(toy("t1").at("eu")).polls()).isLessThanOrEqualTo(FEW);
        }
    }

    @Test
    void theFirstOfABulkRunTellTheRestOfTheirKind() {
        try (ConnectionChecker checker = ConnectionChecker.builder()
                .client(vendor.client())
                .timeSource(vendor.time())
                .concurrencyPerVendor(1)
                .build()) {
            CheckReport report = Driver.finish(
                    checker.checkAllAsync(
                            IntStream.range(0, 20).mapToObj(id -> toy("t" + id)).toList(), CheckOptions.defaults()),
                    vendor.time());

            List<Integer> polls = report.outcomes().stream()
                    .map(outcome -> outcome.result().orElseThrow().polls())
                    .toList();
            assertThat(polls.subList(0, 8)).allMatch(each -> each > 12);
            assertThat(polls.subList(8, 20)).allMatch(each -> each <= FEW);
        }
    }

    @Test
    void aCheckThatTakesLongerThanUsualIsPolledOnAndRememberedAnew() {
        try (ConnectionChecker checker = vendor.checker()) {
            checker.check(toy("t1"));
            taking = Duration.ofSeconds(100);

            CheckResult slower = checker.check(toy("t1"));
            CheckResult after = checker.check(toy("t1"));

            assertThat(slower.elapsed()).isLessThan(Duration.ofSeconds(125));
            assertThat(after.polls()).isBetween(2, 10);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheVendorAsksForStaysAboveWhatIsRemembered(Driver driver) {
        try (ConnectionChecker checker = vendor.checker()) {
            check(driver, checker, "t1");
            running = reply -> reply.header("Retry-After", "60");

            assertThat(check(driver, checker, "t1").elapsed()).isEqualTo(Duration.ofMinutes(1));
        }
    }

    @Test
    void theDeadlineStaysAboveWhatIsRemembered() {
        try (ConnectionChecker checker = vendor.checker()) {
            checker.check(toy("t1"));

            CheckTimeoutException error = catchThrowableOfType(
                    CheckTimeoutException.class,
                    () -> checker.check(
                            toy("t1"),
                            CheckOptions.builder()
                                    .timeout(Duration.ofSeconds(5))
                                    .build()));

            assertThat(error.polls()).isEqualTo(1);
        }
    }

    @Test
    void aPollAtATimeIsToldToComeBackWhenTheVerdictIsLikely() {
        try (ConnectionChecker checker = vendor.checker()) {
            checker.check(toy("t1"));

            PollOutcome outcome = checker.start(toy("t1")).poll();

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            PollOutcome.Pending.class,
                            pending -> assertThat(pending.pause()).isBetween(Duration.ofSeconds(5), TEN_SECONDS));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTokenCarriesWhatIsExpectedToACheckerThatRemembersNothing(Driver driver) {
        String token = tokenOfKnown();

        try (ConnectionChecker other = vendor.checker()) {
            CheckResult result = driver.await(vendor, other.resume(token));

            assertThat(result.passed()).isTrue();
            assertThat(result.polls()).isLessThanOrEqualTo(FEW);
        }
    }

    @Test
    void pollsByOneProcessEachAreRememberedByTheLast() {
        String token = tokenOfKnown();
        kept.clear();

        PollOutcome outcome = null;
        while (!(outcome instanceof PollOutcome.Decided)) {
            try (ConnectionChecker other = remembering(memory, Runnable::run)) {
                outcome = other.resume(token).poll();
            }
            if (outcome instanceof PollOutcome.Pending pending) {
                token = pending.token();
                vendor.time().advance(pending.pause());
            }
        }

        assertThat(kept.get("toy//box/t1")).matches("1;1;(9|10|11)\\d{3};.*");
    }

    @Test
    void anotherProcessGoesOnWithWhatIsKept() {
        try (ConnectionChecker one = remembering(memory, Runnable::run)) {
            one.check(toy("t1"));
        }

        try (ConnectionChecker other = remembering(memory, Runnable::run)) {
            assertThat(other.check(toy("t1")).polls()).isLessThanOrEqualTo(FEW);
        }
        assertThat(kept).containsOnlyKeys("toy//box", "toy//box/t1");
    }

    @Test
    void aMemoryOfNothingTurnsItAllOff() {
        String token = tokenOfKnown();
        try (ConnectionChecker checker = ConnectionChecker.builder()
                .client(vendor.client())
                .timeSource(vendor.time())
                .paceMemory(memory)
                .paceMemory(0)
                .build()) {
            assertThat(checker.resume(token).await().polls()).isGreaterThan(12);
            assertThat(checker.check(toy("t1")).polls()).isGreaterThan(12);
            assertThat(checker.check(toy("t1")).polls()).isGreaterThan(12);
        }
        assertThat(kept).isEmpty();
    }

    @Test
    void aNegativeSizeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConnectionChecker.builder().paceMemory(-1))
                .withMessageContaining("-1");
    }

    @Test
    void aMemoryThatThrowsDisturbsNoCheck() {
        PaceMemory broken = new PaceMemory() {
            @Override
            public Optional<String> recall(String key) {
                throw new IllegalStateException("no table");
            }

            @Override
            public void remember(String key, String pace) {
                throw new IllegalStateException("no table");
            }
        };
        try (ConnectionChecker checker = remembering(broken, Runnable::run)) {
            assertThat(checker.check(toy("t1")).passed()).isTrue();
        }
    }

    @Test
    void aMemoryThatHangsDelaysNoCheck() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        PaceMemory hanging = new PaceMemory() {
            @Override
            public Optional<String> recall(String key) {
                asked.countDown();
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return Optional.empty();
            }

            @Override
            public void remember(String key, String pace) {}
        };
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try (ConnectionChecker checker = remembering(hanging, executor)) {
            assertThat(checker.check(toy("t1")).passed()).isTrue();
            asked.await();
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void aVendorThatAnswersInlineIsNotRemembered() {
        List<String> asked = new ArrayList<>();
        taking = Duration.ZERO;
        PaceMemory watched = new PaceMemory() {
            @Override
            public Optional<String> recall(String key) {
                asked.add(key);
                return Optional.empty();
            }

            @Override
            public void remember(String key, String pace) {
                asked.add(key);
            }
        };
        try (ConnectionChecker checker = remembering(watched, Runnable::run)) {
            assertThat(checker.check(toy("t1")).passed()).isTrue();
        }
        assertThat(asked).isEmpty();
    }

    /** Checks a connection once, begins another check of it, and returns its token. */
    private String tokenOfKnown() {
        try (ConnectionChecker checker = vendor.checker()) {
            checker.check(toy("t1"));
            return checker.start(toy("t1")).token().orElseThrow();
        }
    }

    private CheckResult check(Driver driver, ConnectionChecker checker, String id) {
        return driver.await(vendor, checker.start(toy(id)));
    }

    private ConnectionChecker remembering(PaceMemory where, Executor executor) {
        return ConnectionChecker.builder()
                .client(vendor.client())
                .timeSource(vendor.time())
                .executor(executor)
                .paceMemory(where)
                .build();
    }

    private Duration now() {
        return Duration.ofNanos(vendor.time().nanoTime());
    }
}
