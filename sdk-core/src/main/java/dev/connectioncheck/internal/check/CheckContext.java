package dev.connectioncheck.internal.check;

import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.internal.call.CallBudget;
import dev.connectioncheck.internal.call.CallMachine;
import dev.connectioncheck.internal.call.CallOwner;
import dev.connectioncheck.internal.call.RetryEvents;
import dev.connectioncheck.internal.pace.Ending;
import dev.connectioncheck.internal.pace.Expectation;
import dev.connectioncheck.internal.pace.PaceBook;
import dev.connectioncheck.internal.secret.Secrets;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.time.TimeSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What stays the same while a check runs.
 *
 * @param target what the user passed, with name and account
 * @param plain the same as the vendor's module made it
 * @param account which client is asked; null for the vendor's unnamed one
 * @param events who hears of the check
 * @param delivery where they are told: on the thread at hand, or in order on the user's executor
 * @param began the moment of the call, of the monotonic clock
 * @param deadline the moment by which there has to be a verdict
 * @param paces how long checks took
 * @param secrets what any call of the check has sent: a later answer may show what an earlier request held
 */
record CheckContext<T extends CheckTarget>(
        CheckTarget target,
        T plain,
        @Nullable String account,
        CheckProtocol<T> protocol,
        CheckEvents events,
        Executor delivery,
        TimeSource time,
        long began,
        long deadline,
        PaceBook paces,
        Secrets secrets) {

    /** Returns the same check told elsewhere. */
    CheckContext<T> toldOn(Executor other) {
        return new CheckContext<>(
                target, plain, account, protocol, events, other, time, began, deadline, paces, secrets);
    }

    void tell(Consumer<CheckEvents> event) {
        if (!events.isSilent()) {
            delivery.execute(() -> event.accept(events));
        }
    }

    CallMachine<Progress> startCall() {
        return new CallMachine<>(protocol.start(plain), budget(false, Optional::empty), secrets);
    }

    /** Finds out what is expected of a check; what its token says goes before what is remembered here. */
    void expect(Course course, @Nullable Expectation carried) {
        if (carried == null || paces.isClosed()) {
            paces.expect(plain, account, course::expect);
        } else {
            course.expect(carried);
        }
    }

    void learn(@Nullable Ending ending) {
        if (ending != null) {
            paces.learn(plain, account, ending);
        }
    }

    /** Makes the call of a poll; a patient one is retried until the deadline. */
    CallMachine<Progress> pollCall(Progress.Running running, Course.Mark mark, boolean patient) {
        return new CallMachine<>(
                protocol.poll(plain, running), budget(patient, () -> Optional.of(token(running, mark))), secrets);
    }

    private CallBudget budget(boolean patient, Supplier<Optional<String>> token) {
        RetryEvents retries = (why, attempt, pause) -> tell(told -> told.retried(target, why, attempt, pause));
        CallOwner owner = new CallOwner(protocol.vendor(), Results.OPERATION, account);
        return new CallBudget(owner, deadline, patient, token, retries, time);
    }

    String token(Progress.Running running, Course.Mark mark) {
        Progress.Running clean = running.withStatus(secrets.cleanWord(running.status()));
        return ResumeToken.of(protocol.vendor(), account, protocol.reference(plain), clean, mark)
                .text();
    }
}
