package dev.connectioncheck.internal.check;

import dev.connectioncheck.CheckCancelledException;
import dev.connectioncheck.CheckInterruptedException;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckReport;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.ConnectionCheckException.Failure;
import dev.connectioncheck.internal.drive.Registry;
import dev.connectioncheck.internal.drive.Stoppable;
import dev.connectioncheck.internal.secret.SafeCause;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Checks many targets, so many at a time at each account, and is the future of the report. One that can't be checked
 * has an error in its outcome and disturbs no other. Cancelling it, or completing it in any way, cancels what is under
 * way.
 *
 * <p>Used by all threads that complete checks. A lane is guarded by its lock; a check is put under way before the look
 * at the end, and what is under way looked at after the end.
 */
final class BulkCheck extends CompletableFuture<CheckReport> implements Stoppable {
    private static final String OPERATION = "checkAll";
    private static final String NOT_BEGUN = "The run ended before its turn came.";

    private final Starter starter;
    private final List<Item> items;
    private final Registry registry;
    private final AtomicReferenceArray<CheckOutcome> outcomes;
    private final AtomicInteger missing;
    private final Map<Integer, Future<?>> underWay = new ConcurrentHashMap<>();
    private final Map<String, Lane> lanes = new HashMap<>();

    BulkCheck(Starter starter, List<Item> items, Registry registry, int concurrency) {
        this.starter = starter;
        this.items = items;
        this.registry = registry;
        this.outcomes = new AtomicReferenceArray<>(items.size());
        this.missing = new AtomicInteger(items.size());
        for (int i = 0; i < items.size(); i++) {
            CheckTarget target = items.get(i).target();
            String account = target.vendor() + " " + target.account().orElse("");
            lanes.computeIfAbsent(account, name -> new Lane(concurrency))
                    .waiting
                    .add(i);
        }
    }

    void begin() {
        registry.add(this);
        if (items.isEmpty()) {
            complete(CheckReport.of(List.of()));
        }
        lanes.values().forEach(Lane::pump);
    }

    /** Waits for the report on the calling thread, where everything happens; an interrupt cancels every check. */
    CheckReport await(CallerThread caller) {
        boolean done = caller.runUntil(this::isDone);
        if (!done) {
            cancel(true);
        }
        caller.runAll();
        if (!done) {
            String message = "checkAll: the waiting thread was interrupted; its checks were cancelled.";
            throw new CheckInterruptedException(Failure.of("all", OPERATION, message), null, reportSoFar());
        }
        try {
            return join();
        } catch (CancellationException | CompletionException e) {
            throw new CheckCancelledException(
                    Failure.of("all", OPERATION, "checkAll was cancelled, or its ConnectionChecker was closed."), null);
        }
    }

    /** Ends what is under way; what has not begun finds the checker closed. */
    @Override
    public void stop() {
        underWay.values().forEach(check -> check.cancel(true));
        lanes.values().forEach(Lane::pump);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        return stoppingAll(super.cancel(mayInterruptIfRunning));
    }

    @Override
    public boolean complete(CheckReport report) {
        return stoppingAll(super.complete(report));
    }

    @Override
    public boolean completeExceptionally(Throwable error) {
        return stoppingAll(super.completeExceptionally(error));
    }

    private boolean stoppingAll(boolean first) {
        registry.remove(this);
        underWay.values().forEach(check -> check.cancel(true));
        return first;
    }

    private void ended(int index, CheckOutcome outcome) {
        outcomes.set(index, outcome);
        if (missing.decrementAndGet() == 0) {
            complete(reportSoFar());
        }
    }

    private CheckReport reportSoFar() {
        CheckOutcome[] all = new CheckOutcome[items.size()];
        Arrays.setAll(all, index -> {
            CheckOutcome outcome = outcomes.get(index);
            return outcome != null
                    ? outcome
                    : CheckOutcome.skipped(items.get(index).target(), NOT_BEGUN);
        });
        return CheckReport.of(List.of(all));
    }

    private CheckOutcome outcomeOf(int index, @Nullable CheckResult result, @Nullable Throwable error) {
        CheckTarget target = items.get(index).target();
        return result != null ? CheckOutcome.of(result) : CheckOutcome.of(target, explain(target, error));
    }

    private ConnectionCheckException explain(CheckTarget target, @Nullable Throwable error) {
        if (error instanceof ConnectionCheckException known) {
            return known;
        }
        String what = "The check of " + target;
        if (error instanceof CancellationException || registry.isClosed()) {
            String message = what + " was cancelled, or its ConnectionChecker was closed.";
            return new CheckCancelledException(Failure.of(target.vendor(), Results.OPERATION, message), null);
        }
        String reason = error == null ? "no reason" : error.getClass().getName();
        Failure failure =
                Failure.of(target.vendor(), Results.OPERATION, what + " ended without a verdict: " + reason + ".");
        return new ConnectionCheckException(failure, error == null ? null : SafeCause.withoutMessages(error));
    }

    /** Begins the check of one item. */
    @FunctionalInterface
    interface Starter {
        CompletableFuture<CheckResult> start(Item item);
    }

    /** A target, and who hears of its check. */
    record Item(CheckTarget target, CheckEvents events) {}

    /** The targets of one account. */
    private final class Lane {
        final Queue<Integer> waiting = new ArrayDeque<>();
        private int free;
        private boolean pumping;

        Lane(int concurrency) {
            this.free = concurrency;
        }

        /** Starts what may be started. A check that ends at once comes back here: then the loop below goes on. */
        void pump() {
            for (Integer index = next(); index != null; index = next()) {
                try {
                    start(index);
                } finally {
                    stepOut();
                }
            }
        }

        private synchronized @Nullable Integer next() {
            if (pumping || free == 0 || waiting.isEmpty() || isDone()) {
                return null;
            }
            pumping = true;
            free--;
            return waiting.remove();
        }

        private synchronized void stepOut() {
            pumping = false;
        }

        private void start(int index) {
            CompletableFuture<CheckResult> check;
            try {
                check = starter.start(items.get(index));
            } catch (Throwable e) { // one that is an Error must not leave the others waiting
                finish(index, null, e);
                return;
            }
            underWay.put(index, check);
            if (isDone()) {
                check.cancel(true);
            }
            CompletableFuture<?> unused = check.whenComplete((result, error) -> {
                underWay.remove(index);
                finish(index, result, error);
            });
        }

        private void finish(int index, @Nullable CheckResult result, @Nullable Throwable error) {
            synchronized (this) {
                free++;
            }
            ended(index, outcomeOf(index, result, error));
            pump();
        }
    }
}
