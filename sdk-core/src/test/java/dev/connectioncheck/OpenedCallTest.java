package dev.connectioncheck;

import static dev.connectioncheck.toy.ToyTarget.toy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connectioncheck.ConnectionCheckException.Failure;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.http.Resend;
import dev.connectioncheck.sandbox.VirtualTime;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.toy.Driver;
import dev.connectioncheck.toy.Reply;
import dev.connectioncheck.toy.Toy;
import dev.connectioncheck.toy.ToyTarget;
import dev.connectioncheck.toy.ToyVendor;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls that are no HTTP request: on their own, mixed with those that are, and as a vendor's way of checking. */
@Timeout(60)
class OpenedCallTest {
    private final VirtualTime time = new VirtualTime();
    private final ToyVendor toys = ToyVendor.saying(Reply.works());

    @ParameterizedTest
    @EnumSource(Driver.class)
    void aCallOfAValueReturnsItAndMapsAndGoesOn(Driver driver) {
        ApiCall<String> call = ApiCall.of(20)
                .map(number -> number + 1)
                .then(number -> ApiCall.of("got " + number))
                .map(text -> text.toUpperCase(Locale.ROOT));

        String first = driver.execute(toys, call);
        String second = driver.execute(toys, call);

        assertThat(first).isEqualTo("GOT 21").isEqualTo(second);
    }

    @ParameterizedTest
    @EnumSource(Driver.class)
    void itMixesWithHttpInBothOrders(Driver driver) {
        ApiCall<String> after = ApiCall.of("t1").then(toys.client()::read).map(Toy::status);
        ApiCall<Integer> before =
                toys.client().read("t1").then(toy -> ApiCall.of(toy.status())).map(String::length);

        String status = driver.execute(toys, after);
        int length = driver.execute(toys, before);

        assertThat(status).isEqualTo("works");
        assertThat(length).isEqualTo(5);
    }

    @Test
    void theSupplierIsAskedForEveryExecution() {
        AtomicInteger asked = new AtomicInteger();
        ApiCall<Integer> call = ApiCall.from(() -> CompletableFuture.completedFuture(asked.incrementAndGet()));

        assertThat(call.execute()).isEqualTo(1);
        assertThat(call.executeAsync()).isCompletedWithValue(2);
    }

    @Test
    void whatItThrowsIsAnExceptionOfOurs() {
        ApiCall<String> broken = ApiCall.from(() -> {
            throw new IllegalStateException("no driver");
        });
        AuthenticationException own = new AuthenticationException(Failure.of("toy", "call", "no key"), null);

        assertThatThrownBy(broken::execute)
                .isInstanceOf(ConnectionCheckException.class)
                .hasMessageContaining("java.lang.IllegalStateException");
        assertThatThrownBy(ApiCall.from(() -> CompletableFuture.failedFuture(own))::execute)
                .isSameAs(own);
    }

    @Test
    void itsDeadlineEndsItAndCancelsTheStage() {
        CompletableFuture<String> never = new CompletableFuture<>();
        ApiCall<String> call = ApiCall.<String>from(() -> never).withTimeout(Duration.ofMillis(1));

        assertThatExceptionOfType(CheckTimeoutException.class).isThrownBy(call::execute);

        awaitCancelled(never);
    }

    @Test
    void cancellingItCancelsTheStage() {
        CompletableFuture<String> never = new CompletableFuture<>();

        ApiCall.<String>from(() -> never).map(String::length).executeAsync().cancel(true);

        awaitCancelled(never);
    }

    @Test
    void itHasNoBody() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> ApiCall.of(1).withBody(Map.of()));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> ApiCall.of(1).as(String.class));
    }

    @ParameterizedTest
    @EnumSource(Driver.class)
    void aVendorThatIsNoHttpIsCheckedLikeAnyOther(Driver driver) {
        AtomicInteger polls = new AtomicInteger();
        Custom vendor = new Custom(
                () -> CompletableFuture.completedFuture(Progress.running("job 7", "queued")),
                () -> CompletableFuture.completedFuture(
                        polls.incrementAndGet() < 3 ? Progress.running("job 7", "running") : Progress.passed()));

        CheckResult result = check(driver, vendor, Duration.ofMinutes(5));

        assertThat(result.passed()).isTrue();
        assertThat(result.polls()).isEqualTo(3);
        assertThat(result.checkId()).contains("job 7");
    }

    @ParameterizedTest
    @EnumSource(Driver.class)
    void itsTroubleIsRetriedInAPollIfItMayPassAndIsTheEndOtherwise(Driver driver) {
        AtomicInteger polls = new AtomicInteger();
        Failure passing = Failure.builder("toy", "ask", "busy").retryable(true).build();
        Custom busy = new Custom(
                () -> CompletableFuture.completedFuture(Progress.running("job 7", "queued")),
                () -> polls.incrementAndGet() < 3
                        ? CompletableFuture.failedFuture(new VendorUnavailableException(passing, null))
                        : CompletableFuture.completedFuture(Progress.passed()));
        Custom broken = new Custom(
                () -> CompletableFuture.failedFuture(new IllegalStateException("S3cret")),
                () -> CompletableFuture.completedFuture(Progress.passed()));

        assertThat(check(driver, busy, Duration.ofMinutes(5)).passed()).isTrue();
        assertThatThrownBy(() -> check(driver, broken, Duration.ofMinutes(5)))
                .isInstanceOf(ConnectionCheckException.class)
                .hasMessageContaining("java.lang.IllegalStateException");
    }

    @ParameterizedTest
    @EnumSource(Driver.class)
    void itEndsByTheDeadlineOfTheCheck(Driver driver) {
        CompletableFuture<Progress> never = new CompletableFuture<>();
        Custom silent = new Custom(() -> never, () -> never);

        assertThatExceptionOfType(CheckTimeoutException.class)
                .isThrownBy(() -> check(driver, silent, Duration.ofMinutes(1)));

        awaitCancelled(never);
        assertThat(time.nanoTime()).isLessThanOrEqualTo(Duration.ofMinutes(1).toNanos());
        assertThat(time.scheduledTasks()).isZero();
    }

    /** What an earlier request held must not show in a later answer, whatever stands between the two. */
    @ParameterizedTest
    @EnumSource(Driver.class)
    void secretsOfARequestBehindAStageAreMasked(Driver driver) {
        ToyVendor echoing = ToyVendor.saying(Reply.broken("no hunter2-hunter2 here"));
        Custom mixed = new Custom(
                () -> ApiCall.of("t1")
                        .then(id -> echoing.client()
                                .send(Resend.NEVER, Map.of("password", "hunter2-hunter2"))
                                .map(toy -> (Progress) Progress.failed(Optional.ofNullable(toy.message())))),
                time);

        assertThat(check(driver, mixed, Duration.ofMinutes(1)).message()).contains("no *** here");
    }

    private CheckResult check(Driver driver, Custom protocol, Duration timeout) {
        CheckOptions options = CheckOptions.builder().timeout(timeout).build();
        try (ConnectionChecker checker = ConnectionChecker.builder()
                .client(() -> protocol)
                .timeSource(time)
                .build()) {
            return driver == Driver.BLOCKING
                    ? checker.check(toy("t1"), options)
                    : Driver.finish(checker.checkAsync(toy("t1"), options), time);
        }
    }

    /** A vendor that is reached by something else than HTTP. */
    private static final class Custom implements CheckProtocol<ToyTarget> {
        private final Supplier<ApiCall<Progress>> start;
        private final Supplier<ApiCall<Progress>> poll;

        Custom(
                Supplier<CompletableFuture<? extends Progress>> start,
                Supplier<CompletableFuture<? extends Progress>> poll) {
            this.start = () -> ApiCall.from(start);
            this.poll = () -> ApiCall.from(poll);
        }

        @SuppressWarnings("unused") // the time tells this constructor from the other
        Custom(Supplier<ApiCall<Progress>> start, VirtualTime time) {
            this.start = start;
            this.poll = start;
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
            return start.get();
        }

        @Override
        public ApiCall<Progress> poll(ToyTarget target, Progress.Running last) {
            return poll.get();
        }

        @Override
        public String reference(ToyTarget target) {
            return target.key();
        }

        @Override
        public ToyTarget targetOf(String reference) {
            return toy(reference);
        }
    }

    /** A stage is a user's, so that it is cancelled on a thread of its own. */
    private static void awaitCancelled(CompletableFuture<?> stage) {
        assertThatThrownBy(() -> stage.get(10, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
    }
}
