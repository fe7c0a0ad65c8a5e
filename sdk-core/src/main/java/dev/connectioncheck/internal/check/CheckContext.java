package dev.connectioncheck.internal.check;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.internal.call.CallBudget;
import dev.connectioncheck.internal.call.CallMachine;
import dev.connectioncheck.internal.call.RetryEvents;
import dev.connectioncheck.internal.log.CourseLog;
import dev.connectioncheck.internal.pace.Ending;
import dev.connectioncheck.internal.pace.Expectation;
import dev.connectioncheck.internal.secret.Secrets;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.time.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What stays the same while a check runs.
 *
 * <p>Used by all threads that wait for the check: immutable, and what it refers to guards itself.
 *
 * <p>There is one for each check that waits, so it is small: what all checks of a client share is {@link Asked}.
 *
 * @param number what tells it apart from the other checks of this process, in the log
 * @param target what the user passed, with name and account
 * @param asked who is asked, and with what
 * @param events who hears of the check
 * @param delivery where they are told: on the thread at hand, or in order on the user's executor
 * @param began the moment of the call, of the monotonic clock
 * @param deadline the moment by which there has to be a verdict
 * @param secrets what any call of the check has sent: a later answer may show what an earlier request held
 */
record CheckContext<T extends CheckTarget>(
        long number,
        CheckTarget target,
        Asked<T> asked,
        CheckEvents events,
        Executor delivery,
        long began,
        long deadline,
        Secrets secrets) {

    /** Returns the same check told elsewhere. */
    CheckContext<T> toldOn(Executor other) {
        return new CheckContext<>(number, target, asked, events, other, began, deadline, secrets);
    }

    /** Returns the same check with a deadline that is no later than that moment. */
    CheckContext<T> endingBy(long latest) {
        long nearer = latest - deadline < 0 ? latest : deadline;
        return new CheckContext<>(number, target, asked, events, delivery, began, nearer, secrets);
    }

    /** The target as the vendor's module made it. */
    T plain() {
        return asked.plain(target);
    }

    /** Which client is asked; null for the vendor's unnamed one. */
    @Nullable String account() {
        return asked.account();
    }

    CheckProtocol<T> protocol() {
        return asked.protocol();
    }

    TimeSource time() {
        return asked.time();
    }

    /** Tells whether anybody hears of the check, so that words for nobody need not be made. */
    boolean isHeard() {
        return !events.isSilent();
    }

    void tell(Consumer<CheckEvents> event) {
        if (isHeard()) {
            delivery.execute(() -> event.accept(events));
        }
    }

    /** Tells of the end, in the log too. */
    void finished(CheckOutcome outcome) {
        log().ended(outcome, time().nanoTime() - began);
        events.ended(outcome);
    }

    CourseLog log() {
        return CourseLog.ofCheck(number, target, account(), secrets);
    }

    Duration timeout() {
        return Duration.ofNanos(deadline - began);
    }

    CallMachine<Progress> startCall() {
        return new CallMachine<>(protocol().start(plain()), budget(false, Optional::empty, log()), secrets);
    }

    /** Finds out what is expected of a check; what its token says goes before what is remembered here. */
    void expect(Course course, @Nullable Expectation carried) {
        if (carried == null || asked.paces().isClosed()) {
            asked.paces().expect(plain(), account(), course::expect);
        } else {
            course.expect(carried);
        }
    }

    void learn(@Nullable Ending ending) {
        if (ending != null) {
            asked.paces().learn(plain(), account(), ending);
        }
    }

    /** Makes the call of a poll; a patient one is retried until the deadline. */
    CallMachine<Progress> pollCall(Progress.Running running, Course.Mark mark, boolean patient) {
        return new CallMachine<>(
                protocol().poll(plain(), running),
                budget(patient, () -> Optional.of(token(running, mark)), log().withCheckId(running.checkId())),
                secrets);
    }

    private CallBudget budget(boolean patient, Supplier<Optional<String>> token, CourseLog log) {
        RetryEvents retries = (why, attempt, pause) -> {
            events.heed(why, attempt, pause);
            tell(told -> told.retried(target, why, attempt, pause));
        };
        return new CallBudget(asked.owner(), deadline, patient, token, retries, log, time());
    }

    String token(Progress.Running running, Course.Mark mark) {
        Progress.Running clean = running.withStatus(secrets.cleanWord(running.status()));
        return ResumeToken.of(protocol().vendor(), account(), protocol().reference(plain()), clean, mark)
                .text();
    }
}
