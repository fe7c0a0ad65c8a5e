package dev.connectioncheck.temporal;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Tells the engine, while an activity works, that its worker lives. What is quick tells nothing: the first sign is due
 * after a third of the time in which one is expected. Used by all threads of activities.
 */
final class Heartbeat implements AutoCloseable {
    /** Temporal's client holds signs back for four fifths of the time, which leaves little for a slow machine. */
    static final Duration SOONEST = Duration.ofMillis(300);

    private static final int SIGNS = 3;

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "connection-check-heartbeat");
        thread.setDaemon(true);
        return thread;
    });

    Heartbeat() {
        timer.setRemoveOnCancelPolicy(true);
    }

    <T> T during(ActivityExecutionContext activity, Supplier<T> work) {
        Duration expected = activity.getInfo().getHeartbeatTimeout();
        if (expected.isZero()) {
            return work.get();
        }
        long pause = expected.toMillis() / SIGNS;
        ScheduledFuture<?> signs =
                timer.scheduleWithFixedDelay(() -> sign(activity), pause, pause, TimeUnit.MILLISECONDS);
        try {
            return work.get();
        } finally {
            signs.cancel(false);
        }
    }

    private static void sign(ActivityExecutionContext activity) {
        try {
            activity.heartbeat(null);
        } catch (ActivityCompletionException e) {
            // The engine no longer waits for this attempt; the work goes on to a definite end all the same.
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
