package dev.connectioncheck.temporal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what happens in another process, and fails if it does not. */
final class Awaited {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(50);

    private Awaited() {}

    static void until(String what, BooleanSupplier condition) {
        until(() -> what, condition);
    }

    static void until(Supplier<String> what, BooleanSupplier condition) {
        long begun = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begun > LONGEST.toNanos()) {
                throw new AssertionError("Not within " + LONGEST + ": " + what.get());
            }
            LockSupport.parkNanos(LOOK_EVERY);
        }
    }
}
