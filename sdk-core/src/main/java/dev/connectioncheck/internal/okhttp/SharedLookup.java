package dev.connectioncheck.internal.okhttp;

import dev.connectioncheck.internal.async.DaemonThreads;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The look-up of one name for all calls that wait for it: on one thread, and on another one after a call gave up
 * waiting for the first. The first answer counts; that there is none only once no thread is left that may bring one.
 *
 * <p>Used by all threads that wait for the name; its own lock guards its state.
 */
final class SharedLookup {
    /** Threads that may hang in the look-up of one name, until the machine's resolver lets go of them. */
    static final int MOST_THREADS = 4;

    private final Callable<List<InetAddress>> lookup;
    private final CompletableFuture<List<InetAddress>> found = new CompletableFuture<>();

    /** Guarded by this object's lock, as the next. */
    private int threads;

    private boolean wanted = true;

    SharedLookup(Callable<List<InetAddress>> lookup) {
        this.lookup = lookup;
    }

    CompletableFuture<List<InetAddress>> found() {
        return found;
    }

    /** Says that a call waits for it: begins to look up, unless a thread does that no call has given up. */
    void begin() {
        if (takesAThread()) {
            try {
                DaemonThreads.thread("connection-check name look-up", this::run).start();
            } catch (Throwable e) {
                ended(null, e);
            }
        }
    }

    private synchronized boolean takesAThread() {
        boolean takes = wanted && threads < MOST_THREADS && !found.isDone();
        if (takes) {
            wanted = false;
            threads++;
        }
        return takes;
    }

    /** Says that a call waits no longer: what runs may hang. */
    synchronized void giveUp() {
        wanted = true;
    }

    private void run() {
        try {
            ended(lookup.call(), null);
        } catch (Throwable e) {
            ended(null, e);
        }
    }

    private void ended(@Nullable List<InetAddress> addresses, @Nullable Throwable error) {
        boolean last = leaves();
        if (addresses != null) {
            found.complete(addresses);
        } else if (last) {
            found.completeExceptionally(error == null ? new NullPointerException("no addresses") : error);
        }
    }

    private synchronized boolean leaves() {
        threads--;
        return threads == 0;
    }
}
