package dev.connectioncheck.internal.check;

import static dev.connectioncheck.toy.ToyTarget.toy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.connectioncheck.CheckListener;
import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.internal.drive.Registry;
import dev.connectioncheck.sandbox.VirtualTime;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.toy.Events;
import dev.connectioncheck.toy.Reply;
import dev.connectioncheck.toy.ToyTarget;
import dev.connectioncheck.toy.ToyVendor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What a listener hears of the less usual beginnings, and what closing a checker still reaches. */
class CheckEngineTest {
    private final Events events = new Events();
    private final CheckOptions options = events.options(Duration.ofMinutes(5));

    @Test
    void aCheckThatIsDecidedWhenItIsStartedIsToldToBeFinished() {
        try (ConnectionChecker checker = ToyVendor.saying(Reply.works()).checker()) {
            assertThat(checker.start(toy("t1"), options).await().passed()).isTrue();
        }

        assertThat(events.heard()).containsExactly("start toy box t1", "finish PASSED");
    }

    @Test
    void aCheckThatIsTakenUpAgainIsToldToBegin() {
        try (ConnectionChecker checker = ToyVendor.saying(Reply.running()).checker()) {
            String token = checker.start(toy("t1")).token().orElseThrow();

            checker.resume(token, options);
        }

        assertThat(events.heard()).containsExactly("start toy box t1");
    }

    @Test
    void aClosedCheckerBeginsNothingAndTellsNothing() {
        ToyVendor vendor = ToyVendor.saying(Reply.works());
        ConnectionChecker checker = vendor.checker();
        AtomicBoolean asked = new AtomicBoolean();
        CheckListener listener = new CheckListener() {
            @Override
            public CheckListener forCheck(CheckTarget target) {
                asked.set(true);
                return events;
            }
        };
        checker.close();

        assertThatIllegalStateException()
                .isThrownBy(() -> checker.start(
                        toy("t1"), CheckOptions.builder().listener(listener).build()));

        assertThat(asked).isFalse();
        assertThat(events.heard()).isEmpty();
        assertThat(vendor.requests()).isEmpty();
    }

    @Test
    void aCheckThatCouldNotBeginIsNotToldToBeCancelledWhenTheCheckerIsClosed() {
        CheckContext<ToyTarget> context =
                Contexts.of(new Unstartable(), Duration.ofMinutes(1), options, new VirtualTime());
        Registry registry = new Registry();
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> CheckRun.begin(context, Contexts.starting(context), List.of(registry), Runnable::run));

        registry.close();

        assertThat(events.heard()).isEmpty();
    }

    @Test
    void whatBeginsWhileTheCheckerIsClosedIsStopped() {
        Registry registry = new Registry();
        registry.close();
        AtomicBoolean stopped = new AtomicBoolean();

        registry.add(() -> stopped.set(true));

        assertThat(stopped).isTrue();
    }

    /** A vendor whose module can't make the first request. */
    private static final class Unstartable implements CheckProtocol<ToyTarget> {
        @Override
        public String vendor() {
            return "toy";
        }

        @Override
        public Class<ToyTarget> targetType() {
            return ToyTarget.class;
        }

        @Override
        public ApiCall<Progress> start(ToyTarget target) {
            throw new IllegalStateException("no request can be made");
        }

        @Override
        public ApiCall<Progress> poll(ToyTarget target, Progress.Running last) {
            return start(target);
        }

        @Override
        public String reference(ToyTarget target) {
            return target.key();
        }

        @Override
        public ToyTarget targetOf(String reference) {
            return toy(reference);
        }
    }
}
