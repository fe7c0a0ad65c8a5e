package dev.connectioncheck.internal.check;

import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTimeoutException;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.TargetNotFoundException;
import dev.connectioncheck.internal.call.CallMachine;
import dev.connectioncheck.internal.drive.Machine;
import dev.connectioncheck.internal.drive.Step;
import dev.connectioncheck.internal.log.CourseLog;
import dev.connectioncheck.internal.wire.Answer;
import dev.connectioncheck.internal.wire.Attempt;
import dev.connectioncheck.spi.Progress;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls that tell of a check's progress, and notes in its course what they told.
 *
 * <p>Used by one thread at a time, which its driver sees to; only the course is shared.
 */
abstract class ProgressMachine<R> implements Machine<R> {
    /** A vendor may not find a check at once that it has just accepted. */
    private static final long NOT_FOUND_GRACE = Duration.ofSeconds(10).toNanos();

    private final CheckContext<?> context;
    private final Course course;
    private @Nullable CallMachine<Progress> call;

    ProgressMachine(CheckContext<?> context, Course course) {
        this.context = context;
        this.course = course;
    }

    final CheckContext<?> context() {
        return context;
    }

    final Course course() {
        return course;
    }

    /** The verdict is there. */
    abstract Step<R> decided(CheckResult result);

    /**
     * The vendor works on the check, and the last call took so long; or it does not know a check yet that it has just
     * accepted, which took no time.
     */
    abstract Step<R> running(Progress.Running next, long took, long now);

    final Step<R> start(long now) {
        call = context.startCall();
        context.log().began(context.timeout());
        // Makes the request, which a vendor module's body may keep from being written: then nobody has heard of a
        // check.
        Step<Progress> first = call.begin(now);
        context.tell(events -> events.started(context.target()));
        return after(first, now);
    }

    /** Asks the vendor, unless somebody else who waits for the check has its verdict by now. */
    final Step<R> poll(boolean patient, long now) {
        CheckResult known = course.result();
        if (known != null) {
            return decided(known);
        }
        if (now >= context.deadline()) {
            return new Step.Failed<>(timedOut());
        }
        course.countPoll();
        Progress.Running last = Objects.requireNonNull(course.running());
        return run(context.pollCall(last, mark(now), patient), now);
    }

    private Step<R> run(CallMachine<Progress> next, long now) {
        call = next;
        return after(next.begin(now), now);
    }

    @Override
    public final Step<R> answered(Answer answer, long now) {
        return after(call().answered(answer, now), now);
    }

    @Override
    public final Step<R> failed(IOException failure, Attempt attempt, long now) {
        return after(call().failed(failure, attempt, now), now);
    }

    @Override
    public final Step<R> returned(Object value, long now) {
        return after(call().returned(value, now), now);
    }

    @Override
    public final Step<R> threw(Throwable error, long now) {
        return after(call().threw(error, now), now);
    }

    /** Goes on with the call that waited; null if none did. */
    final @Nullable Step<R> wokeCall(long now) {
        return call == null ? null : after(call.woke(now), now);
    }

    private CallMachine<Progress> call() {
        return Objects.requireNonNull(call, "no call is under way");
    }

    private Step<R> after(Step<Progress> step, long now) {
        if (step instanceof Step.Done<Progress> done) {
            CallMachine<Progress> ended = call();
            call = null;
            return done.value() instanceof Progress.Finished finished
                    ? finish(finished, ended, now)
                    : goOn((Progress.Running) done.value(), ended, now);
        }
        if (step instanceof Step.Failed<Progress> failed) {
            boolean mayRun = call().mayHaveArrived();
            call = null;
            return fail(failed.error(), mayRun, now);
        }
        return Step.passOn(step);
    }

    private Step<R> finish(Progress.Finished finished, CallMachine<?> ended, long now) {
        int polls = course.polls();
        if (course.result() == null) {
            context.learn(course.ending(now));
        }
        if (polls > 0) {
            context.tell(
                    events -> events.polled(context.target(), finished.verdict().name(), polls));
        }
        return decided(course.decide(Results.of(context, finished, course, ended.lastAnswer(), now)));
    }

    private Step<R> goOn(Progress.Running told, CallMachine<?> ended, long now) {
        Progress.Running next = told.retryAfter().isEmpty() ? told.withRetryAfter(askedBy(ended)) : told;
        Progress.Running before = course.went(next, now);
        if (before == null) {
            context.expect(course, null);
        }
        tell(next, before);
        return running(next, now - ended.began(), now);
    }

    /** The header {@code Retry-After} of an answer counts where its body says nothing. */
    private Optional<Duration> askedBy(CallMachine<?> ended) {
        Answer answer = ended.lastAnswer();
        return answer == null
                ? Optional.empty()
                : answer.retryAfter(context.time().now());
    }

    private void tell(Progress.Running next, Progress.@Nullable Running before) {
        boolean changed = before == null || !before.status().equals(next.status());
        if (changed) {
            log(next).moved(next.status(), course.polls());
        }
        if (context.isHeard()) {
            tellOf(context.secrets().cleanWord(next.status()), before != null, changed);
        }
    }

    private void tellOf(String status, boolean polled, boolean changed) {
        int polls = course.polls();
        if (polled) {
            context.tell(events -> events.polled(context.target(), status, polls));
        }
        if (changed) {
            context.tell(events -> events.changed(context.target(), status));
        }
    }

    private Step<R> fail(ConnectionCheckException error, boolean mayRun, long now) {
        Progress.Running accepted = course.running();
        if (error instanceof TargetNotFoundException
                && accepted != null
                && course.isYoungerThan(NOT_FOUND_GRACE, now)) {
            // What the vendor asked for with its last answer was waited for already.
            return running(accepted.withRetryAfter(Optional.empty()), 0, now);
        }
        return new Step.Failed<>(
                error instanceof CheckTimeoutException late ? Results.timedOut(context, course, late, mayRun) : error);
    }

    /** Says when the next poll is due. */
    final void logPause(long nanos, String why) {
        log(Objects.requireNonNull(course.running())).pausing(course.polls(), nanos, why);
    }

    private CourseLog log(Progress.Running running) {
        return context.log().withCheckId(running.checkId());
    }

    /** The deadline came between two polls. */
    final CheckTimeoutException timedOut() {
        return Results.timedOut(context, course, null, true);
    }

    final Course.Mark mark(long now) {
        return course.mark(context.time().now(), now);
    }

    @Override
    public final ConnectionCheckException stopped(Stop why) {
        return Results.stopped(context, course, why);
    }

    @Override
    public final ConnectionCheckException broken(Throwable fault) {
        return Results.broken(context, course, fault);
    }
}
