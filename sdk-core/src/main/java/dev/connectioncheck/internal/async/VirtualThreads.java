package dev.connectioncheck.internal.async;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.UnaryOperator;

/** Virtual threads, by reflection since the SDK also runs where there are none. */
final class VirtualThreads {
    /** Before it, a virtual thread that waits within {@code synchronized} holds a platform thread (JEP 491). */
    private static final int FIRST_GOOD_JDK = 24;

    private VirtualThreads() {}

    /**
     * Returns an executor with a virtual thread for each task, cleared before it begins; empty where there are none, or
     * no good ones.
     */
    static Optional<ExecutorService> executor(String name, UnaryOperator<Thread> cleared) {
        if (Runtime.version().feature() < FIRST_GOOD_JDK) {
            return Optional.empty();
        }
        try {
            ThreadFactory bare = factory(name);
            ThreadFactory factory = task -> cleared.apply(bare.newThread(task));
            return Optional.of((ExecutorService) Executors.class
                    .getMethod("newThreadPerTaskExecutor", ThreadFactory.class)
                    .invoke(null, factory));
        } catch (ReflectiveOperationException none) {
            return Optional.empty();
        }
    }

    private static ThreadFactory factory(String name) throws ReflectiveOperationException {
        Class<?> type = Class.forName("java.lang.Thread$Builder");
        Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
        type.getMethod("name", String.class).invoke(builder, name);
        type.getMethod("inheritInheritableThreadLocals", boolean.class).invoke(builder, false);
        return (ThreadFactory) type.getMethod("factory").invoke(builder);
    }
}
