package dev.connectioncheck.internal.check;

import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.internal.pace.PaceBook;
import dev.connectioncheck.internal.secret.Secrets;
import dev.connectioncheck.internal.wire.Nanos;
import dev.connectioncheck.sandbox.VirtualTime;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.toy.ToyClient;
import dev.connectioncheck.toy.ToyTarget;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Contexts and machines of checks of one toy. */
final class Contexts {
    private Contexts() {}

    @SuppressWarnings("unchecked") // the toy client checks toys
    static CheckContext<ToyTarget> of(Duration timeout, VirtualTime time) {
        CheckProtocol<?> protocol = ToyClient.builder().withKey().build().checks();
        return of((CheckProtocol<ToyTarget>) protocol, timeout, CheckOptions.defaults(), time);
    }

    static CheckContext<ToyTarget> of(
            CheckProtocol<ToyTarget> protocol, Duration timeout, CheckOptions options, VirtualTime time) {
        ToyTarget target = ToyTarget.toy("t1");
        return new CheckContext<>(
                1,
                target,
                Asked.of(null, protocol, time, PaceBook.inMemory(0)),
                CheckEvents.of(target, List.of(), options.listener()),
                Runnable::run,
                time.nanoTime(),
                time.nanoTime() + Nanos.of(timeout),
                new Secrets());
    }

    /** A check that does no harm if it is begun twice, so that its start is sent again after any trouble. */
    static CheckContext<ToyTarget> harmless(Duration timeout, VirtualTime time) {
        ToyClient client = ToyClient.builder().withKey().build();
        CheckProtocol<ToyTarget> protocol = new CheckProtocol<>() {
            @Override
            public String vendor() {
                return ToyClient.VENDOR;
            }

            @Override
            public Class<ToyTarget> targetType() {
                return ToyTarget.class;
            }

            @Override
            public ApiCall<Progress> start(ToyTarget target) {
                return client.read(target.key()).map(toy -> Progress.passed());
            }
        };
        return of(protocol, timeout, CheckOptions.defaults(), time);
    }

    static CheckMachine starting(CheckContext<?> context) {
        return new CheckMachine(context, Course.starting());
    }

    /** Goes on with a check that the vendor accepted at the given moment, for this very object. */
    static CheckMachine accepted(CheckContext<?> context, Progress.Running running, long accepted) {
        Course course = Course.starting();
        course.went(running, accepted);
        return new CheckMachine(context, course);
    }

    static CheckMachine resumed(CheckContext<?> context, Progress.Running running) {
        return new CheckMachine(context, Course.resumed(running, context.began(), Duration.ZERO, Optional.empty()));
    }
}
