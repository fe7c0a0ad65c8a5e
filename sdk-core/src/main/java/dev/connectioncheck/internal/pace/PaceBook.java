package dev.connectioncheck.internal.pace;

import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.PaceMemory;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recalls and remembers how long checks take; trouble with that is logged and disturbs no check. Used by all threads;
 * of two checks that end at one moment, one may be forgotten, which harms nothing.
 */
public final class PaceBook {
    private static final Logger LOG = LoggerFactory.getLogger("dev.connectioncheck");
    private static final PaceBook CLOSED = new PaceBook(new BoundedPaces(0), task -> {});

    private final Paces paces;
    private final Executor executor;

    private PaceBook(Paces paces, Executor executor) {
        this.paces = paces;
        this.executor = executor;
    }

    /** Keeps so many in memory, on the thread at hand; none remembers nothing. */
    public static PaceBook inMemory(int connections) {
        return connections == 0 ? CLOSED : new PaceBook(new BoundedPaces(connections), Runnable::run);
    }

    /** Keeps them where the user says, which may be slow: nobody waits for it. */
    public static PaceBook in(PaceMemory memory, Executor executor) {
        return new PaceBook(new UsersPaces(memory), new FewTasks(executor));
    }

    public boolean isClosed() {
        return this == CLOSED;
    }

    /** Tells what is expected of a check, now or later, if anything is. */
    public void expect(CheckTarget target, @Nullable String account, Consumer<Expectation> told) {
        run("recalled", () -> {
            PaceKey key = PaceKey.of(target, account);
            Expectation expected = Expectation.of(recall(key.connection()), recall(key.kind()));
            if (expected != null) {
                told.accept(expected);
            }
        });
    }

    /** Learns from a check that has ended. */
    public void learn(CheckTarget target, @Nullable String account, Ending ending) {
        run("remembered", () -> {
            PaceKey key = PaceKey.of(target, account);
            RememberedPace known = recall(key.connection());
            RememberedPace kind = recall(key.kind());
            paces.remember(key.kind(), Learning.ofKind(kind == null ? RememberedPace.NONE : kind, known, ending));
            if (key.connection() != null) {
                paces.remember(key.connection(), Learning.ofConnection(known, ending));
            }
        });
    }

    private @Nullable RememberedPace recall(@Nullable String key) {
        return key == null ? null : paces.recall(key);
    }

    private void run(String what, Runnable task) {
        executor.execute(() -> {
            try {
                task.run();
            } catch (Throwable e) { // its class alone: the message may be a user's and hold anything
                LOG.warn(
                        "A check's time could not be {} ({}); the check goes on.",
                        what,
                        e.getClass().getName());
            }
        });
    }
}
