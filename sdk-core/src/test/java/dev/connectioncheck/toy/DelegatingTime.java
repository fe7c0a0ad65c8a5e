package dev.connectioncheck.toy;

import dev.connectioncheck.time.TimeSource;
import java.time.Instant;

/** Another time source, of which a test overrides what it is about. */
public class DelegatingTime implements TimeSource {
    private final TimeSource time;

    public DelegatingTime(TimeSource time) {
        this.time = time;
    }

    @Override
    public long nanoTime() {
        return time.nanoTime();
    }

    @Override
    public Instant now() {
        return time.now();
    }

    @Override
    public void park(Object blocker, long nanos) {
        time.park(blocker, nanos);
    }

    @Override
    public Timer schedule(Runnable task, long nanos) {
        return time.schedule(task, nanos);
    }
}
