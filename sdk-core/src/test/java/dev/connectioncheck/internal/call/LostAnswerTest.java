package dev.connectioncheck.internal.call;

import static dev.connectioncheck.internal.check.Simulation.answer;
import static dev.connectioncheck.internal.check.Simulation.answerOf;
import static dev.connectioncheck.internal.check.Simulation.notSent;
import static dev.connectioncheck.internal.check.Simulation.sentInVain;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.http.Resend;
import dev.connectioncheck.internal.check.Simulation;
import dev.connectioncheck.internal.check.Simulation.Event;
import dev.connectioncheck.internal.drive.Machine;
import dev.connectioncheck.internal.drive.Step;
import dev.connectioncheck.internal.log.CourseLog;
import dev.connectioncheck.internal.secret.Secrets;
import dev.connectioncheck.internal.wire.AnswerTooLongException;
import dev.connectioncheck.internal.wire.UnusableKeyException;
import dev.connectioncheck.sandbox.VirtualTime;
import dev.connectioncheck.toy.Toy;
import dev.connectioncheck.toy.ToyClient;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a change at the vendor of which nobody knows whether it was made. */
class LostAnswerTest {
    private static final String WORDS =
            "It may have been carried out all the same: look for its name in list() before you retry it.";
    private static final ToyClient CLIENT = ToyClient.builder().withKey().build();

    static Stream<Event> lost() {
        return Stream.of(
                answer(408),
                answer(500),
                answer(502),
                answer(503),
                answer(504),
                answer(599),
                answerOf(200, "<html>"),
                answerOf(201, ""),
                sentInVain(new IOException("reset")),
                sentInVain(new AnswerTooLongException(201, Optional.empty())),
                sentInVain(new IOException("late")).after(Duration.ofMinutes(2)));
    }

    @ParameterizedTest
    @MethodSource("lost")
    void aLostAnswerSaysThatItMayHaveBeenCarriedOutAndWhereToLook(Event event) {
        ConnectionCheckException error = Simulation.of(event).runToError(machine(create()));

        assertThat(error).hasMessageEndingWith(WORDS);
        assertThat(error.retryable()).isFalse();
    }

    static Stream<Event> refused() {
        return Stream.of(
                answer(400),
                answer(401),
                answer(404),
                answer(409),
                answer(422),
                answer(429),
                answer(307),
                notSent(new ConnectException("refused")),
                notSent(new UnusableKeyException("no key")));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatWasRefusedOrNeverSentWasNotCarriedOut(Event event) {
        assertThat(Simulation.of(event).runToError(machine(create())))
                .hasMessageNotContaining("It may have been carried out");
    }

    @ParameterizedTest
    @EnumSource
    void anEndFromOutsideWhileItIsSentSaysSoToo(Machine.Stop why) {
        CallMachine<Toy> machine = machine(create());
        Step.Send<Toy> send = (Step.Send<Toy>) machine.begin(0);

        assertThat(machine.stopped(why)).hasMessageNotContaining("It may have been carried out");
        send.attempt().markSent();
        assertThat(machine.stopped(why)).hasMessageEndingWith(WORDS);
        assertThat(machine.stopped(why).retryable()).isFalse();
    }

    @Test
    void ofARequestThatChangesNothingNothingIsSaid() {
        ConnectionCheckException error =
                Simulation.of(sentInVain(new IOException("reset"))).runToError(machine(CLIENT.send(Resend.NEVER)));

        assertThat(error).hasMessageNotContaining("It may have been carried out");
        assertThat(error.retryable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 203, 226, 299})
    void anOperationWithoutAStatusOfItsOwnBelievesAnyGoodOne(int status) {
        assertThat(Simulation.of(answer(status)).run(machine(create())).status())
                .isEqualTo("works");
    }

    @ParameterizedTest
    @ValueSource(ints = {199, 300, 304})
    void whatIsNoGoodStatusIsNotBelieved(int status) {
        assertThat(Simulation.of(answer(status)).runToError(machine(create())))
                .hasMessageContaining("answered " + status);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 202, 204})
    void anOperationWithAStatusOfItsOwnBelievesNoOther(int status) {
        assertThat(Simulation.of(answer(status)).runToError(machine(CLIENT.send(Resend.NEVER))))
                .hasMessageContaining("answered " + status);
    }

    private static ApiCall<Toy> create() {
        return CLIENT.runtime()
                .request("POST", "createToy", "/api/v1/toys")
                .resend(Resend.NEVER)
                .ifLost("look for its name in list()")
                .call(Toy.class);
    }

    private static CallMachine<Toy> machine(ApiCall<Toy> call) {
        VirtualTime time = new VirtualTime();
        CallBudget budget = new CallBudget(
                new CallOwner("toy", "test", null),
                Duration.ofMinutes(1).toNanos(),
                false,
                Optional::empty,
                (why, attempt, pause) -> {},
                CourseLog.ofCall("toy", new Secrets()),
                time);
        return new CallMachine<>(call, budget, new Secrets());
    }
}
