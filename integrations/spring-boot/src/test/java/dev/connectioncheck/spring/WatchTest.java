package dev.connectioncheck.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckStatus;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.config.ConnectionsFile;
import dev.connectioncheck.sandbox.VirtualTime;
import dev.connectioncheck.spi.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.event.EventListener;

/** Watches on virtual time: hours take no time. */
@ExtendWith(OutputCaptureExtension.class)
class WatchTest {
    private static final Duration A_ROUND_LATER = Duration.ofMinutes(11);

    private final VirtualTime time = new VirtualTime();

    @BeforeEach
    void allLampsAreLit() {
        LampModule.forgetAll();
    }

    @Test
    void allConnectionsAreCheckedAtStartAndAgainAfterTheInterval() {
        Contexts.watching(time).run(context -> {
            assertThat(LampModule.asked("1")).isEqualTo(1);
            assertThat(LampModule.asked("2")).isEqualTo(1);

            time.advance(A_ROUND_LATER);
            assertThat(LampModule.asked("1")).isEqualTo(2);
            assertThat(LampModule.asked("2")).isEqualTo(2);
        });
    }

    @Test
    void aRoundComesATenthEarlierOrLaterThanTheInterval() {
        ConnectionMonitor monitor = monitor();
        ConnectionWatch early = new ConnectionWatch(monitor, Duration.ofMinutes(10), time, () -> 0);
        early.start();
        time.advance(Duration.ofMinutes(9).minusMillis(1));
        assertThat(LampModule.asked("1")).isEqualTo(1);
        time.advance(Duration.ofMillis(2));
        assertThat(LampModule.asked("1")).isEqualTo(2);
        early.stop();

        ConnectionWatch late = new ConnectionWatch(monitor, Duration.ofMinutes(10), time, () -> 1);
        late.start();
        time.advance(Duration.ofMinutes(11).minusMillis(1));
        assertThat(LampModule.asked("1")).isEqualTo(3);
        time.advance(Duration.ofMillis(2));
        assertThat(LampModule.asked("1")).isEqualTo(4);
    }

    @Test
    void noRoundBeginsAfterTheContextIsClosed() {
        Contexts.watching(time).run(context -> {});
        time.advance(A_ROUND_LATER.multipliedBy(3));

        assertThat(LampModule.asked("1")).isEqualTo(1);
        assertThat(time.scheduledTasks()).isZero();
    }

    @Test
    void resultsAreKeptWithTheirAge() {
        LampModule.dark("1", "the bulb is broken");
        Contexts.watching(time).run(context -> {
            time.advance(Duration.ofMinutes(3));
            LastCheck last =
                    context.getBean(ConnectionMonitor.class).last("hall").orElseThrow();

            assertThat(last.outcome().status()).isEqualTo(CheckStatus.FAILED);
            assertThat(last.age()).isEqualTo(Duration.ofMinutes(3));
            assertThat(last.at()).isEqualTo(time.now().minus(Duration.ofMinutes(3)));
        });
    }

    @Test
    void aVerdictThatIsTooOldIsNotKnown() {
        Contexts.watching(time)
                .withPropertyValues("connectioncheck.watch.max-age=4m")
                .run(context -> {
                    ConnectionMonitor monitor = context.getBean(ConnectionMonitor.class);
                    time.advance(Duration.ofMinutes(4));
                    assertThat(monitor.verdict("hall")).contains(Verdict.PASSED);
                    time.advance(Duration.ofNanos(1));
                    assertThat(monitor.verdict("hall")).isEmpty();
                    assertThat(monitor.last("hall")).isPresent();
                });
    }

    @Test
    void theOldestResultThatCountsIsThreeIntervalsOldUnlessGiven() {
        assertThat(new ConnectionCheckProperties.Watch(true, Duration.ofMinutes(10), null).maxAge())
                .isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void anEntryThatStandsForAllIsNotWatchedAndStartUpSaysSo(CapturedOutput output) {
        Contexts.watching(time)
                .withPropertyValues(
                        "connectioncheck.connections.every-lamp.client=lamp",
                        "connectioncheck.connections.every-lamp.all=true")
                .run(context -> {
                    assertThat(context.getBean(ConnectionMonitor.class).names()).containsExactly("hall", "attic");
                    assertThat(output).contains("every-lamp stands for all of its client and is not watched");
                });
    }

    @Test
    void whoAsksDuringACheckGetsItsOutcome() {
        CompletableFuture<Progress> answer = new CompletableFuture<>();
        LampModule.answersWith("1", answer);
        Contexts.watching(time).run(context -> {
            ConnectionMonitor monitor = context.getBean(ConnectionMonitor.class);
            CompletableFuture<CheckOutcome> first = monitor.check("hall");
            CompletableFuture<CheckOutcome> second = monitor.check("hall");
            assertThat(LampModule.asked("1")).isEqualTo(1);
            second.cancel(true);
            assertThat(first).isNotDone();

            answer.complete(Progress.passed());
            time.advance(Duration.ZERO);

            assertThat(first.join().passed()).isTrue();
            assertThat(LampModule.asked("1")).isEqualTo(1);
            assertThat(monitor.check("hall").join().passed()).isTrue();
            assertThat(LampModule.asked("1")).isEqualTo(2);
        });
    }

    @Test
    void aRoundLeavesOutWhatIsBeingChecked() {
        Contexts.watching(time)
                .withPropertyValues("connectioncheck.connections.hall.timeout=1h")
                .run(context -> {
                    LampModule.answersWith("1", new CompletableFuture<>());
                    CompletableFuture<CheckOutcome> check =
                            context.getBean(ConnectionMonitor.class).check("hall");
                    time.advance(A_ROUND_LATER);

                    assertThat(check).isNotDone();
                    assertThat(LampModule.asked("1")).isEqualTo(2);
                    assertThat(LampModule.asked("2")).isEqualTo(2);
                });
    }

    @Test
    void aConnectionsTimeoutBoundsItsChecks() {
        LampModule.answersWith("1", new CompletableFuture<>());
        LampModule.answersWith("2", new CompletableFuture<>());
        Contexts.watching(time)
                .withPropertyValues("connectioncheck.connections.hall.timeout=30s")
                .run(context -> {
                    ConnectionMonitor monitor = context.getBean(ConnectionMonitor.class);
                    time.advance(Duration.ofSeconds(30));
                    assertThat(monitor.last("hall").orElseThrow().outcome().status())
                            .isEqualTo(CheckStatus.ERROR);
                    assertThat(monitor.last("attic")).as("has five minutes").isEmpty();

                    CompletableFuture<CheckOutcome> again = monitor.check("hall");
                    time.advance(Duration.ofSeconds(30));
                    assertThat(again.join().status()).isEqualTo(CheckStatus.ERROR);
                });
    }

    @Test
    void aChangeOfVerdictIsAnEvent() {
        Contexts.watching(time).withBean(Heard.class).run(context -> {
            Heard heard = context.getBean(Heard.class);
            assertThat(heard.texts).containsExactlyInAnyOrder("hall: PASSED", "attic: PASSED");
            heard.texts.clear();

            time.advance(A_ROUND_LATER);
            assertThat(heard.texts).as("nothing changed").isEmpty();
            LampModule.answersWith("1", CompletableFuture.failedFuture(new IllegalStateException("away")));
            time.advance(A_ROUND_LATER);
            assertThat(heard.texts).as("no verdict is no change").isEmpty();
            LampModule.dark("1", "broken");
            time.advance(A_ROUND_LATER);
            assertThat(heard.texts).containsExactly("hall: PASSED -> FAILED");
            LampModule.lit("1");
            time.advance(A_ROUND_LATER);
            assertThat(heard.texts).containsExactly("hall: PASSED -> FAILED", "hall: FAILED -> PASSED");
        });
    }

    @Test
    void aListenerThatThrowsTakesTheOutcomeFromNobody() {
        Contexts.withLamps()
                .withBean(Throwing.class)
                .run(context -> assertThat(context.getBean(ConnectionMonitor.class)
                                .check("hall")
                                .join()
                                .passed())
                        .isTrue());
    }

    private ConnectionMonitor monitor() {
        ConnectionChecker checker = ConnectionChecker.builder()
                .client(new LampModule.LampClient("k", false))
                .timeSource(time)
                .build();
        Map<String, Object> tree = Map.of("connections", Map.of("hall", Map.of("client", "lamp", "lamp-id", "1")));
        return new ConnectionMonitor(
                checker,
                ConnectionsFile.reader().environment(name -> "k").tree("", tree).connections(),
                Duration.ofHours(1),
                time,
                change -> {});
    }

    /** Writes down what it is told. */
    static final class Heard {
        private final List<String> texts = new ArrayList<>();

        @EventListener
        void changed(ConnectionVerdictChanged change) {
            texts.add(change.toString());
        }
    }

    /** Fails at whatever it is told. */
    static final class Throwing {
        @EventListener
        void changed(ConnectionVerdictChanged change) {
            if (change.previous().isEmpty()) {
                throw new IllegalStateException(change.connection());
            }
        }
    }
}
