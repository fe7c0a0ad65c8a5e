package dev.connectioncheck;

import static dev.connectioncheck.toy.ToyTarget.toy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.spi.VendorClient;
import dev.connectioncheck.toy.DelegatingTime;
import dev.connectioncheck.toy.Driver;
import dev.connectioncheck.toy.Reply;
import dev.connectioncheck.toy.ToyTarget;
import dev.connectioncheck.toy.ToyVendor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Many checks: what a vendor says of its account, what bounds the whole, and that every run ends. */
@Timeout(60)
class BulkCheckTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final List<CheckOutcome> told = new ArrayList<>();

    /** The ways to check many; each brings the outcomes in the order of the targets. */
    enum Way {
        CHECK_ALL {
            @Override
            List<CheckOutcome> check(
                    ConnectionChecker checker, ToyVendor vendor, List<ToyTarget> targets, BulkOptions options) {
                return checker.checkAll(targets, options).outcomes();
            }
        },
        CHECK_ALL_ASYNC {
            @Override
            List<CheckOutcome> check(
                    ConnectionChecker checker, ToyVendor vendor, List<ToyTarget> targets, BulkOptions options) {
                return Driver.finish(checker.checkAllAsync(targets, options), vendor.time())
                        .outcomes();
            }
        },
        CHECK_EACH {
            @Override
            List<CheckOutcome> check(
                    ConnectionChecker checker, ToyVendor vendor, List<ToyTarget> targets, BulkOptions options) {
                List<CheckOutcome> told = new ArrayList<>();
                checker.checkEach(targets, options, told::add);
                return sorted(told, targets);
            }
        },
        CHECK_EACH_ASYNC {
            @Override
            List<CheckOutcome> check(
                    ConnectionChecker checker, ToyVendor vendor, List<ToyTarget> targets, BulkOptions options) {
                List<CheckOutcome> told = new ArrayList<>();
                Driver.finish(checker.checkEachAsync(targets, options, told::add), vendor.time());
                return sorted(told, targets);
            }
        };

        abstract List<CheckOutcome> check(
                ConnectionChecker checker, ToyVendor vendor, List<ToyTarget> targets, BulkOptions options);

        private static List<CheckOutcome> sorted(List<CheckOutcome> told, List<ToyTarget> targets) {
            return targets.stream()
                    .flatMap(target -> told.stream().filter(outcome -> outcome.target() == target))
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aRefusedCheckIsTriedAgainAfterThePauseThatItsVendorAskedFor(Way way) {
        int[] asked = {0};
        ToyVendor vendor = ToyVendor.replying(
                request -> ++asked[0] <= 4 ? Reply.of(429, "").header("Retry-After", "60") : Reply.works());

        List<CheckOutcome> outcomes = way.check(vendor.checker(), vendor, toys(1), shortChecks());

        assertThat(outcomes).singleElement().matches(CheckOutcome::passed);
        assertThat(vendor.moments()).hasSize(5);
        for (int request = 1; request < 5; request++) {
            assertThat(vendor.moments().get(request).minus(vendor.moments().get(request - 1)))
                    .isGreaterThanOrEqualTo(MINUTE);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whileOneCheckWaitsOutARefusalNoOtherBeginsAtItsAccount(Way way) {
        int[] asked = {0};
        ToyVendor vendor = ToyVendor.replying(
                request -> ++asked[0] == 1 ? Reply.of(429, "").header("Retry-After", "45") : Reply.works());

        List<CheckOutcome> outcomes = way.check(vendor.checker(), vendor, toys(6), twoAtATime());

        assertThat(outcomes).hasSize(6).allMatch(CheckOutcome::passed);
        assertThat(momentOf("t2", vendor)).isGreaterThanOrEqualTo(Duration.ofSeconds(45));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aShorterPauseDoesNotEndALongerOne(Way way) {
        int[] asked = {0};
        ToyVendor vendor = ToyVendor.replying(request -> switch (++asked[0]) {
            case 1 -> Reply.of(429, "").header("Retry-After", "60");
            case 2 -> Reply.of(429, "").header("Retry-After", "5");
            default -> Reply.works();
        });

        List<CheckOutcome> outcomes = way.check(vendor.checker(), vendor, toys(4), twoAtATime());

        assertThat(outcomes).hasSize(4).allMatch(CheckOutcome::passed);
        assertThat(momentOf("t2", vendor)).isGreaterThanOrEqualTo(MINUTE);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aCheckThatCanNotBeginLeavesItsPlaceToTheNext(Way way) {
        ToyVendor vendor = ToyVendor.replying(request -> Reply.works());
        BulkOptions oneAtATime = BulkOptions.builder().concurrencyPerVendor(1).build();
        List<ToyTarget> targets = List.of(toy(".."), toy(".."), toy("t1"));

        List<CheckOutcome> outcomes = way.check(vendor.checker(), vendor, targets, oneAtATime);

        assertThat(outcomes)
                .extracting(CheckOutcome::status)
                .containsExactly(CheckStatus.ERROR, CheckStatus.ERROR, CheckStatus.PASSED);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void thePauseThatAVendorAsksForHoldsForItsWholeAccount(Way way) {
        int[] asked = {0};
        ToyVendor vendor = ToyVendor.replying(request -> ++asked[0] == 3
                ? Reply.of(429, "").header("Retry-After", "45")
                : Reply.works().after(Duration.ofSeconds(1)));

        List<CheckOutcome> outcomes = way.check(
                vendor.checker(),
                vendor,
                toys(6),
                BulkOptions.builder().concurrencyPerVendor(1).build());

        assertThat(outcomes).hasSize(6).allMatch(CheckOutcome::passed);
        assertThat(vendor.moments().get(3).minus(vendor.moments().get(2)))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(45));
        assertThat(vendor.requests()).hasSize(7);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void anAccountThatRefusesTheSameCheckThreeTimesIsLeftAlone(Way way) {
        ToyVendor vendor = ToyVendor.replying(request -> Reply.of(429, "").header("Retry-After", "10"));

        List<CheckOutcome> outcomes = way.check(
                vendor.checker(),
                vendor,
                toys(50),
                BulkOptions.builder().concurrencyPerVendor(1).build());

        assertThat(outcomes.get(0).error()).containsInstanceOf(RateLimitedException.class);
        assertThat(outcomes.subList(1, 50))
                .allSatisfy(outcome -> assertThat(outcome.skipped().orElseThrow())
                        .startsWith("Not checked, since its account was refused: ")
                        .contains("429"));
        assertThat(vendor.requests()).hasSizeLessThanOrEqualTo(9);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void anErrorThrownWhenACheckIsBegunIsTheOutcomeOfItsTargetAlone(Way way) {
        ToyVendor vendor = ToyVendor.replying(request -> Reply.works());
        ConnectionChecker checker = ConnectionChecker.builder()
                .client(new Unlinked())
                .timeSource(vendor.time())
                .build();

        List<CheckOutcome> outcomes = way.check(checker, vendor, toys(20), BulkOptions.defaults());

        assertThat(outcomes).hasSize(20);
        assertThat(outcomes.get(15).error().orElseThrow())
                .hasMessageContaining("ended without a verdict: java.lang.NoClassDefFoundError");
        assertThat(outcomes).filteredOn(CheckOutcome::passed).hasSize(19);
    }

    /** A vendor one of whose checks needs a class that is not there. */
    private record Unlinked() implements VendorClient, CheckProtocol<ToyTarget> {
        @Override
        public CheckProtocol<ToyTarget> checks() {
            return this;
        }

        @Override
        public String vendor() {
            return "toy";
        }

        @Override
        public Class<ToyTarget> targetType() {
            return ToyTarget.class;
        }

        @Override
        public ApiCall<Progress> start(ToyTarget target) {
            if (target.key().equals("t15")) {
                throw new NoClassDefFoundError("dev/shaded/Driver");
            }
            return ApiCall.of(Progress.passed());
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aRunWhoseEndCanNotBeTimedFailsBeforeAnythingIsSent(Way way) {
        ToyVendor vendor = ToyVendor.replying(request -> Reply.works());
        BulkOptions anHour = BulkOptions.builder().within(Duration.ofHours(1)).build();

        assertThatExceptionOfType(ConnectionCheckException.class)
                .isThrownBy(() -> way.check(shortOfThreads(vendor), vendor, toys(3), anHour))
                .withMessageContaining("could not go on")
                .withMessageContaining("java.lang.OutOfMemoryError");
        assertThat(vendor.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"CHECK_ALL", "CHECK_ALL_ASYNC"})
    void targetsForWhichAPauseCanNotBeTimedEndWithAnError(Way way) {
        ToyVendor vendor = ToyVendor.replying(request -> Reply.of(429, "").header("Retry-After", "45"));
        BulkOptions oneAtATime = BulkOptions.builder().concurrencyPerVendor(1).build();

        List<CheckOutcome> outcomes = way.check(shortOfThreads(vendor), vendor, toys(3), oneAtATime);

        assertThat(outcomes)
                .hasSize(3)
                .allSatisfy(outcome -> assertThat(outcome.error()).isPresent());
        assertThat(vendor.requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"CHECK_EACH", "CHECK_EACH_ASYNC"})
    void targetsThatWereNotPulledWhenAPauseCanNotBeTimedAreNotPassedOver(Way way) {
        ToyVendor vendor = ToyVendor.replying(request -> Reply.of(429, "").header("Retry-After", "45"));
        BulkOptions oneAtATime = BulkOptions.builder().concurrencyPerVendor(1).build();

        assertThatExceptionOfType(ConnectionCheckException.class)
                .isThrownBy(() -> way.check(shortOfThreads(vendor), vendor, toys(300), oneAtATime))
                .withMessageContaining("could not go on to the rest of its targets");
        assertThat(vendor.requests()).hasSize(1);
    }

    /**
     * A checker whose process has no thread left to time a pause of more than 40 seconds, which none of its calls has.
     */
    private static ConnectionChecker shortOfThreads(ToyVendor vendor) {
        return ConnectionChecker.builder()
                .client(vendor.client())
                .timeSource(new DelegatingTime(vendor.time()) {
                    @Override
                    public Timer schedule(Runnable task, long nanos) {
                        if (nanos > Duration.ofSeconds(40).toNanos()) {
                            throw new OutOfMemoryError("unable to create native thread");
                        }
                        return super.schedule(task, nanos);
                    }
                })
                .build();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aKeyThatIsRefusedEndsItsAccountAndNoOther(Way way) {
        ToyVendor vendor = ToyVendor.replying(request -> isAbout(request, "t0") ? Reply.of(401, "") : Reply.works());
        ConnectionChecker checker = ConnectionChecker.builder()
                .client("one", vendor.client())
                .client("two", vendor.client())
                .timeSource(vendor.time())
                .concurrencyPerVendor(1)
                .build();
        List<ToyTarget> targets = List.of(
                toy("t0").at("one"),
                toy("t1").at("one"),
                toy("t2").at("two"),
                toy("t3").at("one"));

        List<CheckOutcome> outcomes = way.check(checker, vendor, targets, BulkOptions.defaults());

        assertThat(outcomes)
                .extracting(CheckOutcome::status)
                .containsExactly(CheckStatus.ERROR, CheckStatus.SKIPPED, CheckStatus.PASSED, CheckStatus.SKIPPED);
        assertThat(outcomes.get(1).skipped().orElseThrow()).contains("401");
        assertThat(vendor.requests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {402, 401})
    void anUnpaidOrUnknownAccountIsAskedNoMore(int status) {
        ToyVendor vendor = ToyVendor.replying(request -> Reply.of(status, ""));

        CheckReport report = vendor.checker()
                .checkAll(
                        toys(20), BulkOptions.builder().concurrencyPerVendor(2).build());

        assertThat(report.count(CheckStatus.ERROR)).isEqualTo(2);
        assertThat(report.count(CheckStatus.SKIPPED)).isEqualTo(18);
        assertThat(report.allPassed()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void atTheEndOfTheWholeTimeEveryTargetHasAnOutcome(Way way) {
        ToyVendor vendor = ToyVendor.replying(request -> !isAbout(request, "t2")
                ? Reply.works()
                : isStart(request) ? Reply.running() : Reply.running().after(MINUTE));
        BulkOptions options =
                BulkOptions.builder().within(MINUTE).concurrencyPerVendor(1).build();

        List<CheckOutcome> outcomes = way.check(vendor.checker(), vendor, toys(5), options);

        assertThat(outcomes)
                .extracting(CheckOutcome::status)
                .startsWith(CheckStatus.PASSED, CheckStatus.PASSED, CheckStatus.ERROR);
        assertThat(outcomes.get(2).error()).containsInstanceOf(CheckTimeoutException.class);
        assertThat(outcomes.get(2).error().orElseThrow().token()).isPresent();
        assertThat(outcomes.subList(3, outcomes.size()))
                .allSatisfy(outcome -> assertThat(outcome.skipped())
                        .hasValueSatisfying(why ->
                                assertThat(why).contains("over after PT1M", "before its turn came", "within(...)")));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aTargetMayHaveATimeoutOfItsOwn(Way way) {
        ToyVendor vendor = ToyVendor.replying(request -> Reply.running());
        List<ToyTarget> targets = toys(2);
        BulkOptions options = BulkOptions.builder()
                .check(CheckOptions.builder().timeout(MINUTE).build())
                .timeouts(target -> target == targets.get(1) ? Optional.of(Duration.ofSeconds(5)) : Optional.empty())
                .build();

        List<CheckOutcome> outcomes = way.check(vendor.checker(), vendor, targets, options);

        assertThat(outcomes)
                .extracting(outcome -> outcome.error().orElseThrow().getMessage())
                .satisfiesExactly(
                        usual -> assertThat(usual).contains("deadline of 60 s,"),
                        own -> assertThat(own).contains("deadline of 5 s,"));
    }

    @Test
    void whatWithinCutsOffIsNotPulledAnyMore() {
        ToyVendor vendor = ToyVendor.replying(request -> Reply.running());
        List<Integer> pulled = new ArrayList<>();
        Iterable<ToyTarget> endless = () -> Stream.iterate(0, number -> number + 1)
                .peek(pulled::add)
                .map(number -> toy("t" + number))
                .iterator();

        vendor.checker().checkEach(endless, BulkOptions.builder().within(MINUTE).build(), told::add);

        assertThat(told).hasSameSizeAs(pulled).hasSizeGreaterThanOrEqualTo(256);
        assertThat(Duration.ofNanos(vendor.time().nanoTime())).isBetween(MINUTE, MINUTE.plusSeconds(1));
    }

    @Test
    void noMoreThan256TargetsArePulledAheadOfTheirOutcomes() {
        ToyVendor vendor = ToyVendor.replying(request -> Reply.works());
        int[] ahead = {0, 0};
        Iterable<ToyTarget> targets = () -> IntStream.range(0, 2_000)
                .peek(number -> ahead[1] = Math.max(ahead[1], ++ahead[0]))
                .mapToObj(number -> toy("t" + number))
                .iterator();

        vendor.checker().checkEach(targets, BulkOptions.defaults(), outcome -> {
            ahead[0]--;
            told.add(outcome);
        });

        assertThat(told).hasSize(2_000).allMatch(CheckOutcome::passed);
        assertThat(ahead[1]).isLessThanOrEqualTo(256);
    }

    @Test
    void outcomesComeBeforeTheIterableIsAtItsEnd() {
        ToyVendor vendor = ToyVendor.replying(request -> Reply.works());
        List<String> order = new ArrayList<>();
        Iterable<ToyTarget> targets = () -> IntStream.range(0, 3)
                .peek(number -> order.add("pull " + number))
                .mapToObj(number -> toy("t" + number))
                .iterator();

        vendor.checker()
                .checkEach(
                        targets,
                        BulkOptions.defaults(),
                        outcome -> order.add("told " + outcome.target().id().orElseThrow()));

        assertThat(order).startsWith("pull 0").containsSubsequence("told t0", "pull 2");
    }

    @Test
    void aTargetThatNobodyCanCheckIsAnOutcomeOfCheckEach() {
        ToyVendor vendor = ToyVendor.replying(request -> Reply.works());
        CheckTarget stranger = () -> "nobody";

        vendor.checker()
                .checkEach(List.of(stranger, toy("t1"), toy("t2").at("far")), BulkOptions.defaults(), told::add);

        assertThat(told)
                .filteredOn(outcome -> outcome.status() == CheckStatus.ERROR)
                .extracting(outcome -> outcome.error().orElseThrow())
                .hasSize(2)
                .allSatisfy(error -> assertThat(error).isInstanceOf(InvalidRequestException.class))
                .extracting(Throwable::getMessage)
                .anySatisfy(message -> assertThat(message).contains("no client for nobody"))
                .anySatisfy(message -> assertThat(message).contains("at far"));
        assertThat(told).hasSize(3).anyMatch(CheckOutcome::passed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"the iterator", "next", "the consumer"})
    void whatTheUsersCodeThrowsComesOutAsItWasAndCancelsTheRest(String who) {
        ToyVendor vendor = ToyVendor.replying(request -> Reply.running());
        IllegalStateException thrown = new IllegalStateException(who);
        Iterable<ToyTarget> targets = () -> {
            if (who.equals("the iterator")) {
                throw thrown;
            }
            Iterator<ToyTarget> three = toys(3).iterator();
            return Stream.generate(three::next)
                    .peek(target -> {
                        if (who.equals("next") && target.key().equals("t2")) {
                            throw thrown;
                        }
                    })
                    .limit(3)
                    .iterator();
        };
        BulkOptions options = BulkOptions.builder().within(MINUTE).build();

        assertThatIllegalStateException()
                .isThrownBy(() -> vendor.checker().checkEach(targets, options, outcome -> {
                    throw thrown;
                }))
                .isSameAs(thrown);
        assertThat(vendor.time().scheduledTasks()).isZero();

        CompletableFuture<Void> later = vendor.checker().checkEachAsync(targets, options, outcome -> {
            throw thrown;
        });
        while (!later.isDone()) {
            vendor.time().advanceToNextTask();
        }
        assertThat(later).isCompletedExceptionally();
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(later::get)
                .withCause(thrown);
        assertThat(vendor.time().scheduledTasks()).isZero();
    }

    @Test
    void anIterableThatBringsNullIsToldSo() {
        List<ToyTarget> targets = new ArrayList<>(toys(2));
        targets.add(null);
        ToyVendor vendor = ToyVendor.replying(request -> Reply.works());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> vendor.checker().checkEach(targets, BulkOptions.defaults(), told::add))
                .withMessageContaining("null: the iterable brought one after 2 others");
    }

    @Test
    void anInterruptOfCheckAllKeepsWhatIsFinished() {
        ToyVendor vendor = ToyVendor.replying(request -> isAbout(request, "t0") ? Reply.works() : Reply.running());
        CheckOptions listening = CheckOptions.builder()
                .listener(new CheckListener() {
                    @Override
                    public void onFinish(CheckOutcome outcome) {
                        Thread.currentThread().interrupt();
                    }
                })
                .build();
        BulkOptions options =
                BulkOptions.builder().check(listening).concurrencyPerVendor(2).build();

        assertThatExceptionOfType(CheckInterruptedException.class)
                .isThrownBy(() -> vendor.checker().checkAll(toys(4), options))
                .satisfies(e -> assertThat(e.report().orElseThrow().outcomes())
                        .extracting(CheckOutcome::status)
                        .startsWith(CheckStatus.PASSED, CheckStatus.ERROR)
                        .endsWith(CheckStatus.SKIPPED)
                        .hasSize(4));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(vendor.time().scheduledTasks()).isZero();
    }

    @Test
    void anInterruptOfCheckEachKeepsWhatTheConsumerHasNotHad() {
        ToyVendor vendor = ToyVendor.replying(request -> isAbout(request, "t0") ? Reply.works() : Reply.running());

        assertThatExceptionOfType(CheckInterruptedException.class)
                .isThrownBy(() -> vendor.checker().checkEach(toys(3), BulkOptions.defaults(), outcome -> {
                    told.add(outcome);
                    Thread.currentThread().interrupt();
                }))
                .satisfies(e -> assertThat(e.report().orElseThrow().outcomes())
                        .allSatisfy(outcome ->
                                assertThat(outcome.error()).containsInstanceOf(CheckCancelledException.class)));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(told).singleElement().matches(CheckOutcome::passed);
        assertThat(vendor.time().scheduledTasks()).isZero();
    }

    @Test
    void closingEndsCheckEachWithAnOutcomeForWhatWasPulledAndSaysSo() {
        ToyVendor vendor = ToyVendor.replying(request -> Reply.running());
        ConnectionChecker checker = vendor.checker();
        CompletableFuture<Void> run = checker.checkEachAsync(
                () -> Stream.<CheckTarget>generate(() -> toy("t")).iterator(), BulkOptions.defaults(), told::add);

        checker.close();

        assertThat(told)
                .hasSize(256)
                .allSatisfy(outcome -> assertThat(outcome.error()).containsInstanceOf(CheckCancelledException.class));
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(run::join)
                .withCauseInstanceOf(CheckCancelledException.class);
    }

    @Test
    void theNumberOfChecksAtATimeHoldsForAllRunsOfACheckerTogether() {
        ToyVendor vendor = ToyVendor.replying(request -> Reply.running());
        ConnectionChecker checker = ConnectionChecker.builder()
                .client(vendor.client())
                .timeSource(vendor.time())
                .concurrencyPerVendor(3)
                .build();

        CompletableFuture<CheckReport> first = checker.checkAllAsync(toys(10));
        CompletableFuture<CheckReport> second = checker.checkAllAsync(toys(10));

        assertThat(vendor.requests()).hasSize(3);
        first.cancel(true);
        assertThat(vendor.requests())
                .as("the second run has the places of the first")
                .hasSize(6);
        second.cancel(true);
        assertThat(vendor.requests()).hasSize(6);
    }

    @Test
    void aRunOnAnExecutorThatTakesNothingEndsAllTheSame() {
        ToyVendor vendor = ToyVendor.replying(request -> Reply.works());
        ConnectionChecker checker = ConnectionChecker.builder()
                .client(vendor.client())
                .timeSource(vendor.time())
                .executor(task -> {
                    throw new RejectedExecutionException("shut down");
                })
                .build();

        assertThat(checker.checkAllAsync(toys(20)).join().allPassed()).isTrue();
        assertThat(checker.checkEachAsync(toys(20), BulkOptions.defaults(), told::add))
                .isCompleted();
        assertThat(told).hasSize(20);
    }

    @Test
    void aTestsOwnClockGoesOnWhileManyChecksAreWaitedFor() {
        ToyVendor vendor = ToyVendor.replying(request -> isStart(request) ? Reply.running() : Reply.works());

        assertThat(vendor.checker().checkAll(toys(20)).allPassed()).isTrue();
    }

    @Test
    void skippedTargetsAreHeardOfAtTheirEndOnly() {
        List<String> heard = new ArrayList<>();
        CheckListener listener = new CheckListener() {
            @Override
            public void onStart(CheckTarget target) {
                heard.add("start " + target.id().orElseThrow());
            }

            @Override
            public void onFinish(CheckOutcome outcome) {
                heard.add(outcome.status() + " " + outcome.target().id().orElseThrow());
            }
        };
        ToyVendor vendor = ToyVendor.replying(request -> Reply.of(401, ""));
        BulkOptions options = BulkOptions.builder()
                .check(CheckOptions.builder().listener(listener).build())
                .concurrencyPerVendor(1)
                .build();

        vendor.checker().checkAll(toys(2), options);

        assertThat(heard).containsExactly("start t0", "ERROR t0", "SKIPPED t1");
    }

    @Test
    void aCheckThatHasSeveralTurnsStartsAndEndsOnceForItsListener() {
        List<String> heard = new ArrayList<>();
        CheckListener listener = new CheckListener() {
            @Override
            public void onStart(CheckTarget target) {
                heard.add("start");
            }

            @Override
            public void onFinish(CheckOutcome outcome) {
                heard.add("finish " + outcome.status());
            }
        };
        int[] asked = {0};
        ToyVendor vendor = ToyVendor.replying(request -> ++asked[0] <= 4 ? Reply.of(429, "") : Reply.works());
        CheckOptions options = CheckOptions.builder().listener(listener).build();

        vendor.checker().checkAll(toys(1), options);

        assertThat(asked[0]).isEqualTo(5);
        assertThat(heard).containsExactly("start", "finish PASSED");
    }

    private static BulkOptions shortChecks() {
        return BulkOptions.builder()
                .check(CheckOptions.builder().timeout(Duration.ofSeconds(100)).build())
                .build();
    }

    private static BulkOptions twoAtATime() {
        return BulkOptions.builder().concurrencyPerVendor(2).build();
    }

    /** When the vendor was first asked about a target. */
    private static Duration momentOf(String id, ToyVendor vendor) {
        List<String> requests = vendor.requests();
        int first = IntStream.range(0, requests.size())
                .filter(request -> requests.get(request).contains("/" + id + "/"))
                .findFirst()
                .orElseThrow();
        return vendor.moments().get(first);
    }

    private static List<ToyTarget> toys(int count) {
        return IntStream.range(0, count).mapToObj(i -> toy("t" + i)).toList();
    }

    private static boolean isAbout(Request request, String id) {
        return request.url().pathSegments().contains(id);
    }

    private static boolean isStart(Request request) {
        return request.method().equals("POST");
    }
}
