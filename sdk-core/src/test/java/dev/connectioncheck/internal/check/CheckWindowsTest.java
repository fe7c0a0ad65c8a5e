package dev.connectioncheck.internal.check;

import static dev.connectioncheck.toy.ToyTarget.toy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.connectioncheck.CheckCancelledException;
import dev.connectioncheck.CheckListener;
import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionCheckException.Failure;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.RunningCheck;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.sandbox.VirtualTime;
import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.toy.ManyRounds;
import dev.connectioncheck.toy.Meanwhile;
import dev.connectioncheck.toy.ToyStages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A cancel, a close or an end that comes just as a check goes on, and who hears of it. */
@ManyRounds
class CheckWindowsTest {
    private static final CompletionStage<Progress> RUNNING =
            CompletableFuture.completedFuture(Progress.running("c1", "running"));

    private final VirtualTime time = new VirtualTime();
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

    // StartedCheck: a wait is known to it before it begins, and looks whether it was cancelled after that.

    @Test
    void aWaitThatBeginsWhileTheCheckIsCancelledIsCancelled() {
        AtomicReference<@Nullable RunningCheck> check = new AtomicReference<>();
        CompletableFuture<Progress> poll = new CompletableFuture<>();
        check.set(started(() -> {
            Objects.requireNonNull(check.get()).cancel();
            return poll;
        }));

        CompletableFuture<CheckResult> wait =
                Objects.requireNonNull(check.get()).awaitAsync();
        time.advanceToNextTask();

        assertThat(wait).isCancelled();
        assertThat(poll).isCancelled();
        assertThat(time.scheduledTasks()).isZero();
        assertThat(heard).containsExactly("start", "finish ERROR");
    }

    @Test
    void aBlockingWaitAndAPollThatBeginWhileTheCheckIsCancelledAreCancelled() {
        for (boolean wait : List.of(true, false)) {
            AtomicReference<@Nullable RunningCheck> check = new AtomicReference<>();
            CompletableFuture<Progress> poll = new CompletableFuture<>();
            check.set(started(() -> {
                Objects.requireNonNull(check.get()).cancel();
                return poll;
            }));
            RunningCheck running = Objects.requireNonNull(check.get());

            assertThatExceptionOfType(CheckCancelledException.class)
                    .isThrownBy(() -> Objects.requireNonNull(wait ? running.await() : running.poll()));

            assertThat(poll).isCancelled();
        }
    }

    @Test
    void aCheckerThatIsClosedWhileACheckStartsCancelsIt() {
        AtomicReference<@Nullable ConnectionChecker> itself = new AtomicReference<>();
        CompletableFuture<Progress> start = new CompletableFuture<>();
        ConnectionChecker checker = new ToyStages(target -> {
                    Objects.requireNonNull(itself.get()).close();
                    return start;
                })
                .checker(time)
                .build();
        itself.set(checker);

        CompletableFuture<CheckResult> check = checker.checkAsync(toy("t1"));

        assertThat(check).isCancelled();
        assertThat(start).isCancelled();
        assertThat(time.scheduledTasks()).isZero();
    }

    private RunningCheck started(Supplier<CompletionStage<Progress>> poll) {
        return new ToyStages(target -> RUNNING, poll)
                .checker(time)
                .listener(new Listening())
                .build()
                .start(toy("t1"));
    }

    // CheckEvents: one event at a time, and none after the last.

    @Test
    void anEndThatComesWhileAnEventIsToldIsToldAfterIt() {
        AtomicReference<@Nullable Meanwhile> end = new AtomicReference<>();
        CheckEvents events = events(() -> Objects.requireNonNull(end.get()).act());
        end.set(new Meanwhile(() -> events.finished(outcome())));

        events.polled(toy("t1"), "running", 1);

        Objects.requireNonNull(end.get()).join();
        assertThat(heard).containsExactly("poll begins", "poll ends", "finish ERROR");
    }

    @Test
    void nothingIsToldAfterTheEndAndTheEndIsToldOnce() {
        CheckEvents events = events(() -> {});

        events.finished(outcome());
        events.polled(toy("t1"), "running", 1);
        events.finished(outcome());

        assertThat(heard).containsExactly("finish ERROR");
    }

    private CheckEvents events(Runnable whilePolling) {
        Listening listening = new Listening() {
            @Override
            public void onPoll(CheckTarget target, String status, int polls) {
                heard.add("poll begins");
                whilePolling.run();
                heard.add("poll ends");
            }
        };
        return CheckEvents.of(
                toy("t1"), List.of(listening), CheckOptions.defaults().listener());
    }

    private static CheckOutcome outcome() {
        return CheckOutcome.of(toy("t1"), new CheckCancelledException(Failure.of("toy", "check", "cancelled"), null));
    }

    /** Writes down beginning and end. */
    private class Listening implements CheckListener {
        @Override
        public void onStart(CheckTarget target) {
            heard.add("start");
        }

        @Override
        public void onFinish(CheckOutcome outcome) {
            heard.add("finish " + outcome.status());
        }
    }

    // Course: the first verdict stays, whoever comes with another.

    @Test
    void theFirstVerdictStays() {
        Course course = Course.starting();
        CheckResult first = CheckResult.builder(toy("t1"), Verdict.PASSED).build();
        CheckResult second = CheckResult.builder(toy("t1"), Verdict.FAILED).build();

        assertThat(course.decide(first)).isSameAs(first);
        assertThat(course.decide(second)).isSameAs(first);
        assertThat(course.result()).isSameAs(first);
    }
}
