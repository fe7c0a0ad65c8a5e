package dev.connectioncheck.internal.check;

import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.internal.call.CallBudget;
import dev.connectioncheck.internal.call.CallMachine;
import dev.connectioncheck.internal.call.CallPlan;
import dev.connectioncheck.internal.secret.Secrets;
import dev.connectioncheck.internal.wire.Nanos;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.time.TimeSource;
import java.util.Optional;

/**
 * What stays the same while a check runs.
 *
 * @param began the moment of the call, of the monotonic clock
 * @param deadline the moment by which there has to be a verdict
 * @param secrets what any call of the check has sent: a later answer may show what an earlier request held
 */
record CheckContext<T extends CheckTarget>(
        T target,
        CheckProtocol<T> protocol,
        Listener listener,
        TimeSource time,
        long began,
        long deadline,
        Secrets secrets) {
    static <T extends CheckTarget> CheckContext<T> begin(
            T target, CheckProtocol<T> protocol, CheckOptions options, TimeSource time) {
        long now = time.nanoTime();
        return new CheckContext<>(
                target,
                protocol,
                new Listener(options.listener()),
                time,
                now,
                now + Nanos.of(options.timeout()),
                new Secrets());
    }

    CallMachine<Progress> startCall() {
        return new CallMachine<>(patient(protocol.start(target)), CallBudget.ofCall(deadline, time), secrets);
    }

    CallMachine<Progress> pollCall(Progress.Running running) {
        return new CallMachine<>(
                patient(protocol.poll(target, running)),
                CallBudget.ofPoll(deadline, () -> Optional.of(token(running)), time),
                secrets);
    }

    /** Lets the header {@code Retry-After} of an answer count where its body says nothing. */
    private CallPlan<Progress> patient(ApiCall<Progress> call) {
        return ((CallPlan<Progress>) call)
                .mapWithAnswer((progress, answer) -> progress instanceof Progress.Running running
                                && running.retryAfter().isEmpty()
                        ? new Progress.Running(
                                running.checkId(), running.status(), answer.retryAfter(time.now()), running.memo())
                        : progress);
    }

    String token(Progress.Running running) {
        Progress.Running clean = new Progress.Running(
                running.checkId(), secrets.cleanWord(running.status()), Optional.empty(), running.memo());
        return ResumeToken.of(protocol.vendor(), protocol.reference(target), clean)
                .text();
    }
}
