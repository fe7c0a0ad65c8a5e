package dev.connectioncheck.internal.wire;

import dev.connectioncheck.http.Pace;
import java.time.Duration;

/**
 * Says when each request of a client may be sent, so that no minute has more of them than its pace allows. Used by all
 * threads; guarded by its own lock.
 */
final class RequestWindow {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final long[] moments;
    private int next;
    private boolean full;

    RequestWindow(Pace pace) {
        this.moments = new long[pace.requestsPerMinute().orElse(0)];
    }

    /** Takes the next place, and returns the moment from which the request may be sent: now, or later. */
    synchronized long take(long now) {
        if (moments.length == 0) {
            return now;
        }
        long free = moments[next] + MINUTE;
        long moment = full && free - now > 0 ? free : now;
        moments[next] = moment;
        next = (next + 1) % moments.length;
        full = full || next == 0;
        return moment;
    }
}
