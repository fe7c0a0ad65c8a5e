package dev.connectioncheck.internal.check;

import static dev.connectioncheck.internal.check.Simulation.answer;
import static dev.connectioncheck.internal.check.Simulation.answerOf;
import static dev.connectioncheck.internal.check.Simulation.running;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckStep;
import dev.connectioncheck.CheckTimeoutException;
import dev.connectioncheck.StepOutcome;
import dev.connectioncheck.TargetNotFoundException;
import dev.connectioncheck.internal.drive.Machine;
import dev.connectioncheck.internal.drive.Step;
import dev.connectioncheck.internal.pace.Expectation;
import dev.connectioncheck.internal.pace.PollPacing;
import dev.connectioncheck.internal.wire.Answer;
import dev.connectioncheck.sandbox.VirtualTime;
import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.toy.ToyTarget;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a check does at the very moment at which something begins or ends, and what it says then. */
class CheckMomentsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Progress.Running KNOWN = Progress.running("c1", "running");
    private static final long ACCEPTED = Duration.ofSeconds(20).toNanos();
    private static final long GRACE = Duration.ofSeconds(10).toNanos();
    private static final Expectation TEN_SECONDS = new Expectation(1e10, 0.2, false);
    private static final Answer NOT_FOUND = Objects.requireNonNull(answer(404).answer());

    @Test
    void aCheckThatWasAcceptedOneShortestPauseAgoIsPolledAtOnce() {
        CheckMachine machine = Contexts.accepted(context(MINUTE), KNOWN, ACCEPTED);

        assertThat(machine.begin(ACCEPTED + PollPacing.FLOOR)).isInstanceOf(Step.Send.class);
    }

    @Test
    void aCheckThatWasAcceptedALittleLaterIsNotPolledAtOnce() {
        CheckMachine machine = Contexts.accepted(context(MINUTE), KNOWN, ACCEPTED);

        assertThat(machine.begin(ACCEPTED + PollPacing.FLOOR - 1)).isInstanceOf(Step.Wait.class);
    }

    @Test
    void aCheckOfWhichMuchIsKnownIsPolledAtOnceOnlyIfItsNextPollIsDue() {
        long last = Duration.ofSeconds(7).toNanos();
        long due = last + PollPacing.leastPause(last, TEN_SECONDS);

        assertThat(resumedAt(due, Optional.of(Duration.ofNanos(last)))).isInstanceOf(Step.Send.class);
        assertThat(resumedAt(due - 1, Optional.of(Duration.ofNanos(last)))).isInstanceOf(Step.Wait.class);
    }

    @Test
    void aCheckOfWhichNobodySaysWhenItWasLastSeenIsPolledAtOnce() {
        assertThat(resumedAt(Duration.ofSeconds(7).toNanos(), Optional.empty())).isInstanceOf(Step.Send.class);
    }

    /** Goes on with a check of that age, which the vendor was last heard to work on at another. */
    private static Step<CheckResult> resumedAt(long age, Optional<Duration> lastRunning) {
        Course course = Course.resumed(KNOWN, age, Duration.ofNanos(age), lastRunning);
        course.expect(TEN_SECONDS);
        return new CheckMachine(context(MINUTE), course).begin(age);
    }

    @Test
    void aCheckThatIsNotFoundJustBeforeTheGraceEndsIsAskedForAgain() {
        CheckMachine machine = Contexts.accepted(context(MINUTE), KNOWN, ACCEPTED);
        machine.begin(ACCEPTED + GRACE / 2);

        assertThat(machine.answered(NOT_FOUND, ACCEPTED + GRACE - 1)).isInstanceOf(Step.Wait.class);
    }

    @Test
    void aCheckThatIsNotFoundWhenTheGraceEndsIsNotThere() {
        CheckMachine machine = Contexts.accepted(context(MINUTE), KNOWN, ACCEPTED);
        machine.begin(ACCEPTED + GRACE / 2);

        assertThat(machine.answered(NOT_FOUND, ACCEPTED + GRACE))
                .isInstanceOfSatisfying(
                        Step.Failed.class,
                        failed -> assertThat(failed.error()).isInstanceOf(TargetNotFoundException.class));
    }

    @Test
    void pausesGrowFromTheMomentAtWhichTheVendorAcceptedTheCheck() {
        Simulation simulation = Simulation.of(running().after(Duration.ofSeconds(20)), answer(200));

        simulation.run(Contexts.starting(context(MINUTE)));

        assertThat(simulation.pauses)
                .singleElement()
                .satisfies(pause -> assertThat(pause).isBetween(Duration.ofMillis(135), Duration.ofMillis(150)));
    }

    @Test
    void aPauseThatEndsWithTheLastPollMakesItTheLast() {
        Simulation simulation =
                Simulation.of(answerOf(200, "{\"id\": \"c1\", \"status\": \"running\"}", "Retry-After", "60"));

        simulation.runToError(Contexts.starting(context(MINUTE.plusMillis(50))));

        assertThat(simulation.sends).containsExactly(Duration.ZERO, MINUTE);
    }

    @Test
    void aPollThatIsNotMadeSinceTheDeadlineIsThereIsNotCounted() {
        CheckMachine machine = Contexts.resumed(context(MINUTE), KNOWN);

        assertThat(machine.begin(MINUTE.toNanos()))
                .isInstanceOfSatisfying(
                        Step.Failed.class,
                        failed -> assertThat(failed.error())
                                .isInstanceOf(CheckTimeoutException.class)
                                .hasMessageContaining("after 0 polls"));
    }

    @Test
    void theTimeThatACheckTookIsCountedFromItsCall() {
        VirtualTime time = new VirtualTime();
        time.advance(Duration.ofSeconds(20));
        CheckContext<ToyTarget> context = Contexts.of(MINUTE, time);

        CheckResult result = Results.of(context, Progress.passed(), Course.starting(), null, context.began() + 7);

        assertThat(context.began()).isEqualTo(ACCEPTED);
        assertThat(result.elapsed()).isEqualTo(Duration.ofNanos(7));
    }

    @Test
    void aTimeOutTellsTheTimeThatTheCheckHad() {
        VirtualTime time = new VirtualTime();
        time.advance(Duration.ofSeconds(20));

        assertThat(Results.timedOut(Contexts.of(MINUTE, time), Course.starting(), null, false))
                .hasMessageContaining("had no verdict by the deadline of 60 s, after 0 polls.");
    }

    @Test
    void anErrorReachesTheUserThoughTheModuleCannotWriteItsPartOfTheToken() {
        CheckContext<ToyTarget> speechless = Contexts.harmless(MINUTE, new VirtualTime());

        assertThat(Results.stopped(speechless, known(), Machine.Stop.CANCELLED).token())
                .isEmpty();
    }

    @Test
    void whatStepsSayIsCleanedAndBlankWordsAreNone() {
        CheckContext<ToyTarget> context = context(MINUTE);
        context.secrets().addKey("the-key-itself");
        Progress.Finished finished = Progress.failed(Optional.of(" "))
                .withSteps(List.of(
                        step("read the-key-itself", Optional.of("no the-key-itself")),
                        step("write", Optional.of(" \n")),
                        step("drop", Optional.empty())));

        CheckResult result = Results.of(context, finished, Course.starting(), null, 0);

        assertThat(result.message()).isEmpty();
        assertThat(result.steps())
                .containsExactly(
                        step("read ***", Optional.of("no ***")),
                        step("write", Optional.empty()),
                        step("drop", Optional.empty()));
    }

    @Test
    void aFinishedCheckThatNamesNoIdHasTheOneItRanUnder() {
        assertThat(Results.of(context(MINUTE), Progress.passed(), known(), null, 0)
                        .checkId())
                .contains("c1");
    }

    private static CheckStep step(String name, Optional<String> message) {
        return CheckStep.of(name, StepOutcome.FAILED, message);
    }

    private static Course known() {
        return Course.resumed(KNOWN, 0, Duration.ZERO, Optional.empty());
    }

    private static CheckContext<ToyTarget> context(Duration timeout) {
        return Contexts.of(timeout, new VirtualTime());
    }
}
