package dev.connectioncheck.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * Lets Ctrl-C end the checks and not the report: the JVM stays until what is finished is written. It ends with the
 * signal's own exit code then, 130 for Ctrl-C and 143 for a request to terminate.
 */
final class Interruption {
    private static final long PATIENCE_SECONDS = 10;

    private final Thread worker = Thread.currentThread();
    private final CountDownLatch reported = new CountDownLatch(1);

    private Interruption() {}

    /** Does some work on this thread, which is interrupted if a signal comes meanwhile. */
    static int during(IntSupplier work) {
        Interruption interruption = new Interruption();
        Thread hook = new Thread(interruption::interrupt, "connection-check-interruption");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.getAsInt();
        } finally {
            interruption.reported.countDown();
            remove(hook);
        }
    }

    private void interrupt() {
        worker.interrupt();
        try {
            boolean unused = reported.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Thread hook) {
        try {
            boolean unused = Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending already.
        }
    }
}
