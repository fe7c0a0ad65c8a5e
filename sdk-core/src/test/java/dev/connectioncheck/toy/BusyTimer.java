package dev.connectioncheck.toy;

import dev.connectioncheck.time.TimeSource;

/** Another time source, which lets something happen just before it sets a timer. */
public final class BusyTimer extends DelegatingTime {
    private final Runnable before;

    public BusyTimer(TimeSource time, Runnable before) {
        super(time);
        this.before = before;
    }

    @Override
    public Timer schedule(Runnable task, long nanos) {
        before.run();
        return super.schedule(task, nanos);
    }
}
