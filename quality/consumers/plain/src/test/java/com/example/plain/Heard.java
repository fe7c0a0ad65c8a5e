package com.example.plain;

import dev.connectioncheck.CheckListener;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionCheckException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A listener with a memory per check: each check's events are lines of its own. */
final class Heard implements CheckListener {
    private final List<OneCheck> checks = new CopyOnWriteArrayList<>();
    private final List<String> askedOn = new CopyOnWriteArrayList<>();

    List<OneCheck> checks() {
        return checks;
    }

    /** The names of the threads on which it was asked who hears of a check. */
    List<String> askedOn() {
        return askedOn;
    }

    @Override
    public CheckListener forCheck(CheckTarget target) {
        askedOn.add(Thread.currentThread().getName());
        OneCheck check = new OneCheck(target);
        checks.add(check);
        return check;
    }

    /** What was heard of one check. */
    static final class OneCheck implements CheckListener {
        private final CheckTarget target;
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final List<String> threads = new CopyOnWriteArrayList<>();

        private OneCheck(CheckTarget target) {
            this.target = target;
        }

        CheckTarget target() {
            return target;
        }

        List<String> lines() {
            return lines;
        }

        List<String> threads() {
            return threads;
        }

        private void heard(String line) {
            lines.add(line);
            threads.add(Thread.currentThread().getName());
        }

        @Override
        public void onStart(CheckTarget asked) {
            heard("start");
        }

        @Override
        public void onPoll(CheckTarget asked, String status, int polls) {
            heard("poll " + polls);
        }

        @Override
        public void onStatusChange(CheckTarget asked, String status) {
            heard("status");
        }

        @Override
        public void onRetry(CheckTarget asked, ConnectionCheckException why, int attempt, Duration pause) {
            heard("retry " + attempt + " " + why.getClass().getSimpleName() + (pause.isZero() ? " at once" : " later"));
        }

        @Override
        public void onFinish(CheckOutcome outcome) {
            heard("finish " + outcome.status());
        }
    }
}
