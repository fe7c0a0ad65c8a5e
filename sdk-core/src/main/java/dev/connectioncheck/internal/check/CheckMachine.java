package dev.connectioncheck.internal.check;

import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.CheckTimeoutException;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.TargetNotFoundException;
import dev.connectioncheck.internal.call.CallMachine;
import dev.connectioncheck.internal.call.Retries;
import dev.connectioncheck.internal.drive.Machine;
import dev.connectioncheck.internal.drive.Step;
import dev.connectioncheck.internal.wire.Answer;
import dev.connectioncheck.internal.wire.Attempt;
import dev.connectioncheck.internal.wire.Nanos;
import dev.connectioncheck.spi.Progress;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs one check to its verdict: starts it, unless it runs already, then polls it, all before one deadline. */
final class CheckMachine<T extends CheckTarget> implements Machine<CheckResult> {
    /** A vendor may not find a check at once that it has just accepted. */
    private static final long NOT_FOUND_GRACE = Duration.ofSeconds(10).toNanos();

    /** The last poll is made so long before the deadline, or longer if answers took longer so far. */
    private static final long LEAST_RESERVE = Duration.ofMillis(50).toNanos();

    private static final long LARGEST_RESERVE = Duration.ofSeconds(2).toNanos();

    private final CheckContext<T> context;
    private Progress.@Nullable Running running;
    private @Nullable CallMachine<Progress> call;
    private final boolean fresh;
    private boolean lastPollMade;
    private int polls;
    private long accepted;
    private long slowestCall;

    private CheckMachine(CheckContext<T> context, Progress.@Nullable Running running, long accepted, boolean fresh) {
        this.context = context;
        this.running = running;
        this.accepted = accepted;
        this.fresh = fresh;
    }

    /** Makes a machine that starts the check. */
    static <T extends CheckTarget> CheckMachine<T> starting(CheckContext<T> context) {
        return new CheckMachine<>(context, null, context.began(), true);
    }

    /** Makes a machine that goes on with a check that the vendor accepted at the given moment. */
    static <T extends CheckTarget> CheckMachine<T> accepted(
            CheckContext<T> context, Progress.Running running, long accepted) {
        return new CheckMachine<>(context, running, accepted, true);
    }

    /** Makes a machine that goes on with a check that was started long ago or elsewhere. */
    static <T extends CheckTarget> CheckMachine<T> resumed(CheckContext<T> context, Progress.Running running) {
        return new CheckMachine<>(context, running, context.began(), false);
    }

    @Override
    public Step<CheckResult> begin(long now) {
        if (running == null) {
            CallMachine<Progress> start = context.startCall();
            context.listener().started(context.target());
            return run(start, now);
        }
        long early = accepted + Math.max(PollPacing.FLOOR, patience(running)) - now;
        return fresh && early > 0 ? pause(early, now) : poll(running, now);
    }

    private Step<CheckResult> run(CallMachine<Progress> next, long now) {
        call = next;
        return after(next.begin(now), now);
    }

    private Step<CheckResult> poll(Progress.Running last, long now) {
        if (now >= context.deadline()) {
            return new Step.Failed<>(timedOut(null));
        }
        polls++;
        return run(context.pollCall(last), now);
    }

    @Override
    public Step<CheckResult> answered(Answer answer, long now) {
        return after(call().answered(answer, now), now);
    }

    @Override
    public Step<CheckResult> failed(IOException failure, Attempt attempt, long now) {
        return after(call().failed(failure, attempt, now), now);
    }

    @Override
    public Step<CheckResult> woke(long now) {
        if (call != null) {
            return after(call.woke(now), now);
        }
        return poll(Objects.requireNonNull(running), now);
    }

    private CallMachine<Progress> call() {
        return Objects.requireNonNull(call, "no call is under way");
    }

    private Step<CheckResult> after(Step<Progress> step, long now) {
        if (step instanceof Step.Done<Progress> done) {
            return done.value() instanceof Progress.Finished finished
                    ? finish(finished, now)
                    : goOn((Progress.Running) done.value(), now);
        }
        if (step instanceof Step.Failed<Progress> failed) {
            return fail(failed.error(), now);
        }
        return Step.passOn(step);
    }

    private Step<CheckResult> finish(Progress.Finished finished, long now) {
        if (polls > 0) {
            context.listener().polled(context.target(), finished.verdict().name(), polls);
        }
        return new Step.Done<>(Results.of(context, finished, running, polls, now));
    }

    private Step<CheckResult> goOn(Progress.Running next, long now) {
        boolean first = running == null;
        if (first) {
            accepted = now;
        }
        slowestCall = Math.max(slowestCall, now - call().began());
        tell(next, first);
        running = next;
        call = null;
        return pause(patience(next), now);
    }

    private void tell(Progress.Running next, boolean first) {
        if (context.listener().isSilent()) {
            return;
        }
        String status = context.secrets().cleanWord(next.status());
        if (!first) {
            context.listener().polled(context.target(), status, polls);
        }
        if (running == null || !running.status().equals(next.status())) {
            context.listener().changed(context.target(), status);
        }
    }

    private Step<CheckResult> fail(ConnectionCheckException error, long now) {
        if (error instanceof TargetNotFoundException && mayBeTooEarly(now)) {
            call = null;
            return pause(0, now);
        }
        return new Step.Failed<>(error instanceof CheckTimeoutException timeout ? timedOut(timeout) : error);
    }

    private boolean mayBeTooEarly(long now) {
        return running != null && fresh && now - accepted < NOT_FOUND_GRACE;
    }

    /** Waits for the next poll; makes a last one shortly before the deadline, and gives up after that. */
    private Step<CheckResult> pause(long asked, long now) {
        if (lastPollMade) {
            return new Step.Failed<>(timedOut(null));
        }
        long left = context.deadline() - now;
        long untilLast = Math.max(left - reserve(left), 0);
        long pause = Math.max(PollPacing.pause(now - accepted), asked);
        lastPollMade = pause >= untilLast;
        return new Step.Wait<>(Math.min(pause, untilLast));
    }

    /** How long the vendor asks to wait for the next poll, up to a cap. */
    private static long patience(Progress.Running running) {
        return Nanos.of(Retries.capped(running.retryAfter().orElse(Duration.ZERO)));
    }

    private long reserve(long left) {
        long reserve = Math.max(LEAST_RESERVE, Math.min(2 * slowestCall, LARGEST_RESERVE));
        return Math.min(reserve, left / 2);
    }

    private CheckTimeoutException timedOut(@Nullable CheckTimeoutException inCall) {
        return Results.timedOut(context, running, polls, inCall);
    }

    @Override
    public ConnectionCheckException stopped(Stop why) {
        return Results.stopped(context, Optional.ofNullable(running), why);
    }

    @Override
    public ConnectionCheckException broken(Throwable fault) {
        return Results.broken(context, running, fault);
    }
}
