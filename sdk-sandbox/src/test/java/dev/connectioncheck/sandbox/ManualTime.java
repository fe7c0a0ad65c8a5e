package dev.connectioncheck.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that moves only when a test says so. */
final class ManualTime implements InstantSource {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public synchronized Instant instant() {
        return now;
    }

    synchronized void moveTo(Instant moment) {
        now = moment;
    }

    synchronized void pass(Duration time) {
        now = now.plus(time);
    }
}
