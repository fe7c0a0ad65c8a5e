package dev.connectioncheck.sandbox.contract;

import dev.connectioncheck.CheckListener;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckTarget;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Writes down everything that a check shows to its caller.
 *
 * <p>Used by all threads that call a listener; its lists guard themselves.
 */
final class Overheard implements CheckListener {
    private final Duration patience;
    private final CountDownLatch first = new CountDownLatch(1);
    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final List<CheckOutcome> ends = new CopyOnWriteArrayList<>();

    Overheard(Duration patience) {
        this.patience = patience;
    }

    void add(Object shown) {
        texts.add(shown.toString());
    }

    /** The ends that were told of, once the first was: a future may complete a moment before its listener hears. */
    List<CheckOutcome> ends() throws InterruptedException {
        boolean told = first.await(patience.toNanos(), TimeUnit.NANOSECONDS);
        return told ? List.copyOf(ends) : List.of();
    }

    List<String> leaks() {
        return texts.stream().filter(Canary::isIn).toList();
    }

    @Override
    public void onStart(CheckTarget target) {
        add(target);
    }

    @Override
    public void onPoll(CheckTarget target, String status, int polls) {
        add(status);
    }

    @Override
    public void onStatusChange(CheckTarget target, String status) {
        add(status);
    }

    @Override
    public void onFinish(CheckOutcome outcome) {
        ends.add(outcome);
        add(outcome);
        first.countDown();
    }
}
