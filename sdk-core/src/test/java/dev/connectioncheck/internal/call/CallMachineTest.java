package dev.connectioncheck.internal.call;

import static dev.connectioncheck.internal.check.Simulation.answer;
import static dev.connectioncheck.internal.check.Simulation.notSent;
import static dev.connectioncheck.internal.check.Simulation.sentInVain;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.AuthenticationException;
import dev.connectioncheck.CheckTimeoutException;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.RateLimitedException;
import dev.connectioncheck.TransportException;
import dev.connectioncheck.VendorUnavailableException;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.http.Resend;
import dev.connectioncheck.internal.check.Simulation;
import dev.connectioncheck.internal.check.Simulation.Event;
import dev.connectioncheck.internal.drive.Step;
import dev.connectioncheck.internal.log.CourseLog;
import dev.connectioncheck.internal.secret.Secrets;
import dev.connectioncheck.internal.wire.AnswerTooLongException;
import dev.connectioncheck.internal.wire.Attempt;
import dev.connectioncheck.internal.wire.UnusableKeyException;
import dev.connectioncheck.sandbox.VirtualTime;
import dev.connectioncheck.toy.Toy;
import dev.connectioncheck.toy.ToyClient;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.internal.http2.ErrorCode;
import okhttp3.internal.http2.StreamResetException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How often a call is sent, and when. */
class CallMachineTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final ToyClient FIXED_KEY = ToyClient.builder().withKey().build();
    private static final ToyClient RENEWABLE_KEY =
            ToyClient.builder().apiKey(() -> ToyClient.KEY).build();

    @ParameterizedTest
    @CsvSource({
        // status, ALWAYS, UNLESS_PROCESSED, UNLESS_SENT, NEVER
        "300, 1, 1, 1, 1", "307, 1, 1, 1, 1", "400, 1, 1, 1, 1", "403, 1, 1, 1, 1", "404, 1, 1, 1, 1",
        "408, 3, 1, 1, 1", "409, 1, 1, 1, 1", "422, 1, 1, 1, 1", "425, 3, 3, 1, 1", "429, 3, 3, 1, 1",
        "500, 3, 1, 1, 1", "501, 1, 1, 1, 1", "502, 3, 1, 1, 1", "503, 3, 1, 1, 1", "504, 3, 1, 1, 1",
        "507, 1, 1, 1, 1", "599, 1, 1, 1, 1", "204, 1, 1, 1, 1",
    })
    void aStatusIsAskedForAgainAsFarAsTheOperationAllows(
            int status, int always, int unlessProcessed, int unlessSent, int never) {
        assertThat(sends(Resend.ALWAYS, answer(status))).isEqualTo(always);
        assertThat(sends(Resend.UNLESS_PROCESSED, answer(status))).isEqualTo(unlessProcessed);
        assertThat(sends(Resend.UNLESS_SENT, answer(status))).isEqualTo(unlessSent);
        assertThat(sends(Resend.NEVER, answer(status))).isEqualTo(never);
    }

    @ParameterizedTest
    @EnumSource
    void aRequestThatNeverLeftIsSentAgainWhateverItIs(Resend resend) {
        assertThat(sends(resend, notSent(new ConnectException("refused")))).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void aRequestThatMayHaveArrivedIsSentAgainOnlyIfThatDoesNoHarm(Resend resend) {
        int expected = resend == Resend.ALWAYS ? 3 : 1;

        assertThat(sends(resend, sentInVain(new IOException("reset")))).isEqualTo(expected);
        assertThat(sends(resend, sentInVain(new InterruptedIOException("timeout"))))
                .isEqualTo(expected);
    }

    @Test
    void troubleThatDoesNotPassIsNotTriedAgain() {
        List<IOException> troubles = List.of(
                new SSLPeerUnverifiedException("wrong host"),
                new SSLHandshakeException("x") {
                    @Override
                    public synchronized Throwable getCause() {
                        return new CertificateException("untrusted");
                    }
                },
                new UnusableKeyException("no key"),
                new AnswerTooLongException(200, Optional.empty()));

        assertThat(troubles)
                .allSatisfy(trouble ->
                        assertThat(sends(Resend.ALWAYS, notSent(trouble))).isEqualTo(1));
    }

    @Test
    void pausesDoubleAndAreJitteredDownward() {
        Simulation simulation = Simulation.of(answer(503));

        simulation.runToError(machine(Resend.ALWAYS, MINUTE, true));

        assertThat(simulation.pauses).hasSizeGreaterThan(5);
        for (int i = 0; i < 5; i++) {
            long full = 500L << i;
            assertThat(simulation.pauses.get(i).toMillis()).isBetween(full * 3 / 4, full);
        }
    }

    @Test
    void aConnectionThatTheServerHadClosedCostsNoPause() {
        Simulation simulation = Simulation.of(sentInVain(new IOException("closed")), answer(200));

        Toy toy = simulation.run(machine(Resend.ALWAYS, MINUTE, false));

        assertThat(toy.status()).isEqualTo("works");
        assertThat(simulation.pauses).containsExactly(Duration.ZERO);
    }

    @Test
    void onlyTheFirstBrokenConnectionCostsNoPause() {
        Simulation simulation = Simulation.of(sentInVain(new IOException("closed")));

        simulation.runToError(machine(Resend.ALWAYS, MINUTE, false));

        assertThat(simulation.pauses).hasSize(2);
        assertThat(simulation.pauses.get(1)).isGreaterThanOrEqualTo(Duration.ofMillis(750));
    }

    /** Ten times: a server that ends its connections may refuse a request several times. */
    @Test
    void aRequestThatTheServerDidNotProcessIsSentAgainAtOnceAndThenAfterGrowingPauses() {
        Simulation simulation = Simulation.of(sentInVain(new StreamResetException(ErrorCode.REFUSED_STREAM)));

        simulation.runToError(machine(Resend.NEVER, Duration.ofHours(1), false));

        assertThat(simulation.sends).hasSize(10);
        assertThat(simulation.pauses.get(0)).isZero();
        assertThat(simulation.pauses.get(1)).isBetween(Duration.ofMillis(375), Duration.ofMillis(500));
        assertThat(simulation.pauses.get(2)).isBetween(Duration.ofMillis(750), Duration.ofSeconds(1));
    }

    @Test
    void anAttemptThatTookTooLongIsNotRepeatedAtOnce() {
        Simulation simulation = Simulation.of(sentInVain(new InterruptedIOException("timeout")), answer(200));

        simulation.run(machine(Resend.ALWAYS, MINUTE, false));

        assertThat(simulation.pauses)
                .singleElement()
                .satisfies(pause -> assertThat(pause).isGreaterThanOrEqualTo(Duration.ofMillis(375)));
    }

    @Test
    void retryAfterIsObeyed() {
        Simulation simulation = Simulation.of(answer(429, "Retry-After", "7"), answer(200));

        simulation.run(machine(Resend.UNLESS_PROCESSED, MINUTE, false));

        assertThat(simulation.sends).containsExactly(Duration.ZERO, Duration.ofSeconds(7));
    }

    @Test
    void aHugeRetryAfterIsCapped() {
        Simulation simulation = Simulation.of(answer(503, "Retry-After", "999999999999"), answer(200));

        simulation.run(machine(Resend.ALWAYS, Duration.ofHours(1), false));

        assertThat(simulation.pauses).containsExactly(Duration.ofMinutes(2));
    }

    @Test
    void aRetryThatWouldPassTheDeadlineFailsAtOnceWithTheRealError() {
        Simulation simulation = Simulation.of(answer(429, "Retry-After", "60"));

        ConnectionCheckException error = simulation.runToError(machine(Resend.ALWAYS, MINUTE, false));

        assertThat(error)
                .isInstanceOfSatisfying(
                        RateLimitedException.class,
                        limited -> assertThat(limited.retryAfter()).contains(MINUTE));
        assertThat(simulation.now()).isZero();
    }

    @Test
    void everyAttemptIsClampedToWhatIsLeft() {
        Simulation simulation = Simulation.of(answer(503).after(Duration.ofSeconds(20)));

        ConnectionCheckException error = simulation.runToError(machine(Resend.ALWAYS, Duration.ofSeconds(35), false));

        assertThat(simulation.allowances.get(0)).isEqualTo(Duration.ofSeconds(30));
        assertThat(simulation.allowances.get(1)).isLessThan(Duration.ofSeconds(15));
        assertThat(error).isInstanceOf(VendorUnavailableException.class);
    }

    @Test
    void anAttemptThatFailsAtTheDeadlineIsATimeOutThatNamesTheTroubleBefore() {
        Event late = sentInVain(new InterruptedIOException("timeout")).after(Duration.ofSeconds(40));
        Simulation simulation = Simulation.of(answer(503).after(Duration.ofSeconds(30)), late);

        ConnectionCheckException error = simulation.runToError(machine(Resend.ALWAYS, MINUTE, false));

        assertThat(error)
                .isInstanceOf(CheckTimeoutException.class)
                .hasMessageContaining("had no answer by the deadline of 60 s. Before that: ")
                .hasMessageContaining("answered 503");
        assertThat(error).hasCauseInstanceOf(VendorUnavailableException.class);
    }

    @ParameterizedTest
    @CsvSource({"10000, 9500", "1000, 500", "800, 400", "400, 200"})
    void aPatientCallMakesItsLastAttemptHalfASecondBeforeTheDeadlineOrHalfWayToIt(long timeout, long last) {
        Simulation simulation = Simulation.of(answer(503, "Retry-After", "60"));

        simulation.runToError(machine(Resend.ALWAYS, Duration.ofMillis(timeout), true));

        assertThat(simulation.sends).containsExactly(Duration.ZERO, Duration.ofMillis(last));
    }

    @Test
    void aTimeOutTellsTheTimeThatTheCallHad() {
        CallMachine<Toy> machine = machine(Resend.NEVER, MINUTE, false);
        machine.begin(Duration.ofSeconds(20).toNanos());

        Step<Toy> end = machine.failed(new InterruptedIOException("timeout"), new Attempt(), MINUTE.toNanos());

        assertThat(((Step.Failed<Toy>) end).error()).hasMessageContaining("no answer by the deadline of 40 s.");
    }

    @Test
    void anAttemptThatNeverLeftByTheDeadlineSaysSo() {
        Event late = notSent(new InterruptedIOException("timeout")).after(MINUTE);

        assertThat(Simulation.of(late).runToError(machine(Resend.ALWAYS, MINUTE, false)))
                .isInstanceOf(CheckTimeoutException.class)
                .hasMessageContaining("It was not sent")
                .hasCauseInstanceOf(TransportException.class);
    }

    @Test
    void aCallThatBeginsAtItsDeadlineSendsNothing() {
        Simulation simulation = Simulation.of(answer(200));

        assertThat(simulation.runToError(machine(Resend.ALWAYS, Duration.ZERO, false)))
                .isInstanceOf(CheckTimeoutException.class);
        assertThat(simulation.sends).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ALWAYS, 2", "UNLESS_PROCESSED, 2", "UNLESS_SENT, 2", "NEVER, 1"})
    void aKeyThatIsRefusedIsRenewedOnce(Resend resend, int sends) {
        Simulation simulation = Simulation.of(answer(401));

        ConnectionCheckException error = simulation.runToError(machine(RENEWABLE_KEY.send(resend), MINUTE, false));

        assertThat(error).isInstanceOf(AuthenticationException.class);
        assertThat(simulation.sends).hasSize(sends);
        assertThat(simulation.pauses).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aFixedKeyThatIsRefusedIsNotSentAgain(Resend resend) {
        assertThat(sends(resend, answer(401))).isEqualTo(1);
    }

    @Test
    void eachCallOfAChainHasItsOwnSendsAndAllShareTheDeadline() {
        ApiCall<Toy> chain = FIXED_KEY.read("t1").then(toy -> FIXED_KEY.read("t2"));
        Event slow = answer(503).after(Duration.ofSeconds(1));
        Event good = answer(200).after(Duration.ofSeconds(1));
        Simulation simulation = Simulation.of(slow, slow, good, slow, slow, good);

        assertThat(simulation.run(machine(chain, MINUTE, false)).status()).isEqualTo("works");

        assertThat(simulation.sends).hasSize(6);
    }

    @Test
    void aFailureThatIsNotAnswerIsATransportException() {
        ConnectionCheckException error = Simulation.of(notSent(new ConnectException("refused")))
                .runToError(machine(Resend.NEVER, MINUTE, false));

        assertThat(error).isInstanceOf(TransportException.class).hasMessageContaining("toy sendToy");
        assertThat(error.retryable()).isTrue();
    }

    private static int sends(Resend resend, Event event) {
        Simulation simulation = Simulation.of(event);
        simulation.runToError(machine(resend, MINUTE, false));
        return simulation.sends.size();
    }

    private static CallMachine<Toy> machine(Resend resend, Duration timeout, boolean patient) {
        return machine(FIXED_KEY.send(resend), timeout, patient);
    }

    private static CallMachine<Toy> machine(ApiCall<Toy> call, Duration timeout, boolean patient) {
        VirtualTime time = new VirtualTime();
        CallBudget budget = new CallBudget(
                new CallOwner("toy", "test", null),
                timeout.toNanos(),
                patient,
                Optional::empty,
                (why, attempt, pause) -> {},
                CourseLog.ofCall("toy", new Secrets()),
                time);
        return new CallMachine<>(call, budget, new Secrets());
    }
}
