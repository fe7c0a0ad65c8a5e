package dev.connectioncheck.internal.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.connectioncheck.CheckCancelledException;
import dev.connectioncheck.CheckInterruptedException;
import dev.connectioncheck.internal.wire.Attempt;
import dev.connectioncheck.internal.wire.AttemptBounds;
import dev.connectioncheck.sandbox.VirtualTime;
import dev.connectioncheck.time.TimeSource;
import dev.connectioncheck.toy.DelegatingTime;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A run that is stopped, or whose thread is interrupted, at an inconvenient moment. */
@Timeout(60)
class BlockingRunTest {
    private static final Request REQUEST =
            new Request.Builder().url("https://vendor.test/").build();

    private final AtomicBoolean cancelled = new AtomicBoolean();

    @Test
    void aCallIsAbortedWhenItsThreadIsInterrupted() {
        BlockingRun run = onThisThread();
        ToldMachine machine = sending(call(chain -> {
            Thread.currentThread().interrupt();
            run.look();
            return endOf(chain);
        }));

        assertThatExceptionOfType(CheckInterruptedException.class).isThrownBy(() -> run.drive(machine));

        assertThat(cancelled).isTrue();
    }

    @Test
    void aCallIsLeftAloneWhileItsThreadIsNotInterrupted() {
        BlockingRun run = onThisThread();
        ToldMachine machine = sending(call(chain -> {
            run.look();
            return endOf(chain);
        }));

        assertThat(run.drive(machine)).isEqualTo("failed");

        assertThat(cancelled).isFalse();
    }

    @Test
    void aCallThatIsTooLateIsAbortedATenthOfASecondAfterItsTime() {
        VirtualTime time = new VirtualTime();
        Duration limit = Duration.ofSeconds(5);
        BlockingRun run = new BlockingRun(time, Runnable::run);
        List<Boolean> aborted = new ArrayList<>();
        Call call = call(chain -> {
            time.advance(limit.plusMillis(100));
            run.look();
            aborted.add(chain.call().isCanceled());
            time.advance(Duration.ofNanos(1));
            run.look();
            aborted.add(chain.call().isCanceled());
            return endOf(chain);
        });
        Attempt attempt = new Attempt(new AttemptBounds(time, 0, limit.toNanos(), limit.toNanos(), false), null);

        run.drive(new ToldMachine(() -> new Step.Send<>(call, attempt, limit.toNanos())));

        assertThat(aborted).containsExactly(false, true);
    }

    @Test
    void whatAnInterceptorThrowsFailsItsCall() {
        IllegalStateException fault = new IllegalStateException("an interceptor of the user's");
        ToldMachine machine = sending(call(chain -> {
            throw fault;
        }));

        assertThat(onThisThread().drive(machine)).isEqualTo("failed");

        assertThat(machine.failure()).hasCause(fault);
    }

    @Test
    void aStageThatCanNotBeBegunIsToldToTheMachine() {
        ToldMachine machine = invoking(() -> {
            throw new IllegalStateException("a stage of the user's");
        });

        assertThat(onThisThread().drive(machine)).isEqualTo("threw IllegalStateException");
    }

    @Test
    void aStageThatEndsWithoutAValueIsToldAsOneThatThrew() {
        ToldMachine machine = invoking(() -> CompletableFuture.completedFuture(null));

        assertThat(onThisThread().drive(machine)).isEqualTo("threw NullPointerException");
    }

    @Test
    void aThreadThatWakesUpForNoReasonGoesOnWaitingForItsStage() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        AtomicInteger pauses = new AtomicInteger();
        TimeSource time = new DelegatingTime(new VirtualTime()) {
            @Override
            public void park(Object blocker, long nanos) {
                if (pauses.incrementAndGet() == 2) {
                    stage.complete("done");
                }
            }
        };

        assertThat(new BlockingRun(time).drive(invoking(() -> stage))).isEqualTo("returned done");
    }

    @Test
    void aRunThatIsStoppedAsItsStageRunsOutOfTimeCancelsItAndGoesNoFurther() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        StoppingPause time = new StoppingPause();
        BlockingRun waiting = new BlockingRun(time);
        time.run = waiting;
        ToldMachine machine = invoking(() -> stage);

        assertThatExceptionOfType(CheckCancelledException.class).isThrownBy(() -> waiting.drive(machine));

        assertThat(stage).isCancelled();
        assertThat(machine.told).isEmpty();
    }

    @Test
    void aRunThatIsStoppedJustBeforeItSendsCancelsTheCall() {
        BlockingRun run = onThisThread();
        Call call = stoppingBeforeItIsSent(call(this::endOf), run);

        assertThatExceptionOfType(CheckCancelledException.class).isThrownBy(() -> run.drive(sending(call)));

        assertThat(call.isCanceled()).isTrue();
    }

    @Test
    void anInterruptThatAnInterceptorThrowsEndsTheRunAndKeepsTheFlag() {
        BlockingRun run = onThisThread();
        ToldMachine machine = sending(call(chain -> {
            throw BlockingRunTest.<RuntimeException>undeclared(new InterruptedException());
        }));

        assertThatExceptionOfType(CheckInterruptedException.class).isThrownBy(() -> run.drive(machine));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(machine.told).isEmpty();
    }

    @Test
    void aRunThatIsStoppedAsItsPauseEndsGoesNoFurther() {
        StoppingPause time = new StoppingPause();
        BlockingRun paused = new BlockingRun(time);
        time.run = paused;
        ToldMachine machine = ToldMachine.waiting();

        assertThatExceptionOfType(CheckCancelledException.class).isThrownBy(() -> paused.drive(machine));

        assertThat(machine.told).isEmpty();
    }

    @Test
    void aLookThatActsTooLateForItsCallLeavesTheNextAlone() {
        List<Runnable> late = new ArrayList<>();
        BlockingRun looked = new BlockingRun(new VirtualTime(), late::add);
        looked.drive(sending(call(chain -> {
            Thread.currentThread().interrupt();
            looked.look();
            assertThat(Thread.interrupted()).isTrue();
            throw new IOException("the end");
        })));

        looked.drive(sending(call(chain -> {
            late.forEach(Runnable::run);
            return endOf(chain);
        })));

        assertThat(late).isNotEmpty();
        assertThat(cancelled).isFalse();
    }

    private static BlockingRun onThisThread() {
        return new BlockingRun(new VirtualTime(), Runnable::run);
    }

    private Response endOf(Interceptor.Chain chain) throws IOException {
        cancelled.set(chain.call().isCanceled());
        throw new IOException("the end");
    }

    private static Call call(Interceptor vendor) {
        return new OkHttpClient.Builder().addInterceptor(vendor).build().newCall(REQUEST);
    }

    private static ToldMachine sending(Call call) {
        Supplier<Step<String>> send = () ->
                new Step.Send<>(call, new Attempt(), Duration.ofSeconds(50).toNanos());
        return new ToldMachine(send);
    }

    private static ToldMachine invoking(Supplier<CompletionStage<?>> work) {
        return new ToldMachine(
                () -> new Step.Invoke<>(work, Duration.ofSeconds(50).toNanos()));
    }

    /** The run asks the call for its time-out just before it sends it. */
    private static Call stoppingBeforeItIsSent(Call call, BlockingRun run) {
        return (Call) Proxy.newProxyInstance(
                Call.class.getClassLoader(), new Class<?>[] {Call.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("timeout")) {
                        run.stop();
                    }
                    try {
                        return method.invoke(call, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> RuntimeException undeclared(Throwable error) throws E {
        throw (E) error;
    }

    /** A time in which the run is stopped during its pause, which ends then. */
    private static final class StoppingPause extends DelegatingTime {
        private @Nullable BlockingRun run;

        StoppingPause() {
            super(new VirtualTime());
        }

        @Override
        public void park(Object blocker, long nanos) {
            Objects.requireNonNull(run).stop();
            super.park(blocker, nanos);
        }
    }
}
