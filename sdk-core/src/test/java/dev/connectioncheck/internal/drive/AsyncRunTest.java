package dev.connectioncheck.internal.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.internal.async.DaemonThreads;
import dev.connectioncheck.sandbox.VirtualTime;
import dev.connectioncheck.time.SystemTime;
import dev.connectioncheck.toy.BusyTimer;
import dev.connectioncheck.toy.DelegatingTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An asynchronous run as a future: who ends it, who is told so, and what comes too late. */
@Timeout(60)
class AsyncRunTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final VirtualTime time = new VirtualTime();
    private final ToldMachine machine = ToldMachine.waiting();
    private final AsyncRun<String> run = new AsyncRun<>(machine, time, Runnable::run);

    @Test
    void whoCompletesFirstIsToldSoAndTheSecondIsNot() {
        run.begin();

        assertThat(run.complete("first")).isTrue();
        assertThat(run.complete("second")).isFalse();
        assertThat(run.completeExceptionally(new IllegalStateException("third")))
                .isFalse();

        assertThat(run).isCompletedWithValue("first");
    }

    @Test
    void whoCompletesWithAnErrorFirstIsToldSo() {
        run.begin();

        assertThat(run.completeExceptionally(new IllegalStateException("first")))
                .isTrue();
    }

    @Test
    void cancellingARunThatHasEndedIsRefused() {
        run.begin();
        time.advance(LONG);

        assertThat(run.cancel(true)).isFalse();

        assertThat(run).isCompletedWithValue("woke");
    }

    @Test
    void cancellingTwiceIsWellTwice() {
        run.begin();

        assertThat(run.cancel(true)).isTrue();
        assertThat(run.cancel(true)).isTrue();
    }

    @Test
    void aForcedValueTakesTheResultsPlace() {
        run.begin();
        time.advance(LONG);

        run.obtrudeValue("forced");

        assertThat(run).isCompletedWithValue("forced");
    }

    @Test
    void aForcedErrorTakesTheResultsPlace() {
        run.begin();
        time.advance(LONG);

        run.obtrudeException(new IllegalStateException("forced"));

        assertThat(run).isCompletedExceptionally();
    }

    @Test
    void aRunThatIsCancelledWhileItTakesAStepSchedulesNothing() {
        AtomicReference<AsyncRun<String>> itself = new AtomicReference<>();
        AsyncRun<String> ending = new AsyncRun<>(
                new ToldMachine(() -> {
                    Objects.requireNonNull(itself.get()).cancel(true);
                    return new Step.Wait<>(1);
                }),
                time,
                Runnable::run);
        itself.set(ending);

        ending.begin();

        assertThat(time.scheduledTasks()).isZero();
    }

    @Test
    void aTimerThatRunsAlreadyWhenTheRunIsCancelledMovesNothing() {
        Uncancellable late = new Uncancellable();
        AsyncRun<String> cancelled = new AsyncRun<>(machine, late, Runnable::run);
        cancelled.begin();

        cancelled.cancel(true);
        late.tasks.forEach(Runnable::run);

        assertThat(machine.told).isEmpty();
        assertThat(cancelled).isCancelled();
    }

    @Test
    void aRunWhosePauseCanNotBeTimedEndsWithAnError() {
        AsyncRun<String> ending = new AsyncRun<>(machine, new Timerless(), Runnable::run);

        ending.begin();

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(ending::join)
                .havingCause()
                .isInstanceOf(ConnectionCheckException.class)
                .withCauseInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void aRunWhoseStageCanNotBeTimedEndsWithAnErrorAndCancelsTheStage() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        AsyncRun<String> ending = new AsyncRun<>(
                new ToldMachine(() -> new Step.Invoke<>(() -> stage, LONG.toNanos())), new Timerless(), Runnable::run);

        ending.begin();

        assertThat(ending).isCompletedExceptionally();
        assertThat(stage).isCancelled();
    }

    @Test
    void aRunThatItsUserEndsIsSettledAndThenToldOfAsCancelled() {
        List<String> told = new ArrayList<>();
        AsyncRun<String> ending = new AsyncRun<>(machine, time, Runnable::run) {
            @Override
            protected void settled(@Nullable String value, @Nullable ConnectionCheckException error) {
                told.add("settled " + value + " " + error);
            }

            @Override
            protected void ended(@Nullable String value, @Nullable ConnectionCheckException error) {
                told.add("ended " + value + " " + error);
            }
        };
        ending.begin();

        ending.complete("the user's");

        String cancelled = " null " + machine.stopped(Machine.Stop.CANCELLED);
        assertThat(told).containsExactly("settled" + cancelled, "ended" + cancelled);
    }

    @Test
    void aPauseThatIsEndedWhileItIsScheduledLeavesNoTimer() {
        AtomicReference<AsyncRun<String>> itself = new AtomicReference<>();
        AsyncRun<String> ending = new AsyncRun<>(
                machine,
                new BusyTimer(time, () -> Objects.requireNonNull(itself.get()).cancel(true)),
                Runnable::run);
        itself.set(ending);

        ending.begin();

        assertThat(time.scheduledTasks()).isZero();
    }

    @Test
    void aRunThatEndsByATimerEndsOnAnotherThreadThanTheTimers() throws Exception {
        CompletableFuture<String> thread = new CompletableFuture<>();
        AsyncRun<String> ending = new AsyncRun<>(machine, SystemTime.instance(), DaemonThreads.EXECUTOR) {
            @Override
            protected void ended(@Nullable String value, @Nullable ConnectionCheckException error) {
                thread.complete(Thread.currentThread().getName());
            }
        };

        ending.begin();

        assertThat(thread.get(50, TimeUnit.SECONDS)).isEqualTo("connection-check call");
    }

    /** A time that sets no timer. */
    private static final class Timerless extends DelegatingTime {
        Timerless() {
            super(new VirtualTime());
        }

        @Override
        public Timer schedule(Runnable task, long nanos) {
            throw new OutOfMemoryError("no thread");
        }
    }

    /** A time whose timers are beyond recall. */
    private static final class Uncancellable extends DelegatingTime {
        private final List<Runnable> tasks = new ArrayList<>();

        Uncancellable() {
            super(new VirtualTime());
        }

        @Override
        public Timer schedule(Runnable task, long nanos) {
            tasks.add(task);
            return () -> {};
        }
    }
}
