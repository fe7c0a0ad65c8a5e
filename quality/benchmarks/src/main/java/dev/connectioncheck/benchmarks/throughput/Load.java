package dev.connectioncheck.benchmarks.throughput;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Keeps so many checks in flight until all are made. */
final class Load {
    private final IntFunction<CompletableFuture<Boolean>> check;
    private final int checks;
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger passed = new AtomicInteger();
    private final CountDownLatch left;

    private Load(IntFunction<CompletableFuture<Boolean>> check, int checks) {
        this.check = check;
        this.checks = checks;
        this.left = new CountDownLatch(checks);
    }

    /** Returns how many checks a second were made; all of them have to pass. */
    static double perSecond(IntFunction<CompletableFuture<Boolean>> check, int checks, int inFlight)
            throws InterruptedException {
        Load load = new Load(check, checks);
        long began = System.nanoTime();
        for (int started = 0; started < Math.min(inFlight, checks); started++) {
            load.next();
        }
        load.left.await();
        double seconds = (System.nanoTime() - began) / 1e9;
        if (load.passed.get() != checks) {
            throw new IllegalStateException((checks - load.passed.get()) + " checks did not pass");
        }
        return checks / seconds;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the latch tells the end
    private void next() {
        int number = begun.incrementAndGet();
        if (number <= checks) {
            check.apply(number).whenComplete(this::ended);
        }
    }

    private void ended(Boolean result, Throwable error) {
        if (error == null && result) {
            passed.incrementAndGet();
        }
        left.countDown();
        next();
    }
}
