package dev.connectioncheck;

import static dev.connectioncheck.toy.ToyTarget.toy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.toy.CheckWay;
import dev.connectioncheck.toy.ManyRounds;
import dev.connectioncheck.toy.Reply;
import dev.connectioncheck.toy.ToyStages;
import dev.connectioncheck.toy.ToyVendor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What holds for one way to check a connection holds for all. */
@ManyRounds
class SiblingPathsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String PASSWORD = "hunter2-hunter2";

    private final List<String> heard = new ArrayList<>();
    private final List<CheckOutcome> ends = new ArrayList<>();
    private final CheckOptions options =
            CheckOptions.builder().timeout(MINUTE).listener(new Listening()).build();

    private final class Listening implements CheckListener {
        @Override
        public void onStart(CheckTarget target) {
            heard.add("start");
        }

        @Override
        public void onPoll(CheckTarget target, String status, int polls) {
            heard.add("poll " + status);
        }

        @Override
        public void onStatusChange(CheckTarget target, String status) {
            heard.add("status " + status);
        }

        @Override
        public void onRetry(CheckTarget target, ConnectionCheckException why, int attempt, Duration pause) {
            heard.add("retry");
        }

        @Override
        public void onFinish(CheckOutcome outcome) {
            heard.add("finish");
            ends.add(outcome);
        }
    }

    /** A vendor that starts checks, and answers polls by a script whose last reply is repeated for ever. */
    private static ToyVendor polled(Reply... script) {
        List<Reply> left = new ArrayList<>(List.of(script));
        return ToyVendor.replying(
                request -> isStart(request) ? Reply.running() : left.size() > 1 ? left.remove(0) : left.get(0));
    }

    private static boolean isStart(Request request) {
        return request.method().equals("POST");
    }

    private CheckOutcome check(CheckWay way, ToyVendor vendor) {
        return check(way, vendor, toy("t1"));
    }

    private CheckOutcome check(CheckWay way, ToyVendor vendor, CheckTarget target) {
        try (ConnectionChecker checker = vendor.checker()) {
            CheckOutcome outcome = way.check(checker, vendor.time(), target, options);
            assertThat(vendor.time().scheduledTasks()).as("timers left behind").isZero();
            return outcome;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aVerdictIsThatOfTheVendorWithItsWordsAndThePolls(CheckWay way) {
        CheckOutcome outcome = check(way, polled(Reply.running(), Reply.broken("no route to host")));

        CheckResult result = outcome.result().orElseThrow();
        assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(result.message()).contains("no route to host");
        assertThat(result.checkId()).contains("c1");
        assertThat(result.polls()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void aListenerHearsTheStartThePollsAndTheEndOnce(CheckWay way) {
        CheckOutcome outcome = check(way, polled(Reply.running(), Reply.works()));

        assertThat(heard).startsWith("start").endsWith("finish");
        assertThat(heard).filteredOn("start"::equals).hasSize(1);
        assertThat(heard).filteredOn(word -> word.startsWith("poll")).hasSize(2);
        assertThat(ends).singleElement().isEqualTo(outcome);
    }

    @ParameterizedTest
    @EnumSource
    void theDeadlineEndsItWithATokenAndAListenerHearsSo(CheckWay way) {
        ToyVendor vendor = polled(Reply.running());

        CheckOutcome outcome = check(way, vendor);

        ConnectionCheckException error = outcome.error().orElseThrow();
        assertThat(error).isInstanceOf(CheckTimeoutException.class);
        assertThat(error.token()).isPresent();
        // Who polls by hand learns of it at the next look, and pauses a quarter of the check's age at most.
        Duration latest = way.isPolled() ? MINUTE.plusSeconds(15) : MINUTE;
        assertThat(Duration.ofNanos(vendor.time().nanoTime())).isBetween(MINUTE.minusSeconds(1), latest);
        assertEndIsTold(way, CheckTimeoutException.class);
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedKeyEndsItWithOneRequestMore(CheckWay way) {
        ToyVendor vendor = polled(Reply.of(401, ""));

        ConnectionCheckException error = check(way, vendor).error().orElseThrow();

        assertThat(error).isInstanceOf(AuthenticationException.class);
        assertThat(error.retryable()).isFalse();
        assertThat(vendor.requests()).hasSize(2);
        assertEndIsTold(way, AuthenticationException.class);
    }

    /** A look that fails is not the end of a check that a user polls by hand: the next look may bring it. */
    private void assertEndIsTold(CheckWay way, Class<? extends ConnectionCheckException> type) {
        assertThat(ends)
                .hasSize(way.isPolled() ? 0 : 1)
                .allSatisfy(end -> assertThat(end.error().orElseThrow()).isInstanceOf(type));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_NONE, names = "RESUME.*")
    void aKeyThatIsRefusedAtTheStartEndsIt(CheckWay way) {
        ToyVendor vendor = ToyVendor.saying(Reply.of(401, ""));

        ConnectionCheckException error = check(way, vendor).error().orElseThrow();

        assertThat(error).isInstanceOf(AuthenticationException.class);
        assertThat(vendor.requests()).hasSize(1);
        assertThat(heard).containsExactly("start", "finish");
    }

    /** A user who polls by hand is told of the trouble, and how long to wait. */
    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_NONE, names = ".*POLL")
    void whatAVendorAsksToWaitIsWaited(CheckWay way) {
        ToyVendor vendor = polled(
                Reply.of(503, "").header("Retry-After", "20"),
                Reply.of(429, "").header("Retry-After", "15"),
                Reply.works());

        CheckOutcome outcome = check(way, vendor);

        assertThat(outcome.passed()).isTrue();
        List<Duration> moments = vendor.moments();
        assertThat(moments).hasSize(4);
        assertThat(moments.get(2).minus(moments.get(1))).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(24));
        assertThat(moments.get(3).minus(moments.get(2))).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(19));
        assertThat(heard).filteredOn("retry"::equals).hasSize(2);
    }

    /** A check that is taken up again has no settings: a token holds none. */
    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_NONE, names = "RESUME.*")
    void aSettingIsMaskedInALaterAnswerThanThatToItsRequest(CheckWay way) {
        CheckTarget target = toy("t1", Map.of("password", PASSWORD));

        CheckOutcome told = check(way, polled(Reply.broken("no " + PASSWORD + " here")), target);
        CheckOutcome refused = check(way, polled(Reply.of(400, "{\"message\": \"odd " + PASSWORD + "\"}")), target);
        CheckOutcome late = check(way, polled(Reply.status("at " + PASSWORD)), target);

        assertThat(told.result().flatMap(CheckResult::message)).contains("no *** here");
        assertThat(refused.error().orElseThrow()).hasMessageContaining("odd ***");
        assertThat(List.of(told, refused, late).toString() + ends + heard).doesNotContain(PASSWORD);
        assertThat(late.error().flatMap(ConnectionCheckException::token).orElseThrow())
                .doesNotContain(Base64.getUrlEncoder().encodeToString(PASSWORD.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @EnumSource
    void aTargetsNameIsInItsOutcome(CheckWay way) {
        CheckOutcome outcome = check(way, polled(Reply.works()), toy("t1").named("orders"));

        // A token holds what a vendor needs, and no name.
        assertThat(outcome.target().toString().contains("orders")).isEqualTo(!way.isResumed());
    }

    @ParameterizedTest
    @EnumSource
    void aCheckerThatWasClosedBeginsNothing(CheckWay way) {
        ToyVendor vendor = polled(Reply.works());
        ConnectionChecker checker = vendor.checker();
        checker.close();

        assertThatIllegalStateException()
                .isThrownBy(() -> way.check(checker, vendor.time(), toy("t1"), options))
                .withMessageContaining("closed");

        assertThat(vendor.requests()).isEmpty();
        assertThat(heard).isEmpty();
    }

    @Test
    void aCheckerThatWasClosedAfterTheStartWaitsNoMore() {
        ToyVendor vendor = polled(Reply.works());
        ConnectionChecker checker = vendor.checker();
        RunningCheck started = checker.start(toy("t1"), options);
        checker.close();

        assertThatIllegalStateException().isThrownBy(started::await).withMessageContaining("closed");
        assertThatIllegalStateException().isThrownBy(started::poll).withMessageContaining("closed");
        assertThatIllegalStateException()
                .isThrownBy(() -> Objects.requireNonNull(started.awaitAsync()))
                .withMessageContaining("closed");

        assertThat(vendor.requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aCheckerThatIsClosedMeanwhileCancelsIt(CheckWay way) {
        AtomicReference<@Nullable ConnectionChecker> checker = new AtomicReference<>();
        ToyVendor vendor = ToyVendor.replying(request -> {
            if (!isStart(request)) {
                Objects.requireNonNull(checker.get()).close();
            }
            return Reply.running();
        });
        checker.set(vendor.checker());

        CheckOutcome outcome = way.check(Objects.requireNonNull(checker.get()), vendor.time(), toy("t1"), options);

        assertThat(outcome.error()).containsInstanceOf(CheckCancelledException.class);
        assertThat(vendor.requests()).hasSize(2);
        assertThat(vendor.time().scheduledTasks()).isZero();
        assertEndIsTold(way, CheckCancelledException.class);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_NONE, names = ".*ASYNC")
    void anInterruptEndsItAndKeepsTheFlag(CheckWay way) {
        ToyVendor vendor = ToyVendor.replying(request -> {
            if (!isStart(request)) {
                Thread.currentThread().interrupt();
            }
            return Reply.running();
        });

        CheckOutcome outcome = check(way, vendor);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcome.error()).containsInstanceOf(CheckInterruptedException.class);
        assertThat(vendor.requests()).hasSize(2);
        // Of many, the run is interrupted, which cancels its checks.
        assertEndIsTold(way, way.isOfMany() ? CheckCancelledException.class : CheckInterruptedException.class);
    }

    @ParameterizedTest
    @EnumSource
    void aTargetOfAVendorThatNobodyAsksIsRefusedBeforeAnythingIsSent(CheckWay way) {
        CheckTarget stranger = () -> "nobody";
        ToyVendor vendor = polled(Reply.works());

        assertRefused(way, vendor, stranger, "no client for nobody");
        assertRefused(way, vendor, toy("t1").at("far"), "at far");

        assertThat(vendor.requests()).isEmpty();
    }

    /** Of many that are pulled one by one, others may have been begun: there it is an outcome. */
    private void assertRefused(CheckWay way, ToyVendor vendor, CheckTarget target, String why) {
        try (ConnectionChecker checker = vendor.checker()) {
            if (way.name().startsWith("CHECK_EACH")) {
                assertThat(way.check(checker, vendor.time(), target, options)
                                .error()
                                .orElseThrow())
                        .isInstanceOf(InvalidRequestException.class)
                        .hasMessageContaining(why);
            } else {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> way.check(checker, vendor.time(), target, options))
                        .withMessageContaining(why);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAVendorsModuleThrowsEndsItUnseen(CheckWay way) {
        for (Throwable fault : List.of(new IllegalStateException(PASSWORD), new NoClassDefFoundError(PASSWORD))) {
            ToyVendor time = polled(Reply.works());
            ToyStages vendor = new ToyStages(
                    target -> CompletableFuture.completedFuture(Progress.running("c1", "running")),
                    () -> CompletableFuture.failedFuture(fault));

            CheckOutcome outcome = way.check(vendor.checker(time.time()).build(), time.time(), toy("t1"), options);

            assertThat(outcome.error().orElseThrow())
                    .hasMessageContaining(fault.getClass().getName())
                    .hasMessageNotContaining(PASSWORD);
        }
        assertThat(ends).hasSize(way.isPolled() ? 0 : 2);
    }

    @ParameterizedTest
    @EnumSource
    void aListenerThatThrowsChangesNothing(CheckWay way) {
        ToyVendor vendor = polled(Reply.running(), Reply.works());
        AtomicInteger thrown = new AtomicInteger();
        CheckOptions throwing = CheckOptions.builder()
                .listener(new CheckListener() {
                    @Override
                    public void onStart(CheckTarget target) {
                        thrown.incrementAndGet();
                        throw new IllegalStateException("a listener of the user's");
                    }

                    @Override
                    public void onFinish(CheckOutcome outcome) {
                        thrown.incrementAndGet();
                        throw new AssertionError("a listener of the user's");
                    }
                })
                .build();

        assertThat(way.check(vendor.checker(), vendor.time(), toy("t1"), throwing)
                        .passed())
                .isTrue();
        assertThat(thrown).hasValue(2);
    }
}
