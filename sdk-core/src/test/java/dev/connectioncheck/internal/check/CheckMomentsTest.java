package dev.connectioncheck.internal.check;

import static dev.connectioncheck.internal.check.Simulation.answer;
import static dev.connectioncheck.internal.check.Simulation.answerOf;
import static dev.connectioncheck.internal.check.Simulation.running;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckStep;
import dev.connectioncheck.CheckTimeoutException;
import dev.connectioncheck.StepOutcome;
import dev.connectioncheck.TargetNotFoundException;
import dev.connectioncheck.internal.drive.Step;
import dev.connectioncheck.internal.wire.Answer;
import dev.connectioncheck.sandbox.VirtualTime;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.toy.ToyClient;
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
    private static final Answer NOT_FOUND = Objects.requireNonNull(answer(404).answer());

    @Test
    void aCheckThatWasAcceptedOneShortestPauseAgoIsPolledAtOnce() {
        CheckMachine<ToyTarget> machine = CheckMachine.accepted(context(MINUTE), KNOWN, ACCEPTED);

        assertThat(machine.begin(ACCEPTED + PollPacing.FLOOR)).isInstanceOf(Step.Send.class);
    }

    @Test
    void aCheckThatWasAcceptedALittleLaterIsNotPolledAtOnce() {
        CheckMachine<ToyTarget> machine = CheckMachine.accepted(context(MINUTE), KNOWN, ACCEPTED);

        assertThat(machine.begin(ACCEPTED + PollPacing.FLOOR - 1)).isInstanceOf(Step.Wait.class);
    }

    @Test
    void aCheckThatIsNotFoundJustBeforeTheGraceEndsIsAskedForAgain() {
        CheckMachine<ToyTarget> machine = CheckMachine.accepted(context(MINUTE), KNOWN, ACCEPTED);
        machine.begin(ACCEPTED + GRACE / 2);

        assertThat(machine.answered(NOT_FOUND, ACCEPTED + GRACE - 1)).isInstanceOf(Step.Wait.class);
    }

    @Test
    void aCheckThatIsNotFoundWhenTheGraceEndsIsNotThere() {
        CheckMachine<ToyTarget> machine = CheckMachine.accepted(context(MINUTE), KNOWN, ACCEPTED);
        machine.begin(ACCEPTED + GRACE / 2);

        assertThat(machine.answered(NOT_FOUND, ACCEPTED + GRACE))
                .isInstanceOfSatisfying(
                        Step.Failed.class,
                        failed -> assertThat(failed.error()).isInstanceOf(TargetNotFoundException.class));
    }

    @Test
    void pausesGrowFromTheMomentAtWhichTheVendorAcceptedTheCheck() {
        Simulation simulation = Simulation.of(running().after(Duration.ofSeconds(20)), answer(200));

        simulation.run(CheckMachine.starting(context(MINUTE)));

        assertThat(simulation.pauses)
                .singleElement()
                .satisfies(pause -> assertThat(pause).isBetween(Duration.ofMillis(135), Duration.ofMillis(150)));
    }

    @Test
    void aPauseThatEndsWithTheLastPollMakesItTheLast() {
        Simulation simulation =
                Simulation.of(answerOf(200, "{\"id\": \"c1\", \"status\": \"running\"}", "Retry-After", "60"));

        simulation.runToError(CheckMachine.starting(context(MINUTE.plusMillis(50))));

        assertThat(simulation.sends).containsExactly(Duration.ZERO, MINUTE);
    }

    @Test
    void aPollThatIsNotMadeSinceTheDeadlineIsThereIsNotCounted() {
        CheckMachine<ToyTarget> machine = CheckMachine.resumed(context(MINUTE), KNOWN);

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
        CheckContext<ToyTarget> context = context(MINUTE, time);

        CheckResult result = Results.of(context, Progress.passed(), null, 0, context.began() + 7);

        assertThat(context.began()).isEqualTo(ACCEPTED);
        assertThat(result.elapsed()).isEqualTo(Duration.ofNanos(7));
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

        CheckResult result = Results.of(context, finished, null, 0, 0);

        assertThat(result.message()).isEmpty();
        assertThat(result.steps())
                .containsExactly(
                        step("read ***", Optional.of("no ***")),
                        step("write", Optional.empty()),
                        step("drop", Optional.empty()));
    }

    @Test
    void aFinishedCheckThatNamesNoIdHasTheOneItRanUnder() {
        assertThat(Results.of(context(MINUTE), Progress.passed(), KNOWN, 1, 0).checkId())
                .contains("c1");
    }

    private static CheckStep step(String name, Optional<String> message) {
        return new CheckStep(name, StepOutcome.FAILED, message);
    }

    private static CheckContext<ToyTarget> context(Duration timeout) {
        return context(timeout, new VirtualTime());
    }

    @SuppressWarnings("unchecked") // the toy client checks toys
    private static CheckContext<ToyTarget> context(Duration timeout, VirtualTime time) {
        CheckProtocol<?> protocol = ToyClient.builder().withKey().build().checks();
        CheckOptions options = CheckOptions.builder().timeout(timeout).build();
        return CheckContext.begin(ToyTarget.toy("t1"), (CheckProtocol<ToyTarget>) protocol, options, time);
    }
}
