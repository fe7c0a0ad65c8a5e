package dev.connectioncheck.internal.drive;

import dev.connectioncheck.time.TimeSource;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Aborts the HTTP call of a blocked thread soon after the thread is interrupted.
 *
 * <p>A platform thread that reads from a socket does not wake up when it is interrupted. Handing each call to another
 * thread would solve that at the price of two switches a call and of stack traces that end nowhere; looking at the few
 * threads in flight now and then costs next to nothing. The watch ends by itself when there is nothing to look at.
 */
final class InterruptWatch {
    private static final long INTERVAL = Duration.ofMillis(20).toNanos();
    private static final int IDLE_LOOKS = 100;

    private static final Set<BlockingRun> RUNS = ConcurrentHashMap.newKeySet();
    private static final AtomicBoolean WATCHING = new AtomicBoolean();

    private InterruptWatch() {}

    static void add(BlockingRun run) {
        RUNS.add(run);
        if (!WATCHING.get() && WATCHING.compareAndSet(false, true)) {
            look(0);
        }
    }

    static void remove(BlockingRun run) {
        RUNS.remove(run);
    }

    private static void look(int idleLooks) {
        RUNS.forEach(BlockingRun::abortCallIfInterrupted);
        int idle = RUNS.isEmpty() ? idleLooks + 1 : 0;
        if (idle < IDLE_LOOKS) {
            TimeSource.system().schedule(() -> look(idle), INTERVAL);
            return;
        }
        WATCHING.set(false);
        if (!RUNS.isEmpty() && WATCHING.compareAndSet(false, true)) {
            look(0);
        }
    }
}
