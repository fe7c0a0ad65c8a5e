package dev.connectioncheck.internal.call;

import static dev.connectioncheck.internal.check.Simulation.answer;
import static dev.connectioncheck.internal.check.Simulation.answerOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.CheckCancelledException;
import dev.connectioncheck.CheckInterruptedException;
import dev.connectioncheck.CheckTimeoutException;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.ConnectionCheckException.Failure;
import dev.connectioncheck.UnexpectedResponseException;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.http.Resend;
import dev.connectioncheck.internal.check.Simulation;
import dev.connectioncheck.internal.check.Simulation.Event;
import dev.connectioncheck.internal.drive.Machine;
import dev.connectioncheck.internal.drive.Step;
import dev.connectioncheck.internal.log.CourseLog;
import dev.connectioncheck.internal.secret.Secrets;
import dev.connectioncheck.internal.wire.Answer;
import dev.connectioncheck.internal.wire.Attempt;
import dev.connectioncheck.internal.wire.Wire;
import dev.connectioncheck.sandbox.VirtualTime;
import dev.connectioncheck.toy.Toy;
import dev.connectioncheck.toy.ToyClient;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;

/** How a call ends, and what it hides then. */
class CallEndsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final ToyClient CLIENT = ToyClient.builder().withKey().build();
    private static final ApiCall<Toy> READ = CLIENT.read("t1");

    @Test
    void theKeyThatWasSentIsHiddenInTheVendorsWords() {
        Attempt attempt = new Attempt();
        attempt.useKey("the-key-of-this-attempt");

        ConnectionCheckException error = Simulation.of(
                        over(400, "{\"error\": \"no the-key-of-this-attempt\"}", attempt))
                .runToError(machine(READ));

        assertThat(error).hasMessageStartingWith("toy readToy answered 400: no ***.");
    }

    @Test
    void theKeyOfAnAttemptWithoutAnswerIsHiddenInItsCause() {
        CallMachine<Toy> machine = machine(CLIENT.send(Resend.NEVER));
        machine.begin(0);
        Attempt attempt = new Attempt();
        attempt.useKey("the-key-of-this-attempt");
        attempt.markSent();

        Step<Toy> end = machine.failed(new IOException("at the-key-of-this-attempt"), attempt, 1);

        assertThat(((Step.Failed<Toy>) end).error()).cause().hasMessage("java.io.IOException: at ***");
    }

    @Test
    void theSettingsThatALaterCallOfAChainSendsAreHidden() {
        ApiCall<Toy> chain = READ.then(toy -> CLIENT.send(Resend.NEVER, Map.of("password", "s3cr3t-word")));

        ConnectionCheckException error = Simulation.of(answer(200), answerOf(400, "{\"error\": \"no s3cr3t-word\"}"))
                .runToError(machine(chain));

        assertThat(error).hasMessageStartingWith("toy sendToy answered 400: no ***.");
    }

    @Test
    void theConnectionOfAnAnswerThatIsNotUnderstoodIsClosed() {
        Socket socket = new Socket();
        Attempt attempt = new Attempt();
        attempt.useConnection(Wire.connection(socket));

        ConnectionCheckException error =
                Simulation.of(over(200, "<html>", attempt)).runToError(machine(READ));

        assertThat(error).isInstanceOf(UnexpectedResponseException.class);
        assertThat(socket.isClosed()).isTrue();
    }

    @Test
    void theConnectionOfAnAnswerThatIsUnderstoodStaysOpen() {
        Socket socket = new Socket();
        Attempt attempt = new Attempt();
        attempt.useConnection(Wire.connection(socket));

        Simulation.of(over(200, "{\"id\": \"c1\", \"status\": \"works\"}", attempt))
                .run(machine(READ));

        assertThat(socket.isClosed()).isFalse();
    }

    @Test
    void anErrorThatTheReaderOfAnAnswerThrowsIsTheEndOfTheCall() {
        ConnectionCheckException own =
                new ConnectionCheckException(Failure.of("toy", "readToy", "This toy is another's."), null);
        ApiCall<Toy> call = READ.map(toy -> {
            throw own;
        });

        assertThat(Simulation.of(answer(200)).runToError(machine(call))).isSameAs(own);
    }

    @Test
    void anAnswerThatLeadsToNothingIsNotUnderstood() {
        ApiCall<String> nothing = READ.map(Toy::message);

        assertThat(Simulation.of(answer(200)).runToError(machine(nothing)))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining("the answer can't be understood: it means nothing.");
    }

    @Test
    void aStageThatFailsWhenTheDeadlineHasComeIsATimeOutAndNoFault() {
        assertThat(failedAt(MINUTE.toNanos())).isInstanceOf(CheckTimeoutException.class);
        assertThat(failedAt(MINUTE.toNanos() - 1))
                .isNotInstanceOf(CheckTimeoutException.class)
                .hasMessageContaining("threw java.lang.IllegalStateException");
    }

    private static ConnectionCheckException failedAt(long now) {
        CallMachine<Toy> machine = machine(ApiCall.from(CompletableFuture<Toy>::new));
        machine.begin(0);
        return ((Step.Failed<Toy>) machine.threw(new IllegalStateException("late"), now)).error();
    }

    /** A vendor's module may bring calls of its own making. */
    @Test
    @SuppressWarnings("unchecked") // it is the call of a toy that is asked for
    void aCallOfAnotherMakingIsExecutedByItself() {
        CompletableFuture<Toy> future = new CompletableFuture<>();
        ApiCall<Toy> own = (ApiCall<Toy>) Proxy.newProxyInstance(
                ApiCall.class.getClassLoader(),
                new Class<?>[] {ApiCall.class},
                (call, method, arguments) -> method.getName().equals("executeAsync") ? future : null);

        Step<Toy> step = machine(own).begin(0);

        assertThat(((Step.Invoke<Toy>) step).work().get()).isSameAs(future);
    }

    @Test
    void anEndFromOutsideSaysWhichCallItEnded() {
        assertThat(machine(READ).stopped(Machine.Stop.CANCELLED))
                .isInstanceOf(CheckCancelledException.class)
                .hasMessage("toy readToy: cancelled, or the ConnectionChecker was closed.");
        assertThat(machine(READ).stopped(Machine.Stop.INTERRUPTED))
                .isInstanceOf(CheckInterruptedException.class)
                .hasMessage("toy readToy: the waiting thread was interrupted.");
    }

    @Test
    void aFaultOfAGivenFunctionIsNamedAndKeptAsTheCause() {
        assertThat(machine(READ).broken(new IllegalStateException("boom")))
                .hasMessageContaining("toy readToy: ")
                .hasMessageContaining("threw java.lang.IllegalStateException; see the cause.")
                .cause()
                .hasMessage("java.lang.IllegalStateException: boom");
    }

    private static Event over(int status, String body, Attempt attempt) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new Event(new Answer(status, Headers.of(), bytes, attempt), null, true, Duration.ZERO);
    }

    private static <T> CallMachine<T> machine(ApiCall<T> call) {
        VirtualTime time = new VirtualTime();
        CallBudget budget = new CallBudget(
                new CallOwner("toy", "test", null),
                MINUTE.toNanos(),
                false,
                Optional::empty,
                (why, attempt, pause) -> {},
                CourseLog.ofCall("toy", new Secrets()),
                time);
        return new CallMachine<>(call, budget, new Secrets());
    }
}
