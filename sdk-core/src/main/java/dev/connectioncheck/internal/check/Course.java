package dev.connectioncheck.internal.check;

import dev.connectioncheck.CheckResult;
import dev.connectioncheck.internal.pace.Ending;
import dev.connectioncheck.internal.pace.Expectation;
import dev.connectioncheck.internal.pace.PollPacing;
import dev.connectioncheck.spi.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a check has come: shared by all who wait for it, and guarded by its own lock. The first verdict stays. */
class Course {
    private static final int UNKNOWN = -1;

    private Progress.@Nullable Running running;
    private @Nullable Expectation expected;
    private long accepted;
    private int lastRunningMillis = UNKNOWN;
    private int polls;
    private @Nullable CheckResult result;

    private Course(Progress.@Nullable Running running, long accepted) {
        this.running = running;
        this.accepted = accepted;
    }

    /** Begins the course of a check that has yet to be started. */
    static Course starting() {
        return new Course(null, 0);
    }

    /**
     * Goes on with a check that the vendor accepted so long ago, perhaps in another process; if it is known at what age
     * the vendor was last heard to work on it, with that.
     */
    static Course resumed(Progress.Running running, long now, Duration age, Optional<Duration> lastRunning) {
        Course course = new Resumed(running, now - age.toNanos());
        lastRunning.ifPresent(known -> course.lastRunningMillis = millis(known.toNanos()));
        return course;
    }

    /** Notes what the vendor said last; the first time, that it accepted the check. Returns what it said before. */
    synchronized Progress.@Nullable Running went(Progress.Running next, long now) {
        Progress.Running before = running;
        if (before == null) {
            accepted = now;
        }
        running = next;
        lastRunningMillis = millis(age(now));
        return before;
    }

    /** Notes what is expected of it; once it is known, it paces the polls. */
    synchronized void expect(Expectation expectation) {
        expected = expectation;
    }

    /** Tells whether earlier checks say how long it will take. */
    synchronized boolean isExpected() {
        return expected != null;
    }

    /** Returns the pause before the next poll. */
    synchronized long pause(long now) {
        return PollPacing.pause(age(now), expected);
    }

    /**
     * Tells whether somebody who begins to wait may poll at once; a resumed check of which nothing is known, always.
     */
    synchronized boolean isDue(long now) {
        if (expected == null) {
            return isResumed() || age(now) >= PollPacing.FLOOR;
        }
        long last = lastRunning();
        return lastRunningMillis == UNKNOWN || age(now) >= last + PollPacing.leastPause(last, expected);
    }

    /** Returns between which ages it has ended; null if that can't be told. */
    synchronized @Nullable Ending ending(long now) {
        return running == null || lastRunningMillis == UNKNOWN
                ? null
                : new Ending(lastRunning(), Math.max(lastRunning(), age(now)));
    }

    /** Returns what another process needs in order to go on. */
    synchronized Mark mark(Instant wall, long now) {
        Long known = lastRunningMillis == UNKNOWN ? null : (long) lastRunningMillis;
        return new Mark(wall.minusNanos(age(now)), known, expected);
    }

    synchronized Progress.@Nullable Running running() {
        return running;
    }

    /** How long ago the vendor accepted the check. */
    synchronized long age(long now) {
        return Math.max(0, now - accepted);
    }

    /** Whether the vendor accepted it for this object, so recently that it may not find it at once. */
    boolean isYoungerThan(long nanos, long now) {
        return !isResumed() && age(now) < nanos;
    }

    /** Whether the vendor accepted it for another object, perhaps in another process. */
    boolean isResumed() {
        return false;
    }

    private long lastRunning() {
        return Duration.ofMillis(lastRunningMillis).toNanos();
    }

    /** There is a course for each check that waits, so its ages are small numbers; three weeks is the largest. */
    private static int millis(long nanos) {
        return (int) Math.min(Duration.ofNanos(nanos).toMillis(), Integer.MAX_VALUE);
    }

    synchronized void countPoll() {
        polls++;
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

    /** One that was accepted elsewhere; a kind of its own, and not a field in all the others. */
    private static final class Resumed extends Course {
        Resumed(Progress.Running running, long accepted) {
            super(running, accepted);
        }

        @Override
        boolean isResumed() {
            return true;
        }
    }

    /**
     * How far a check has come.
     *
     * @param accepted when the vendor accepted it, by the wall clock
     * @param lastRunningMillis its age when the vendor was last heard to work on it; null if that is not known
     * @param expected what is expected of it; null if nothing
     */
    record Mark(
            Instant accepted,
            @Nullable Long lastRunningMillis,
            @Nullable Expectation expected) {}
}
