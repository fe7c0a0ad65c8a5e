package dev.connectioncheck.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connectioncheck.CheckCancelledException;
import dev.connectioncheck.CheckInterruptedException;
import dev.connectioncheck.CheckListener;
import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Fault;
import dev.connectioncheck.sandbox.Phase;
import dev.connectioncheck.sandbox.contract.VendorUnderTest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The caller interrupts or cancels: before, during and between the calls. */
@Timeout(60)
class InterruptTest {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final List<CheckOutcome> ends = new CopyOnWriteArrayList<>();
    private final CheckOptions options = CheckOptions.builder()
            .listener(new CheckListener() {
                @Override
                public void onPoll(CheckTarget target, String status, int polls) {
                    reached.countDown();
                }

                @Override
                public void onFinish(CheckOutcome outcome) {
                    ends.add(outcome);
                }
            })
            .build();

    static List<VendorUnderTest> vendors() {
        return Vendors.all();
    }

    static Stream<VendorUnderTest> pollingVendors() {
        return Stream.of(Vendors.unstructured(), Vendors.datafold());
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void anInterruptBeforeTheCallSendsNothing(VendorUnderTest vendor) {
        try (Bench bench = Bench.of(vendor);
                ConnectionChecker checker = bench.checker(options)) {
            CheckTarget target = bench.target(Behavior.passes());
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> checker.check(target)).isInstanceOf(CheckInterruptedException.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(bench.requests()).isZero();
        }
        assertThat(ends).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void anInterruptDuringTheCallEndsIt(VendorUnderTest vendor) throws Exception {
        try (Bench bench = Bench.of(vendor)) {
            interruptOnceReached(bench, bench.target(silent()));
        }
    }

    @ParameterizedTest
    @MethodSource("pollingVendors")
    void anInterruptBetweenCallsEndsTheWait(VendorUnderTest vendor) throws Exception {
        try (Bench bench = Bench.of(vendor)) {
            interruptOnceReached(bench, bench.target(Behavior.neverEnds()));
        }
    }

    private void interruptOnceReached(Bench bench, CheckTarget target) throws Exception {
        try (ConnectionChecker checker = bench.checker(options)) {
            AtomicBoolean flag = new AtomicBoolean();
            CompletableFuture<Throwable> end = new CompletableFuture<>();
            Thread thread = new Thread(() -> {
                Throwable thrown = thrownBy(checker, target);
                flag.set(Thread.currentThread().isInterrupted());
                end.complete(thrown);
            });
            thread.start();
            reached.await();
            thread.interrupt();
            assertThat(end.get()).isInstanceOf(CheckInterruptedException.class);
            assertThat(flag).isTrue();
            bench.awaitClean();
        }
        assertThat(ends).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void cancellingDuringTheCallEndsIt(VendorUnderTest vendor) throws Exception {
        try (Bench bench = Bench.of(vendor)) {
            cancelOnceReached(bench, bench.target(silent()));
        }
    }

    @ParameterizedTest
    @MethodSource("pollingVendors")
    void cancellingBetweenCallsEndsTheWait(VendorUnderTest vendor) throws Exception {
        try (Bench bench = Bench.of(vendor)) {
            cancelOnceReached(bench, bench.target(Behavior.neverEnds()));
        }
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void cancellingAtOnceLeavesNothingBehind(VendorUnderTest vendor) throws Exception {
        reached.countDown();
        try (Bench bench = Bench.of(vendor)) {
            cancelOnceReached(bench, bench.target(silent()));
        }
    }

    private void cancelOnceReached(Bench bench, CheckTarget target) throws Exception {
        try (ConnectionChecker checker = bench.checker(options)) {
            CompletableFuture<CheckResult> check = checker.checkAsync(target);
            reached.await();
            assertThat(check.cancel(true)).isTrue();
            assertThat(check.cancel(true)).isTrue();
            assertThat(check).isCancelled();
            bench.awaitClean();
            Bench.await(() -> !ends.isEmpty());
        }
        assertThat(ends)
                .singleElement()
                .satisfies(end -> assertThat(end.error()).containsInstanceOf(CheckCancelledException.class));
    }

    private Behavior silent() {
        return Behavior.passes().at(Phase.START, number -> {
            reached.countDown();
            return Optional.of(Fault.silentBeforeHeaders());
        });
    }

    private static Throwable thrownBy(ConnectionChecker checker, CheckTarget target) {
        try {
            return new AssertionError("A verdict came: " + checker.check(target));
        } catch (RuntimeException e) {
            return e;
        }
    }
}
