package dev.connectioncheck.internal.drive;

import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.internal.async.DaemonThreads;
import dev.connectioncheck.internal.wire.Answer;
import dev.connectioncheck.internal.wire.Attempt;
import dev.connectioncheck.time.TimeSource;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Drives a machine without holding a thread, and is the future of its result. Whoever completes or cancels the future
 * ends the run.
 *
 * <p>At any moment at most one thing is pending: a pause or a call. What ends it takes it out of {@link #pending}
 * first, and only who succeeds in that feeds the machine, which is thus used by one thread at a time.
 */
public class AsyncRun<R> extends CompletableFuture<R> implements Stoppable {
    private static final Stoppable ENDED = () -> {};

    @SuppressWarnings("rawtypes")
    private static final AtomicReferenceFieldUpdater<AsyncRun, Stoppable> PENDING =
            AtomicReferenceFieldUpdater.newUpdater(AsyncRun.class, Stoppable.class, "pending");

    private final Machine<R> machine;
    private final TimeSource time;

    @SuppressWarnings("UnusedVariable") // read through PENDING
    private volatile @Nullable Stoppable pending;

    public AsyncRun(Machine<R> machine, TimeSource time) {
        this.machine = machine;
        this.time = time;
    }

    /** Takes the first step on the calling thread; what a vendor module throws there is the caller's. */
    public final void begin() {
        advance(machine.begin(time.nanoTime()));
    }

    final TimeSource time() {
        return time;
    }

    final void answered(Stoppable call, Answer answer) {
        if (take(call)) {
            advance(machine.guarded(() -> machine.answered(answer, time.nanoTime())));
        }
    }

    final void failed(Stoppable call, IOException failure, Attempt attempt) {
        if (take(call)) {
            advance(machine.guarded(() -> machine.failed(failure, attempt, time.nanoTime())));
        }
    }

    /** Comes on the timer's thread, like {@link #woke}. */
    final void overdue(Stoppable call, IOException failure, Attempt attempt) {
        if (take(call)) {
            advanceOffTimer(machine.guarded(() -> machine.failed(failure, attempt, time.nanoTime())));
        }
    }

    /** Comes on the timer's thread, which must not run what users hang on to this future. */
    final void woke(Stoppable pause) {
        if (take(pause)) {
            advanceOffTimer(machine.guarded(() -> machine.woke(time.nanoTime())));
        }
    }

    private void advanceOffTimer(Step<R> step) {
        if (step instanceof Step.Send<R> || step instanceof Step.Wait<R>) {
            advance(step);
        } else {
            offTimer().execute(() -> advance(step));
        }
    }

    private Executor offTimer() {
        return time == TimeSource.system() ? DaemonThreads.EXECUTOR : Runnable::run;
    }

    private void advance(Step<R> step) {
        if (step instanceof Step.Done<R> done) {
            settle(done.value(), null);
        } else if (step instanceof Step.Failed<R> failed) {
            settle(null, failed.error());
        } else if (step instanceof Step.Send<R> send) {
            PendingCall<R> call = new PendingCall<>(this, send);
            if (put(call)) {
                call.enqueue();
            }
        } else if (step instanceof Step.Wait<R> wait) {
            PendingPause<R> pause = new PendingPause<>(this);
            if (put(pause)) {
                pause.schedule(wait.nanos());
            }
        }
    }

    private boolean put(Stoppable next) {
        return PENDING.compareAndSet(this, null, next);
    }

    private boolean take(Stoppable ended) {
        return PENDING.compareAndSet(this, ended, null);
    }

    private void settle(@Nullable R value, @Nullable ConnectionCheckException error) {
        pending = ENDED;
        boolean first = error == null ? super.complete(value) : super.completeExceptionally(error);
        if (first) {
            ended(value, error);
        }
    }

    /** Is called once, when the run has ended. */
    protected void ended(@Nullable R value, @Nullable ConnectionCheckException error) {}

    @Override
    public void stop() {
        cancel(true);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        // Not by the method of the same name above: that says true to the second who cancels, too.
        return endedByUser(super.completeExceptionally(new CancellationException())) || isCancelled();
    }

    @Override
    public boolean complete(R value) {
        return endedByUser(super.complete(value));
    }

    @Override
    public boolean completeExceptionally(Throwable error) {
        return endedByUser(super.completeExceptionally(error));
    }

    // The next three would complete the future behind our back.

    @Override
    public CompletableFuture<R> completeAsync(Supplier<? extends R> supplier, Executor executor) {
        executor.execute(() -> {
            try {
                complete(supplier.get());
            } catch (RuntimeException | Error e) {
                completeExceptionally(e);
            }
        });
        return this;
    }

    @Override
    public void obtrudeValue(R value) {
        complete(value);
        super.obtrudeValue(value);
    }

    @Override
    public void obtrudeException(Throwable error) {
        completeExceptionally(error);
        super.obtrudeException(error);
    }

    private boolean endedByUser(boolean first) {
        if (first) {
            Stoppable under = PENDING.getAndSet(this, ENDED);
            if (under != null) {
                under.stop();
            }
            ended(null, machine.stopped(Machine.Stop.CANCELLED));
        }
        return first;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }
}
