package dev.connectioncheck.benchmarks.server;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** The check jobs that were started: each runs until it was polled so many times. */
final class Jobs {
    private static final int REMEMBERED = 1 << 20;

    private final int pollsOfAJob;
    private final AtomicInteger last = new AtomicInteger();
    private final AtomicIntegerArray polls = new AtomicIntegerArray(REMEMBERED);

    Jobs(int pollsOfAJob) {
        this.pollsOfAJob = pollsOfAJob;
    }

    int start() {
        int job = last.incrementAndGet();
        polls.set(job % REMEMBERED, 0);
        return job;
    }

    boolean isDoneAtPoll(int job) {
        return polls.incrementAndGet(job % REMEMBERED) >= pollsOfAJob;
    }
}
