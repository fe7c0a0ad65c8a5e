package dev.connectioncheck.sandbox;

import java.util.function.IntFunction;

/** What a fault may draw on: the answer that would have been given, and the vendor's own error bodies. */
record Situation(Work work, IntFunction<Answer> errors) {
    /** Does what was asked for, at most once per request: faults that never call this leave it undone. */
    Answer normal() throws InterruptedException {
        return work.run();
    }

    Answer error(int status) {
        return errors.apply(status);
    }

    @FunctionalInterface
    interface Work {
        Answer run() throws InterruptedException;
    }

    @FunctionalInterface
    interface Change {
        Answer apply(Situation situation) throws InterruptedException;
    }
}
