package dev.connectioncheck.internal.drive;

import dev.connectioncheck.time.SystemTime;
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
 * <p>Used by all threads. {@code WATCHING} is true while a look is scheduled or under way; whoever sets it false looks
 * at {@code RUNS} again afterwards, so that none is left unwatched.
 */
final class CallWatch {
    private static final long INTERVAL = Duration.ofMillis(20).toNanos();
    private static final int IDLE_LOOKS = 100;

    private static final Set<Watched> RUNS = ConcurrentHashMap.newKeySet();
    private static final AtomicBoolean WATCHING = new AtomicBoolean();

    private CallWatch() {}

    /** Begins to look at a run; throws, and does not, if no thread can be made for it. */
    static void add(Watched run) {
        RUNS.add(run);
        try {
            watchIfNobodyDoes();
        } catch (Throwable e) {
            RUNS.remove(run);
            throw e;
        }
    }

    static void remove(Watched run) {
        RUNS.remove(run);
    }

    private static void watchIfNobodyDoes() {
        if (!WATCHING.get() && WATCHING.compareAndSet(false, true)) {
            lookLater(0);
        }
    }

    private static void lookLater(int idleLooks) {
        try {
            SystemTime.instance().schedule(() -> look(idleLooks), INTERVAL);
        } catch (Throwable e) {
            WATCHING.set(false);
            throw e;
        }
    }

    private static void look(int idleLooks) {
        int idle = RUNS.isEmpty() ? idleLooks + 1 : 0;
        try {
            RUNS.forEach(CallWatch::lookAt);
        } finally {
            if (idle < IDLE_LOOKS) {
                lookLater(idle);
            } else {
                WATCHING.set(false);
                if (!RUNS.isEmpty()) {
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
