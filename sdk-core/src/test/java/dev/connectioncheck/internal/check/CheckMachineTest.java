package dev.connectioncheck.internal.check;

import static dev.connectioncheck.internal.check.Simulation.answer;
import static dev.connectioncheck.internal.check.Simulation.answerOf;
import static dev.connectioncheck.internal.check.Simulation.notSent;
import static dev.connectioncheck.internal.check.Simulation.running;
import static dev.connectioncheck.internal.check.Simulation.sentInVain;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTimeoutException;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.TargetNotFoundException;
import dev.connectioncheck.TransportException;
import dev.connectioncheck.VendorUnavailableException;
import dev.connectioncheck.internal.check.Simulation.Event;
import dev.connectioncheck.sandbox.VirtualTime;
import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.toy.ToyTarget;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a check does near its deadline and around trouble, where real time would disturb. */
class CheckMachineTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Progress.Running KNOWN = Progress.running("c1", "running");

    @Test
    void pausesGrowWithTheTimeWaitedAndStayBelowTheCap() {
        Simulation simulation = Simulation.of(running());

        simulation.runToError(Contexts.starting(context(Duration.ofMinutes(10))));

        List<Duration> pauses = simulation.pauses;
        for (int i = 0; i < pauses.size() - 1; i++) {
            long grown = Math.max(150, Math.min(30_000, simulation.sends.get(i).toMillis() / 4));
            assertThat(pauses.get(i).toMillis()).isBetween(grown * 9 / 10 - 1, grown);
        }
        assertThat(pauses).hasSizeBetween(30, 50);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 100, 150, 1_000, 60_000, 3_600_000})
    void aLastPollIsMadeJustBeforeTheDeadlineAndNothingIsDoneAfterIt(long millis) {
        Duration timeout = Duration.ofMillis(millis);
        Simulation simulation = Simulation.of(running());

        ConnectionCheckException error = simulation.runToError(Contexts.starting(context(timeout)));

        Duration reserve = Duration.ofMillis(50).compareTo(timeout.dividedBy(2)) < 0
                ? Duration.ofMillis(50)
                : timeout.dividedBy(2);
        Duration last = simulation.sends.get(simulation.sends.size() - 1);
        assertThat(last).isBetween(timeout.minus(reserve), timeout.minusNanos(1));
        assertThat(simulation.now()).isLessThan(timeout);
        assertThat(error)
                .isInstanceOfSatisfying(
                        CheckTimeoutException.class,
                        timedOut -> assertThat(timedOut.polls()).isEqualTo(simulation.sends.size() - 1));
    }

    @Test
    void theLastPollIsMadeEarlierWhereAnswersAreSlow() {
        Simulation simulation = Simulation.of(running().after(Duration.ofMillis(400)));

        simulation.runToError(Contexts.starting(context(MINUTE)));

        assertThat(simulation.sends.get(simulation.sends.size() - 1))
                .isBetween(MINUTE.minusMillis(800), MINUTE.minusMillis(51));
    }

    @Test
    void aVeryLongWishForPatienceStillLeavesALastPoll() {
        Event patient = answerOf(200, "{\"id\": \"c1\", \"status\": \"running\"}", "Retry-After", "90");
        Simulation simulation = Simulation.of(patient, answer(200));

        CheckResult result = simulation.run(Contexts.starting(context(MINUTE)));

        assertThat(result.passed()).isTrue();
        assertThat(simulation.sends).containsExactly(Duration.ZERO, MINUTE.minusMillis(50));
    }

    @Test
    void troubleOfAStartIsRetriedTwiceAndThatOfAPollUntilTheDeadline() {
        Simulation start = Simulation.of(answer(429));
        Simulation poll = Simulation.of(running(), answer(503));

        start.runToError(Contexts.starting(context(Duration.ofMinutes(5))));
        ConnectionCheckException error = poll.runToError(Contexts.starting(context(Duration.ofMinutes(5))));

        assertThat(start.sends).hasSize(3);
        assertThat(poll.sends.get(poll.sends.size() - 1))
                .isBetween(Duration.ofMinutes(5).minusMillis(501), Duration.ofMinutes(5));
        assertThat(error)
                .isInstanceOf(CheckTimeoutException.class)
                .hasCauseInstanceOf(VendorUnavailableException.class);
        assertThat(error.token()).isPresent();
    }

    @Test
    void anAnswerToAPollThatCanNotBeReadIsRetriedToo() {
        Simulation simulation = Simulation.of(running(), answerOf(200, "<html>"), answerOf(200, "<html>"), answer(200));

        CheckResult result = simulation.run(Contexts.starting(context(MINUTE)));

        assertThat(result.passed()).isTrue();
        assertThat(result.polls()).isEqualTo(1);
    }

    @Test
    void aStartThatNeverLeftIsNotSaidToRun() {
        Event late = notSent(new SocketTimeoutException("connect timed out")).after(MINUTE);

        ConnectionCheckException error = Simulation.of(late).runToError(Contexts.starting(context(MINUTE)));

        assertThat(error)
                .isInstanceOf(CheckTimeoutException.class)
                .hasMessageContaining("by the deadline of 60 s")
                .hasMessageContaining("The vendor has not begun it; see the cause.")
                .hasMessageNotContaining("may run");
        assertThat(error.wasNotProcessed()).isTrue();
        assertThat(error.getCause()).isInstanceOf(TransportException.class).hasMessageContaining("It was not sent");
    }

    @Test
    void aStartWithoutTimeIsNotSaidToRunEither() {
        assertThat(Simulation.of(running()).runToError(Contexts.starting(context(Duration.ZERO))))
                .hasMessageContaining("The vendor has not begun it. Allow")
                .hasNoCause();
    }

    static Stream<List<Event>> taken() {
        Event late = notSent(new SocketTimeoutException("connect timed out")).after(MINUTE);
        return Stream.of(
                List.of(sentInVain(new SocketTimeoutException("timeout")).after(MINUTE)),
                List.of(sentInVain(new IOException("reset")), late),
                List.of(answer(503), late),
                List.of(answer(408), late));
    }

    /** Of an operation that may be sent again: the first of its requests may have begun the check. */
    @ParameterizedTest
    @MethodSource("taken")
    void aStartThatMayHaveBeenTakenIsSaidSo(List<Event> events) {
        CheckContext<ToyTarget> context = Contexts.harmless(MINUTE, new VirtualTime());

        ConnectionCheckException error =
                Simulation.of(events.toArray(Event[]::new)).runToError(Contexts.starting(context));

        assertThat(error)
                .isInstanceOf(CheckTimeoutException.class)
                .hasMessageContaining("it may run there all the same");
        assertThat(error.wasNotProcessed()).isFalse();
    }

    @Test
    void aCheckThatTheVendorWorksOnIsProcessedThoughItsLastPollNeverLeft() {
        Event late = notSent(new SocketTimeoutException("connect timed out")).after(MINUTE);

        ConnectionCheckException error = Simulation.of(running(), late).runToError(Contexts.starting(context(MINUTE)));

        assertThat(error)
                .isInstanceOf(CheckTimeoutException.class)
                .hasMessageContaining("it may still run there, and resume(token) waits for it.");
        assertThat(error.wasNotProcessed()).isFalse();
    }

    @Test
    void aStartThatWasRefusedBeforeIsNotSaidToRun() {
        Event late = notSent(new SocketTimeoutException("connect timed out")).after(MINUTE);

        assertThat(Simulation.of(answer(429), late).runToError(Contexts.starting(context(MINUTE))))
                .hasMessageContaining("The vendor has not begun it");
    }

    @Test
    void retriesOfOneCallCountAsOnePoll() {
        Simulation simulation = Simulation.of(running(), answer(503), answer(502), running(), answer(200));

        CheckResult result = simulation.run(Contexts.starting(context(MINUTE)));

        assertThat(result.polls()).isEqualTo(2);
        assertThat(simulation.sends).hasSize(5);
    }

    @Test
    void aResumedCheckIsPolledAtOnceAndNotFoundAtOnce() {
        Simulation simulation = Simulation.of(answer(404));

        ConnectionCheckException error = simulation.runToError(Contexts.resumed(context(MINUTE), KNOWN));

        assertThat(error).isInstanceOf(TargetNotFoundException.class);
        assertThat(simulation.sends).containsExactly(Duration.ZERO);
    }

    @Test
    void aCheckJustAcceptedIsNotPolledAtOnce() {
        Simulation simulation = Simulation.of(answer(200));

        simulation.run(Contexts.accepted(context(MINUTE), KNOWN, 0));

        assertThat(simulation.sends)
                .singleElement()
                .satisfies(first -> assertThat(first).isBetween(Duration.ofMillis(135), Duration.ofMillis(150)));
    }

    @Test
    void aCheckAcceptedAWhileAgoIsPolledAtOnce() {
        Simulation simulation = Simulation.of(answer(200));

        simulation.run(
                Contexts.accepted(context(MINUTE), KNOWN, -Duration.ofSeconds(1).toNanos()));

        assertThat(simulation.sends).containsExactly(Duration.ZERO);
    }

    @Test
    void aCheckWhoseDeadlineIsOverIsNotPolled() {
        Simulation simulation = Simulation.of(answer(200));

        ConnectionCheckException error = simulation.runToError(Contexts.resumed(context(Duration.ZERO), KNOWN));

        assertThat(error).isInstanceOf(CheckTimeoutException.class);
        assertThat(simulation.sends).isEmpty();
    }

    private static CheckContext<ToyTarget> context(Duration timeout) {
        return Contexts.of(timeout, new VirtualTime());
    }
}
