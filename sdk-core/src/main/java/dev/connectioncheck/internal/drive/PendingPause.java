package dev.connectioncheck.internal.drive;

import dev.connectioncheck.time.TimeSource;
import org.jspecify.annotations.Nullable;

/** A pause of an {@link AsyncRun}: its timer. */
final class PendingPause<R> implements Stoppable, Runnable {
    private final AsyncRun<R> run;
    private volatile TimeSource.@Nullable Timer timer;
    private volatile boolean stopped;

    PendingPause(AsyncRun<R> run) {
        this.run = run;
    }

    void schedule(long nanos) {
        timer = run.time().schedule(this, nanos);
        if (stopped) {
            cancelTimer();
        }
    }

    @Override
    public void run() {
        run.woke(this);
    }

    @Override
    public void stop() {
        stopped = true;
        cancelTimer();
    }

    private void cancelTimer() {
        TimeSource.Timer scheduled = timer;
        if (scheduled != null) {
            scheduled.cancel();
        }
    }
}
