package dev.connectioncheck.internal.drive;

import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.internal.wire.Answer;
import dev.connectioncheck.internal.wire.Attempt;
import dev.connectioncheck.time.TimeSource;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Drives a machine without holding a thread, and is the future of its result. Whoever completes or cancels the future
 * ends the run; what the machine finds completes it on the executor, where users' code may run.
 *
 * <p>At any moment at most one thing is pending: a pause, a call or a stage. What ends it takes it out of
 * {@link #pending} first, and only who succeeds in that feeds the machine, which is thus used by one thread at a time.
 */
public class AsyncRun<R> extends CompletableFuture<R> implements Stoppable, AsyncEvents {
    private static final Stoppable ENDED = () -> {};

    @SuppressWarnings("rawtypes")
    private static final AtomicReferenceFieldUpdater<AsyncRun, Stoppable> PENDING =
            AtomicReferenceFieldUpdater.newUpdater(AsyncRun.class, Stoppable.class, "pending");

    @SuppressWarnings("rawtypes")
    private static final AtomicIntegerFieldUpdater<AsyncRun> CLAIMED =
            AtomicIntegerFieldUpdater.newUpdater(AsyncRun.class, "claimed");

    private final Machine<R> machine;
    private final TimeSource time;
    private final Executor executor;

    @SuppressWarnings("UnusedVariable") // read through PENDING
    private volatile @Nullable Stoppable pending;

    @SuppressWarnings("UnusedVariable") // read through CLAIMED
    private volatile int claimed;

    public AsyncRun(Machine<R> machine, TimeSource time, Executor executor) {
        this.machine = machine;
        this.time = time;
        this.executor = executor;
    }

    /** Takes the first step on the calling thread; what a vendor module throws there is the caller's. */
    public final void begin() {
        advance(machine.begin(time.nanoTime()));
    }

    @Override
    public final void answered(Stoppable call, Answer answer) {
        if (take(call)) {
            advance(machine.guarded(() -> machine.answered(answer, time.nanoTime())));
        }
    }

    @Override
    public final void failed(Stoppable call, IOException failure, Attempt attempt) {
        if (take(call)) {
            advance(machine.guarded(() -> machine.failed(failure, attempt, time.nanoTime())));
        }
    }

    @Override
    public final void returned(Stoppable stage, Object value) {
        if (take(stage)) {
            advance(machine.guarded(() -> machine.returned(value, time.nanoTime())));
        }
    }

    @Override
    public final void threw(Stoppable stage, Throwable error) {
        if (take(stage)) {
            advance(machine.guarded(() -> machine.threw(error, time.nanoTime())));
        }
    }

    @Override
    public final void woke(Stoppable pause) {
        if (take(pause)) {
            advance(machine.guarded(() -> machine.woke(time.nanoTime())));
        }
    }

    /** Does what the machine wants; if that can't be begun, since no thread can be made, the run ends all the same. */
    private void advance(Step<R> step) {
        try {
            if (step instanceof Step.Done<R> done) {
                settle(done.value(), null);
            } else if (step instanceof Step.Failed<R> failed) {
                settle(null, failed.error());
            } else {
                begin(step);
            }
        } catch (Throwable e) {
            settle(null, machine.broken(e));
        }
    }

    private void begin(Step<R> step) {
        if (step instanceof Step.Send<R> send) {
            PendingCall call = new PendingCall(this, send, time, executor);
            if (put(call)) {
                call.enqueue();
            }
        } else if (step instanceof Step.Invoke<R> invoke) {
            PendingStage stage = new PendingStage(this);
            if (put(stage)) {
                stage.begin(invoke, time);
            }
        } else if (step instanceof Step.Wait<R> wait) {
            PendingPause pause = new PendingPause(this);
            if (put(pause)) {
                pause.schedule(time, wait.nanos());
            }
        }
    }

    /** Tells whether no HTTP answer is awaited, so that a test's own clock may let time pass. */
    public final boolean isPausing() {
        return pending instanceof PendingPause || pending instanceof PendingStage || isDone();
    }

    private boolean put(Stoppable next) {
        return PENDING.compareAndSet(this, null, next);
    }

    private boolean take(Stoppable ended) {
        return PENDING.compareAndSet(this, ended, null);
    }

    private void settle(@Nullable R value, @Nullable ConnectionCheckException error) {
        Stoppable under = PENDING.getAndSet(this, ENDED);
        if (under != null && under != ENDED) {
            Quietly.stop(under);
        }
        settled(value, error);
        Quietly.execute(deliveries(executor), () -> deliver(value, error));
    }

    /** What is told of the end is what the future holds: who claims the end first decides both. */
    private void deliver(@Nullable R value, @Nullable ConnectionCheckException error) {
        if (!claimEnd()) {
            return;
        }
        ended(value, error);
        if (error == null) {
            super.complete(value);
        } else {
            super.completeExceptionally(error);
        }
    }

    private boolean claimEnd() {
        return CLAIMED.compareAndSet(this, 0, 1);
    }

    /**
     * Returns where the end is told and the future completed: an executor that keeps an order, if there is one to keep.
     */
    protected Executor deliveries(Executor users) {
        return users;
    }

    /**
     * Is called when nothing is pending any more, on any thread; perhaps twice, if a user ends the run at that moment.
     */
    protected void settled(@Nullable R value, @Nullable ConnectionCheckException error) {}

    /** Is called before the future completes, on the executor; of a future that its user ended, after that. */
    protected void ended(@Nullable R value, @Nullable ConnectionCheckException error) {}

    @Override
    public void stop() {
        cancel(true);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        // Not by the method of the same name above: that says true to the second who cancels, too.
        return endedByUser(claimEnd() && super.completeExceptionally(new CancellationException())) || isCancelled();
    }

    @Override
    public boolean complete(R value) {
        return endedByUser(claimEnd() && super.complete(value));
    }

    @Override
    public boolean completeExceptionally(Throwable error) {
        return endedByUser(claimEnd() && super.completeExceptionally(error));
    }

    // The next three would complete the future behind our back.

    @Override
    public CompletableFuture<R> completeAsync(Supplier<? extends R> supplier, Executor completer) {
        completer.execute(() -> {
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
                Quietly.stop(under);
            }
            ConnectionCheckException why = machine.stopped(Machine.Stop.CANCELLED);
            settled(null, why);
            Quietly.execute(deliveries(executor), () -> ended(null, why));
        }
        return first;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }
}
