package dev.connectioncheck.temporal;

import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.PollOutcome;
import dev.connectioncheck.RateLimitedException;
import dev.connectioncheck.RunningCheck;
import dev.connectioncheck.temporal.StoredVerdict.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Asks vendors, one step of a check at a time, and decides which step comes next. Used by all threads of activities;
 * immutable.
 */
final class Asking {
    private static final Duration LONGEST_POLL = Duration.ofMinutes(1);
    private static final Duration SHORTEST_START = Duration.ofSeconds(1);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(2);
    private static final int MOST_DOUBLINGS = 5;

    private final ConnectionChecker checker;
    private final Connections connections;
    private final Recorder recorder;
    private final InstantSource clock;

    Asking(ConnectionChecker checker, Connections connections, Recorder recorder, InstantSource clock) {
        this.checker = checker;
        this.connections = connections;
        this.recorder = recorder;
        this.clock = clock;
    }

    /** Starts a check. Whatever is known of how that went is returned, never thrown: it is not attempted twice. */
    CheckState start(CheckState asked, String run) {
        CheckState state = asked.startedAt(clock.instant());
        CheckTarget target;
        try {
            target = connections.find(state.ref());
        } catch (IllegalArgumentException unknown) {
            return ended(state, ending(state, run).notFound(unknown));
        } catch (Exception thrown) {
            return putOff(
                    state, pauseAfter(state.refusals()), ending(state, run).notFound(thrown));
        }
        return target.vendor().equals(state.ref().vendor())
                ? start(state, target, run)
                : ended(state, ending(state, run).wrongVendor(target));
    }

    private CheckState start(CheckState state, CheckTarget target, String run) {
        try {
            RunningCheck running = checker.start(target, within(atLeast(SHORTEST_START, left(state))));
            Optional<String> token = running.token();
            // What listeners hear of ends here: the next poll may be on another machine.
            running.cancel();
            return token.map(state::accepted)
                    .orElseGet(() -> ended(state, ending(state, run).decided(running.await())));
        } catch (ConnectionCheckException trouble) {
            return notAccepted(state, run, trouble);
        } catch (IllegalArgumentException | IllegalStateException notAsked) {
            return putOff(
                    state, pauseAfter(state.refusals()), ending(state, run).refused(notAsked));
        }
    }

    private CheckState notAccepted(CheckState state, String run, ConnectionCheckException trouble) {
        if (trouble.token().isPresent()) {
            return state.accepted(trouble.token().get());
        }
        Duration pause = pauseAfter(trouble, state.refusals());
        if (!trouble.wasNotProcessed()) {
            StoredVerdict unknown = ending(state, run).of(Outcome.START_UNKNOWN, trouble, null);
            return state.options().lostStart() == LostStart.START_AGAIN
                    ? putOff(state, pause, unknown)
                    : ended(state, unknown);
        }
        StoredVerdict error = ending(state, run).of(Outcome.ERROR, trouble, null);
        return trouble.retryable() ? putOff(state, pause, error) : ended(state, error);
    }

    /** The start may be tried again, unless the time is up by then. */
    private CheckState putOff(CheckState state, Duration pause, StoredVerdict otherwise) {
        return left(state).compareTo(pause) > 0
                ? state.putOff(pause, otherwise.message().orElse(""))
                : ended(state, otherwise);
    }

    /** Asks once how the check is getting on, and throws what has the engine ask again. */
    CheckState poll(CheckState state, String run, int polls) {
        boolean isLast = isOver(state);
        try {
            PollOutcome outcome = polled(state.token());
            return outcome instanceof PollOutcome.Decided decided
                    ? ended(state, ending(state, run, polls).decided(decided.result()))
                    : pending(state, run, polls, (PollOutcome.Pending) outcome, isLast);
        } catch (ConnectionCheckException trouble) {
            if (trouble.retryable() && !isLast) {
                throw Trouble.passing(trouble, pauseAfter(trouble, 0));
            }
            Outcome end = isLast ? Outcome.TIMED_OUT : Outcome.ERROR;
            return ended(state, ending(state, run, polls).of(end, trouble, state.token()));
        } catch (IllegalArgumentException noClient) {
            if (isLast) {
                return ended(state, ending(state, run, polls).refused(noClient));
            }
            throw noClient; // another worker may have one
        }
    }

    private PollOutcome polled(String token) {
        RunningCheck running = checker.resume(token, within(LONGEST_POLL));
        try {
            return running.poll();
        } finally {
            running.cancel();
        }
    }

    private CheckState pending(CheckState state, String run, int polls, PollOutcome.Pending pending, boolean isLast) {
        if (isLast) {
            return ended(state, ending(state, run, polls).timedOut(pending));
        }
        Duration left = left(state);
        throw Trouble.pending(pending.status(), left.compareTo(pending.pause()) < 0 ? left : pending.pause());
    }

    /** Records what could not be recorded, or that nobody knows whether the vendor has begun. */
    CheckState record(CheckState state, String run) {
        Optional<StoredVerdict> verdict = state.verdict();
        if (verdict.isEmpty() && state.options().lostStart() == LostStart.START_AGAIN && !isOver(state)) {
            return state.startAgain();
        }
        StoredVerdict known = verdict.orElseGet(() -> ending(state, run).lost());
        recorder.record(known);
        return state.done(known);
    }

    /** What is known is never lost for a table that can't be written: then the engine keeps it, and has it recorded. */
    private CheckState ended(CheckState state, StoredVerdict verdict) {
        try {
            recorder.record(verdict);
            return state.done(verdict);
        } catch (Exception thrown) {
            return state.unrecorded(verdict);
        }
    }

    private Ending ending(CheckState state, String run) {
        return ending(state, run, 0);
    }

    private Ending ending(CheckState state, String run, int polls) {
        return Ending.of(state, run, clock.instant(), polls);
    }

    private Duration left(CheckState state) {
        Instant now = clock.instant();
        return state.left(now);
    }

    private boolean isOver(CheckState state) {
        Duration left = left(state);
        return left.isZero() || left.isNegative();
    }

    private static CheckOptions within(Duration time) {
        return CheckOptions.builder().timeout(time).build();
    }

    private static Duration pauseAfter(ConnectionCheckException trouble, int refusals) {
        Duration own = pauseAfter(refusals);
        return trouble instanceof RateLimitedException limited
                ? atLeast(own, limited.retryAfter().orElse(own))
                : own;
    }

    private static Duration pauseAfter(int refusals) {
        return AFTER_TROUBLE.multipliedBy(1L << Math.min(refusals, MOST_DOUBLINGS));
    }

    private static Duration atLeast(Duration least, Duration time) {
        return time.compareTo(least) < 0 ? least : time;
    }
}
