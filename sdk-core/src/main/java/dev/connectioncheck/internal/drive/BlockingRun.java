package dev.connectioncheck.internal.drive;

import dev.connectioncheck.internal.async.DaemonThreads;
import dev.connectioncheck.internal.wire.Answer;
import dev.connectioncheck.internal.wire.Attempt;
import dev.connectioncheck.time.TimeSource;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/**
 * Drives a machine on the thread that makes the run; any thread may stop it at any time. {@code stopped} is set before
 * {@code call} is looked at, and looked at after {@code call} is set, so that no call outlives a stop.
 */
public final class BlockingRun implements Stoppable, Watched {
    /** OkHttp's own time-out may fail, if its thread can't be made; so much later the watch ends the call. */
    private static final long SLACK = Duration.ofMillis(100).toNanos();

    private final TimeSource time;
    private final Executor elsewhere;
    private final Thread thread = Thread.currentThread();
    private volatile @Nullable Call call;
    private volatile @Nullable Attempt attempt;
    private volatile boolean stopped;

    public BlockingRun(TimeSource time) {
        this(time, DaemonThreads.EXECUTOR);
    }

    /** What a cancelled call leads to may reach users' code, which must not run on the timer's thread. */
    BlockingRun(TimeSource time, Executor elsewhere) {
        this.time = time;
        this.elsewhere = elsewhere;
    }

    /** Returns the machine's result, or throws its error; an interrupt leaves the thread's flag set. */
    public <R> R drive(Machine<R> machine) {
        Step<R> step = machine.begin(time.nanoTime());
        while (true) {
            if (step instanceof Step.Done<R> done) {
                return done.value();
            }
            if (step instanceof Step.Failed<R> failed) {
                throw failed.error();
            }
            throwIfStopped(machine);
            step = next(machine, step);
        }
    }

    private <R> Step<R> next(Machine<R> machine, Step<R> step) {
        if (step instanceof Step.Send<R> send) {
            return send(machine, send);
        }
        if (step instanceof Step.Invoke<R> invoke) {
            return invoke(machine, invoke);
        }
        return pause(machine, (Step.Wait<R>) step);
    }

    private <R> Step<R> pause(Machine<R> machine, Step.Wait<R> wait) {
        long end = time.nanoTime() + wait.nanos();
        for (long left = wait.nanos(); left > 0; left = end - time.nanoTime()) {
            throwIfStopped(machine);
            time.park(this, left);
        }
        throwIfStopped(machine);
        return machine.guarded(() -> machine.woke(time.nanoTime()));
    }

    private <R> Step<R> send(Machine<R> machine, Step.Send<R> send) {
        Object outcome = exchange(send);
        long now = time.nanoTime();
        if (outcome instanceof Answer answer) {
            return machine.guarded(() -> machine.answered(answer, now));
        }
        throwIfStopped(machine);
        return machine.guarded(() -> machine.failed((IOException) outcome, send.attempt(), now));
    }

    /** Sends the request and returns the answer, or the exception that came instead. */
    private Object exchange(Step.Send<?> send) {
        Call sending = send.call();
        sending.timeout().timeout(send.nanos(), TimeUnit.NANOSECONDS);
        attempt = send.attempt();
        call = sending;
        if (stopped) {
            sending.cancel();
        }
        try {
            CallWatch.SHARED.add(this);
            return Answer.read(sending, sending.execute(), send.attempt());
        } catch (IOException e) {
            return e;
        } catch (Throwable e) {
            return unexpected(e);
        } finally {
            CallWatch.SHARED.remove(this);
            call = null;
        }
    }

    /**
     * OkHttp is written in Kotlin, which throws InterruptedException without declaring it; interceptors throw at will;
     * and there may be no memory for a thread.
     */
    static IOException unexpected(Throwable e) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return new IOException(
                "An interceptor or the HTTP client threw " + e.getClass().getName(), e);
    }

    private <R> Step<R> invoke(Machine<R> machine, Step.Invoke<R> invoke) {
        CompletableFuture<?> stage;
        try {
            stage = invoke.work().get().toCompletableFuture();
        } catch (Throwable e) {
            return machine.guarded(() -> machine.threw(e, time.nanoTime()));
        }
        CompletableFuture<?> unused = stage.whenComplete((value, error) -> LockSupport.unpark(thread));
        long end = time.nanoTime() + invoke.nanos();
        for (long left = invoke.nanos(); left > 0 && !stage.isDone(); left = end - time.nanoTime()) {
            throwIfStopped(machine, stage);
            time.park(this, left);
        }
        throwIfStopped(machine, stage);
        return machine.guarded(() -> outcomeOf(machine, stage));
    }

    private <R> Step<R> outcomeOf(Machine<R> machine, CompletableFuture<?> stage) {
        long now = time.nanoTime();
        if (!stage.isDone()) {
            stage.cancel(true);
            return machine.threw(new TimeoutException("the stage did not end in time"), now);
        }
        try {
            Object value = stage.join();
            return value == null ? machine.threw(PendingStage.causeOf(null), now) : machine.returned(value, now);
        } catch (RuntimeException e) {
            return machine.threw(PendingStage.causeOf(e), now);
        }
    }

    private void throwIfStopped(Machine<?> machine, CompletableFuture<?> stage) {
        if (thread.isInterrupted() || stopped) {
            stage.cancel(true);
            throwIfStopped(machine);
        }
    }

    private void throwIfStopped(Machine<?> machine) {
        if (thread.isInterrupted()) {
            throw machine.stopped(Machine.Stop.INTERRUPTED);
        }
        if (stopped) {
            throw machine.stopped(Machine.Stop.CANCELLED);
        }
    }

    @Override
    public void stop() {
        stopped = true;
        try {
            abortCall();
        } finally {
            LockSupport.unpark(thread);
        }
    }

    /** A thread that reads from a socket does not notice an interrupt by itself, nor a time-out that failed. */
    @Override
    public void look() {
        Call current = call; // before the attempt, which is set first: it is never that of an earlier call
        if (current != null && (thread.isInterrupted() || isOverdue())) {
            // This call and no other: by the time that it is cancelled, the run may have gone on to the next.
            Quietly.execute(elsewhere, () -> Quietly.stop(current::cancel));
        }
    }

    private boolean isOverdue() {
        Attempt current = attempt;
        return current != null && current.nanosLeft() < -SLACK;
    }

    private void abortCall() {
        Call current = call;
        if (current != null) {
            current.cancel();
        }
    }
}
