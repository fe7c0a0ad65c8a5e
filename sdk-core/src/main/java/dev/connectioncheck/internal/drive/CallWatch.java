package dev.connectioncheck.internal.drive;

import dev.connectioncheck.time.SystemTime;
import dev.connectioncheck.time.TimeSource;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Looks at the HTTP calls of blocked threads now and then, so that each ends soon after its thread is interrupted, and
 * soon after its time even if OkHttp's own time-out fails.
 *
 * <p>A platform thread that reads from a socket does not wake up when it is interrupted. Handing each call to another
 * thread would solve that at the price of two switches a call and of stack traces that end nowhere; looking at the few
 * threads in flight now and then costs next to nothing. The watch ends by itself when there is nothing to look at.
 *
 * <p>Used by all threads. {@code watching} is true while a look is scheduled or under way; whoever sets it false looks
 * at {@code runs} again afterwards, so that none is left unwatched.
 */
final class CallWatch {
    private static final long INTERVAL = Duration.ofMillis(20).toNanos();
    private static final int IDLE_LOOKS = 100;

    /** The one of the process. */
    static final CallWatch SHARED = new CallWatch(SystemTime.instance(), ConcurrentHashMap.newKeySet());

    private final TimeSource time;
    private final Set<Watched> runs;
    private final AtomicBoolean watching = new AtomicBoolean();

    /** Makes a watch that keeps its runs in a set that all threads may use. */
    CallWatch(TimeSource time, Set<Watched> runs) {
        this.time = time;
        this.runs = runs;
    }

    /** Begins to look at a run; throws, and does not, if no thread can be made for it. */
    void add(Watched run) {
        runs.add(run);
        try {
            watchIfNobodyDoes();
        } catch (Throwable e) {
            runs.remove(run);
            throw e;
        }
    }

    void remove(Watched run) {
        runs.remove(run);
    }

    private void watchIfNobodyDoes() {
        if (!watching.get() && watching.compareAndSet(false, true)) {
            lookLater(0);
        }
    }

    private void lookLater(int idleLooks) {
        try {
            time.schedule(() -> look(idleLooks), INTERVAL);
        } catch (Throwable e) {
            watching.set(false);
            throw e;
        }
    }

    private void look(int idleLooks) {
        int idle = runs.isEmpty() ? idleLooks + 1 : 0;
        try {
            runs.forEach(CallWatch::lookAt);
        } finally {
            if (idle < IDLE_LOOKS) {
                lookLater(idle);
            } else {
                watching.set(false);
                if (!runs.isEmpty()) {
                    watchIfNobodyDoes();
                }
            }
        }
    }

    /** What a look leads to may reach users' code: an event listener that throws must not end the watch. */
    private static void lookAt(Watched run) {
        try {
            run.look();
        } catch (Throwable e) {
            Quietly.logged("looking at a call", e);
        }
    }
}
