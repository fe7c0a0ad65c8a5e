package dev.connectioncheck.internal.bulk;

import dev.connectioncheck.CheckReport;
import dev.connectioncheck.internal.drive.Stoppable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Many checks as one future: of a report, or of nothing if the outcomes are handed out. Cancelling it, or completing it
 * in any way, cancels what is under way. Used by all threads: what it knows of the end is the future's own state, and
 * {@code thrown} is written before that.
 */
final class BulkRun<R> extends CompletableFuture<R> implements Stoppable, BulkTurns.Host {
    private final BulkPlan plan;
    private final Sink sink;
    private final Function<CheckReport, R> result;
    private final BulkTurns turns;
    private volatile @Nullable Throwable thrown;

    /**
     * Makes a run.
     *
     * @param result makes the future's value of what was handed to nobody
     * @param users where listeners are called and outcomes are handed out
     */
    BulkRun(BulkPlan plan, Feed feed, Sink sink, Function<CheckReport, R> result, Executor users) {
        this.plan = plan;
        this.sink = sink;
        this.result = result;
        this.turns = new BulkTurns(plan, feed, sink, users, this);
    }

    BulkRun<R> begin() {
        plan.registry().add(this);
        turns.begin();
        return this;
    }

    /** Waits for the end on the calling thread, where everything happens; an interrupt cancels every check. */
    R await(CallerThread caller) {
        boolean done = caller.runUntil(this::isDone, turns::isPausing);
        if (!done) {
            cancel(true);
        }
        caller.leave();
        if (!done) {
            throw Ends.interrupted(plan.operation(), sink.report());
        }
        try {
            return join();
        } catch (CancellationException | CompletionException e) {
            Throwable users = thrown;
            throw users == null ? Ends.cancelled(plan.operation()) : BulkRun.<RuntimeException>asItWas(users);
        }
    }

    /** What the user's own code threw comes out as it was, whether it is checked or not. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> E asItWas(Throwable thrown) throws E {
        throw (E) thrown;
    }

    @Override
    public boolean isEnded() {
        return isDone();
    }

    @Override
    public void finished(boolean whole) {
        plan.registry().remove(this);
        if (whole) {
            super.complete(result.apply(sink.report()));
        } else {
            super.completeExceptionally(Ends.cancelled(plan.operation()));
        }
        turns.cleanUp();
    }

    @Override
    public void failed(Throwable error) {
        thrown = error;
        completeExceptionally(error);
    }

    /** The checker was closed. */
    @Override
    public void stop() {
        turns.close();
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        return endedByUser(super.cancel(mayInterruptIfRunning));
    }

    @Override
    public boolean complete(R value) {
        return endedByUser(super.complete(value));
    }

    @Override
    public boolean completeExceptionally(Throwable error) {
        return endedByUser(super.completeExceptionally(error));
    }

    private boolean endedByUser(boolean first) {
        plan.registry().remove(this);
        turns.cleanUp();
        return first;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }
}
