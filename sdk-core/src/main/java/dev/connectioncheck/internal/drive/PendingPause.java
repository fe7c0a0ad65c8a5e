package dev.connectioncheck.internal.drive;

import dev.connectioncheck.time.TimeSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A pause of an {@link AsyncRun}: its timer. Any thread may stop it, even before the timer is known: {@code stopped} is
 * set before the timer is looked at, and looked at after the timer is set.
 */
final class PendingPause implements Stoppable, Runnable, Callable<@Nullable Void> {
    private final AsyncEvents run;
    private volatile TimeSource.@Nullable Timer timer;
    private volatile boolean stopped;

    PendingPause(AsyncEvents run) {
        this.run = run;
    }

    void schedule(TimeSource time, long nanos) {
        timer = time.schedule(this, nanos);
        if (stopped) {
            cancelTimer();
        }
    }

    @Override
    public void run() {
        run.woke(this);
    }

    @Override
    public @Nullable Void call() {
        run();
        return null;
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
