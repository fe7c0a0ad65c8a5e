package dev.connectioncheck.benchmarks.server;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** The check jobs that were started: each runs until it was polled three times. */
final class Jobs {
    private static final int POLLS = 3;
    private static final int REMEMBERED = 1 << 20;

    private final AtomicInteger last = new AtomicInteger();
    private final AtomicIntegerArray polls = new AtomicIntegerArray(REMEMBERED);

    int start() {
        int job = last.incrementAndGet();
        polls.set(job % REMEMBERED, 0);
        return job;
    }

    boolean isDoneAtPoll(int job) {
        return polls.incrementAndGet(job % REMEMBERED) >= POLLS;
    }
}
