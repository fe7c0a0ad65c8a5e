package dev.connectioncheck.sandbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The sandbox's time, and the end of it: whoever waits here is let go when the sandbox closes.
 *
 * <p>Used by all threads of the server; the latch opens once and for good.
 */
final class SandboxTime {
    private static final long STEP_MILLIS = 5;

    private final InstantSource source;
    private final CountDownLatch closed = new CountDownLatch(1);

    SandboxTime(InstantSource source) {
        this.source = source;
    }

    Instant now() {
        return source.instant();
    }

    /** Waits in small steps of real time, because a caller's time source can't wake us when it moves on. */
    void awaitUntil(Instant moment) throws InterruptedException {
        boolean ended = false;
        while (!ended && now().isBefore(moment)) {
            ended = closed.await(STEP_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    void awaitEnd() throws InterruptedException {
        closed.await();
    }

    boolean ended() {
        return closed.getCount() == 0;
    }

    void end() {
        closed.countDown();
    }
}
