package dev.connectioncheck.internal.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.connectioncheck.CheckCancelledException;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.internal.wire.Attempt;
import dev.connectioncheck.sandbox.VirtualTime;
import dev.connectioncheck.time.TimeSource;
import dev.connectioncheck.toy.ActsWhenHashed;
import dev.connectioncheck.toy.BusyTimer;
import dev.connectioncheck.toy.DelegatingTime;
import dev.connectioncheck.toy.DirectExecutor;
import dev.connectioncheck.toy.LogBook;
import dev.connectioncheck.toy.ManyRounds;
import dev.connectioncheck.toy.Meanwhile;
import java.time.Duration;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A stop, a close or an end that comes just between a look at a flag and what that look allowed. */
@ManyRounds
class DriveWindowsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final VirtualTime time = new VirtualTime();

    // Registry: what registers is added before the look at the flag; who closes sets the flag before the look at what
    // is there.

    @Test
    void aRunThatRegistersAfterTheCheckerLookedWhomToStopIsStopped() {
        Registry registry = new Registry();
        Run run = new Run(registry::close);

        registry.add(run);

        assertThat(run.stops).hasValue(1);
    }

    @Test
    void aRunThatRegistersWhileTheCheckerStopsTheOthersIsStopped() {
        Registry registry = new Registry();
        Run late = new Run(() -> {});
        registry.add(() -> {
            registry.remove(late);
            registry.add(late);
            registry.remove(late);
        });

        registry.close();

        assertThat(late.stops).hasValue(1);
    }

    private static final class Run extends ActsWhenHashed implements Stoppable {
        private final AtomicInteger stops = new AtomicInteger();

        Run(Runnable meanwhile) {
            super(meanwhile);
        }

        @Override
        public void stop() {
            stops.incrementAndGet();
        }
    }

    // PendingCall, PendingStage: what is pending is published before it has begun.

    @Test
    void aRunThatIsCancelledBeforeItsCallIsEnqueuedCancelsItAndSetsNoTimer() {
        AtomicReference<AsyncRun<String>> itself = new AtomicReference<>();
        Call call = new OkHttpClient.Builder()
                .dispatcher(new Dispatcher(new DirectExecutor()))
                .addInterceptor(chain -> {
                    throw new AssertionError("it was sent");
                })
                .build()
                .newCall(new Request.Builder().url("https://vendor.test/").build());
        AsyncRun<String> run = new AsyncRun<>(
                new ToldMachine(() -> new Step.Send<>(call, new Attempt(), LONG.toNanos())),
                new BusyTimer(time, () -> Objects.requireNonNull(itself.get()).cancel(true)),
                Runnable::run);
        itself.set(run);

        run.begin();

        assertThat(call.isCanceled()).isTrue();
        assertThat(time.scheduledTasks()).isZero();
    }

    @Test
    void aRunThatIsCancelledWhileItsStageBeginsCancelsTheStageAndLeavesNoTimer() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        AtomicReference<AsyncRun<String>> itself = new AtomicReference<>();
        AsyncRun<String> run = new AsyncRun<>(
                new ToldMachine(() -> new Step.Invoke<>(
                        () -> {
                            Objects.requireNonNull(itself.get()).cancel(true);
                            return stage;
                        },
                        LONG.toNanos())),
                time,
                Runnable::run);
        itself.set(run);

        run.begin();

        assertThat(stage).isCancelled();
        assertThat(time.scheduledTasks()).isZero();
    }

    @Test
    void aRunThatIsCancelledWhileTheTimerOfItsStageIsSetLeavesNone() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        AtomicReference<AsyncRun<String>> itself = new AtomicReference<>();
        AsyncRun<String> run = new AsyncRun<>(
                new ToldMachine(() -> new Step.Invoke<>(() -> stage, LONG.toNanos())),
                new BusyTimer(time, () -> Objects.requireNonNull(itself.get()).cancel(true)),
                Runnable::run);
        itself.set(run);

        run.begin();

        assertThat(stage).isCancelled();
        assertThat(time.scheduledTasks()).isZero();
    }

    @Test
    void aStageThatHeedsNoCancelLeavesNoTimerAllTheSame() {
        CompletableFuture<String> stubborn = new CompletableFuture<>() {
            @Override
            public boolean cancel(boolean mayInterruptIfRunning) {
                return false;
            }
        };
        AsyncRun<String> run = new AsyncRun<>(
                new ToldMachine(() -> new Step.Invoke<>(() -> stubborn, LONG.toNanos())), time, Runnable::run);
        run.begin();

        run.cancel(true);

        assertThat(run).isCancelled();
        assertThat(time.scheduledTasks()).isZero();
    }

    // AsyncRun: who takes out what is pending feeds the machine; who claims the end tells of it.

    @Test
    void ofAnEndAndItsTimerThatComeTogetherTheMachineHearsOne() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        Beyond late = new Beyond();
        ToldMachine machine = new ToldMachine(() -> new Step.Invoke<>(() -> stage, LONG.toNanos()));
        AsyncRun<String> run = new AsyncRun<>(machine, late, Runnable::run);
        run.begin();

        stage.complete("done");
        late.tasks.forEach(Runnable::run);

        assertThat(machine.told).containsExactly("returned done");
        assertThat(run).isCompletedWithValue("returned done");
    }

    @Test
    void aRunThatIsCancelledBeforeItsEndIsDeliveredIsToldAsCancelledAndOnce() {
        List<Runnable> handedIn = new ArrayList<>();
        Told run = new Told(ToldMachine.waiting(), time, handedIn::add);
        run.begin();
        time.advance(LONG);

        assertThat(run.cancel(true)).isTrue();
        handedIn.forEach(Runnable::run);

        assertThat(run).isCancelled();
        assertThat(run.ends).containsExactly("CheckCancelledException");
    }

    @Test
    void aRunThatIsCancelledAsItsEndIsToldIsNotCancelledAnyMore() {
        Told run = new Told(ToldMachine.waiting(), time, Runnable::run);
        run.begin();
        run.meanwhile = () -> assertThat(run.cancel(true)).isFalse();

        time.advance(LONG);

        assertThat(run).isCompletedWithValue("woke");
        assertThat(run.ends).containsExactly("woke");
    }

    /** Writes down each end that is told. */
    private static final class Told extends AsyncRun<String> {
        private final List<String> ends = new ArrayList<>();
        private Runnable meanwhile = () -> {};

        Told(ToldMachine machine, TimeSource time, Executor executor) {
            super(machine, time, executor);
        }

        @Override
        protected void ended(@Nullable String value, @Nullable ConnectionCheckException error) {
            meanwhile.run();
            ends.add(value == null ? Objects.requireNonNull(error).getClass().getSimpleName() : value);
        }
    }

    /** A time whose timers are beyond recall. */
    private static final class Beyond extends DelegatingTime {
        private final List<Runnable> tasks = new ArrayList<>();

        Beyond() {
            super(new VirtualTime());
        }

        @Override
        public Timer schedule(Runnable task, long nanos) {
            tasks.add(task);
            return () -> {};
        }
    }

    // BlockingRun: no wake-up is lost between the look at a flag and the pause that follows.

    @Test
    void aRunThatIsStoppedJustBeforeItPausesDoesNotPause() {
        Parking parking = new Parking();
        BlockingRun run = new BlockingRun(parking);
        parking.justBefore = run::stop;

        assertThatExceptionOfType(CheckCancelledException.class)
                .isThrownBy(() -> run.drive(new ToldMachine(() -> new Step.Wait<>(LONG.toNanos()))));

        assertThat(parking.pauses).isOne();
        assertThat(parking.parked).isLessThan(LONG);
    }

    @Test
    void aStageThatEndsJustBeforeItIsWaitedForIsHeardAtOnce() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        Parking parking = new Parking();
        parking.justBefore = () -> stage.complete("done");

        String end =
                new BlockingRun(parking).drive(new ToldMachine(() -> new Step.Invoke<>(() -> stage, LONG.toNanos())));

        assertThat(end).isEqualTo("returned done");
        assertThat(parking.parked).isLessThan(LONG);
    }

    @Test
    void aRunThatIsStoppedWhileItsStageBeginsCancelsTheStage() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        Parking parking = new Parking();
        BlockingRun run = new BlockingRun(parking);

        assertThatExceptionOfType(CheckCancelledException.class)
                .isThrownBy(() -> run.drive(new ToldMachine(() -> new Step.Invoke<>(
                        () -> {
                            run.stop();
                            return stage;
                        },
                        LONG.toNanos()))));

        assertThat(stage).isCancelled();
        assertThat(parking.pauses).isZero();
    }

    /** Parks for as long as it is asked to, by the machine's clock, and lets something happen just before. */
    private static final class Parking extends DelegatingTime {
        private Runnable justBefore = () -> {};
        private Duration parked = Duration.ZERO;
        private int pauses;

        Parking() {
            super(dev.connectioncheck.time.SystemTime.instance());
        }

        @Override
        public void park(Object blocker, long nanos) {
            pauses++;
            LockSupport.parkNanos(1); // uses up a wake-up that an earlier test may have left to this thread
            justBefore.run();
            long began = nanoTime();
            LockSupport.parkNanos(blocker, nanos);
            parked = parked.plusNanos(nanoTime() - began);
        }
    }

    // SerialTasks: a task that is handed in as the last one ends is neither lost nor run beside it.

    @Test
    void aTaskThatIsHandedInByAnotherThreadWhileOneRunsIsRunAfterIt() {
        List<String> ran = new ArrayList<>();
        SerialTasks tasks = new SerialTasks(Runnable::run);
        Meanwhile other = new Meanwhile(() -> tasks.execute(() -> ran.add("second")));

        tasks.execute(() -> {
            other.act();
            ran.add("first");
        });
        tasks.execute(() -> ran.add("third"));

        other.join();
        assertThat(ran).containsExactly("first", "second", "third");
    }

    @Test
    void aTaskThatThrowsIsLoggedAndHoldsUpNoOther() {
        List<String> ran = new ArrayList<>();
        SerialTasks tasks = new SerialTasks(Runnable::run);

        try (LogBook.Reading log = LogBook.read()) {
            tasks.execute(() -> {
                throw new IllegalStateException("a task of the user's");
            });
            tasks.execute(() -> ran.add("next"));

            assertThat(log.lines())
                    .extracting(LogBook.Line::words)
                    .contains("a task threw java.lang.IllegalStateException; it goes on without it.");
        }
        assertThat(ran).containsExactly("next");
    }

    // CallWatch: whoever stops watching looks again whether somebody came.

    @Test
    void aRunThatComesJustAsTheIdleWatchEndsIsWatched() {
        AtomicInteger looks = new AtomicInteger();
        LookedAt runs = new LookedAt();
        CallWatch watch = new CallWatch(time, runs);
        Watched first = () -> {};
        watch.add(first);
        watch.remove(first);
        runs.onLastLook = () -> watch.add(looks::incrementAndGet);

        time.advance(LONG);

        assertThat(looks).hasValueGreaterThan(100);
    }

    @Test
    void theIdleWatchEndsAndBeginsAgain() {
        AtomicInteger looks = new AtomicInteger();
        CallWatch watch = new CallWatch(time, ConcurrentHashMap.newKeySet());
        Watched run = looks::incrementAndGet;

        watch.add(run);
        time.advance(Duration.ofMillis(20));
        watch.remove(run);
        time.advance(Duration.ofMillis(1_960));
        int idleTimers = time.scheduledTasks();
        time.advance(Duration.ofMillis(60));
        int timersAtTheEnd = time.scheduledTasks();
        watch.add(run);
        time.advance(Duration.ofMillis(40));

        assertThat(idleTimers).isOne();
        assertThat(timersAtTheEnd).isZero();
        assertThat(looks).hasValue(3);
        assertThat(time.scheduledTasks()).isOne();
    }

    @Test
    void aRunThatThrowsWhenItIsLookedAtIsLoggedAndEndsTheWatchOfNoOther() {
        AtomicInteger looks = new AtomicInteger();
        CallWatch watch = new CallWatch(time, ConcurrentHashMap.newKeySet());
        watch.add(() -> {
            throw new IllegalStateException("an event listener of the user's");
        });
        watch.add(looks::incrementAndGet);

        try (LogBook.Reading log = LogBook.read()) {
            time.advance(Duration.ofMillis(100));

            assertThat(log.lines())
                    .extracting(LogBook.Line::words)
                    .contains("looking at a call threw java.lang.IllegalStateException; it goes on without it.");
        }
        assertThat(looks).hasValue(5);
    }

    @Test
    void whereNoTimerCanBeSetNothingIsWatchedAndTheNextOneTriesAnew() {
        AtomicInteger looks = new AtomicInteger();
        AtomicInteger refusals = new AtomicInteger(1);
        Set<Watched> runs = ConcurrentHashMap.newKeySet();
        CallWatch watch = new CallWatch(
                new DelegatingTime(time) {
                    @Override
                    public Timer schedule(Runnable task, long nanos) {
                        if (refusals.getAndDecrement() > 0) {
                            throw new OutOfMemoryError("no thread");
                        }
                        return super.schedule(task, nanos);
                    }
                },
                runs);

        assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> watch.add(() -> {}));
        boolean leftBehind = !runs.isEmpty();
        watch.add(looks::incrementAndGet);
        time.advance(Duration.ofMillis(20));

        assertThat(leftBehind).isFalse();
        assertThat(looks).hasValue(1);
    }

    /** Lets something happen after the hundredth look in a row that found nothing. */
    private static final class LookedAt extends AbstractSet<Watched> {
        private final Set<Watched> runs = ConcurrentHashMap.newKeySet();
        private Runnable onLastLook = () -> {};
        private int empty;

        @Override
        public boolean isEmpty() {
            boolean none = runs.isEmpty();
            if (none && ++empty == 100) {
                onLastLook.run();
            }
            return none;
        }

        @Override
        public boolean add(Watched run) {
            return runs.add(run);
        }

        @Override
        public boolean remove(@Nullable Object run) {
            return run != null && runs.remove(run);
        }

        @Override
        public Iterator<Watched> iterator() {
            return runs.iterator();
        }

        @Override
        public int size() {
            return runs.size();
        }
    }

    @Test
    void theWatchOfTheProcessLooksByTheMachinesOwnTime() throws Exception {
        CompletableFuture<Boolean> looked = new CompletableFuture<>();
        Watched run = () -> looked.complete(true);

        CallWatch.SHARED.add(run);

        assertThat(looked.get(50, TimeUnit.SECONDS)).isTrue();
        CallWatch.SHARED.remove(run);
    }
}
