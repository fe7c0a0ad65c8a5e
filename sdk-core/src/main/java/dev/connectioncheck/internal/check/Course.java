package dev.connectioncheck.internal.check;

import dev.connectioncheck.CheckResult;
import dev.connectioncheck.spi.Progress;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a check has come: shared by all who wait for it, and guarded by its own lock. The first verdict stays. */
final class Course {
    private final boolean resumed;
    private Progress.@Nullable Running running;
    private long accepted;
    private int polls;
    private @Nullable CheckResult result;

    private Course(Progress.@Nullable Running running, long accepted, boolean resumed) {
        this.running = running;
        this.accepted = accepted;
        this.resumed = resumed;
    }

    /** Begins the course of a check that has yet to be started. */
    static Course starting() {
        return new Course(null, 0, false);
    }

    /** Goes on with a check that the vendor accepted so long ago, perhaps in another process. */
    static Course resumed(Progress.Running running, long now, Duration age) {
        return new Course(running, now - age.toNanos(), true);
    }

    /** Notes what the vendor said last; the first time, that it accepted the check. Returns what it said before. */
    synchronized Progress.@Nullable Running went(Progress.Running next, long now) {
        Progress.Running before = running;
        if (before == null) {
            accepted = now;
        }
        running = next;
        return before;
    }

    synchronized Progress.@Nullable Running running() {
        return running;
    }

    /** How long ago the vendor accepted the check. */
    synchronized long age(long now) {
        return Math.max(0, now - accepted);
    }

    /** When the vendor accepted the check, by the wall clock. */
    Instant acceptedAt(Instant wall, long now) {
        return wall.minusNanos(age(now));
    }

    /** Whether the vendor accepted it for this object, so recently that it may not find it at once. */
    boolean isYoungerThan(long nanos, long now) {
        return !resumed && age(now) < nanos;
    }

    boolean isResumed() {
        return resumed;
    }

    synchronized int countPoll() {
        return ++polls;
    }

    synchronized int polls() {
        return polls;
    }

    /** Keeps the first verdict, and returns it. */
    synchronized CheckResult decide(CheckResult verdict) {
        if (result == null) {
            result = verdict;
        }
        return result;
    }

    synchronized @Nullable CheckResult result() {
        return result;
    }
}
