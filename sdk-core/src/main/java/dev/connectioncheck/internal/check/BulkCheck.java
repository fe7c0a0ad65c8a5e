package dev.connectioncheck.internal.check;

import dev.connectioncheck.CheckCancelledException;
import dev.connectioncheck.CheckInterruptedException;
import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckReport;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.ConnectionCheckException.Failure;
import dev.connectioncheck.internal.secret.SafeCause;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Checks many targets, so many at a time at each vendor, and is the future of the report. One that can't be checked has
 * an error in its outcome and disturbs no other. Cancelling it, or completing it in any way, cancels what is under way.
 */
final class BulkCheck extends CompletableFuture<CheckReport> {
    private final CheckEngine engine;
    private final List<CheckTarget> targets;
    private final CheckOptions options;
    private final AtomicReferenceArray<CheckOutcome> outcomes;
    private final AtomicInteger missing;
    private final Map<Integer, Future<?>> underWay = new ConcurrentHashMap<>();
    private final Map<String, Lane> lanes = new HashMap<>();

    BulkCheck(CheckEngine engine, List<CheckTarget> targets, CheckOptions options, int concurrencyPerVendor) {
        this.engine = engine;
        this.targets = targets;
        this.options = options;
        this.outcomes = new AtomicReferenceArray<>(targets.size());
        this.missing = new AtomicInteger(targets.size());
        for (int i = 0; i < targets.size(); i++) {
            lanes.computeIfAbsent(targets.get(i).vendor(), vendor -> new Lane(concurrencyPerVendor))
                    .waiting
                    .add(i);
        }
    }

    void begin() {
        if (targets.isEmpty()) {
            complete(new CheckReport(List.of()));
        }
        lanes.values().forEach(Lane::pump);
    }

    /** Waits for the report on the calling thread; an interrupt cancels every check. */
    CheckReport await() {
        try {
            return get();
        } catch (InterruptedException e) {
            cancel(true);
            Thread.currentThread().interrupt();
            throw new CheckInterruptedException(
                    Failure.of(
                            "all",
                            "checkAll",
                            "checkAll: the waiting thread was interrupted; its checks were cancelled."),
                    null);
        } catch (CancellationException | ExecutionException e) {
            throw new CheckCancelledException(
                    Failure.of("all", "checkAll", "checkAll was cancelled, or its ConnectionChecker was closed."),
                    null);
        }
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
        underWay.values().forEach(check -> check.cancel(true));
        return first;
    }

    private void ended(int index, @Nullable CheckResult result, @Nullable Throwable error) {
        CheckTarget target = targets.get(index);
        outcomes.set(index, result != null ? CheckOutcome.of(result) : CheckOutcome.of(target, explain(target, error)));
        if (missing.decrementAndGet() == 0) {
            CheckOutcome[] all = new CheckOutcome[targets.size()];
            Arrays.setAll(all, outcomes::get);
            complete(new CheckReport(List.of(all)));
        }
    }

    private ConnectionCheckException explain(CheckTarget target, @Nullable Throwable error) {
        if (error instanceof ConnectionCheckException known) {
            return known;
        }
        String what = target.vendor() + " check of " + target;
        if (error instanceof CancellationException || engine.isClosed()) {
            String message = what + " was cancelled, or its ConnectionChecker was closed.";
            return new CheckCancelledException(Failure.of(target.vendor(), "check", message), null);
        }
        Failure failure = Failure.of(
                target.vendor(),
                "check",
                what + " ended without a verdict: "
                        + (error == null ? "no reason" : error.getClass().getName()) + ".");
        return new ConnectionCheckException(failure, error == null ? null : SafeCause.withoutMessages(error));
    }

    /** The targets of one vendor. */
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
                start(index);
                stepOut();
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
                check = engine.checkAsync(targets.get(index), options);
            } catch (RuntimeException e) {
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
            ended(index, result, error);
            pump();
        }
    }
}
