package dev.connectioncheck.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.ConnectionCheckException.Failure;
import dev.connectioncheck.TransportException;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.datafold.DatafoldTarget;
import dev.connectioncheck.sandbox.Fault;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A tally that is fed: what it has to count, and what it has to let pass. */
class SoakTallyTest {
    private static final int THREADS = 20;
    private static final long HEAP = 10L << 20;
    private static final SoakCase WORKING = soakCase(Verdict.PASSED, Optional.empty(), false);
    private static final SoakCase BROKEN = soakCase(Verdict.FAILED, Optional.empty(), false);
    private static final SoakCase STRUCK = soakCase(Verdict.PASSED, Optional.of(Fault.status(500)), false);
    private static final SoakCase CANCELLED = soakCase(Verdict.PASSED, Optional.empty(), true);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final SoakTally tally = new SoakTally(new PrintStream(bytes, true, StandardCharsets.UTF_8));

    @BeforeEach
    void beginWithAHundredTruths() {
        tally.sample(Duration.ZERO, THREADS, HEAP);
        for (int i = 0; i < 100; i++) {
            tally.ended(BROKEN, Verdict.FAILED, null, false);
        }
    }

    static Stream<Arguments> kept() {
        return Stream.of(
                Arguments.of(WORKING, Verdict.PASSED, null),
                Arguments.of(BROKEN, Verdict.FAILED, null),
                Arguments.of(STRUCK, Verdict.INCONCLUSIVE, null),
                Arguments.of(STRUCK, Verdict.PASSED, null),
                Arguments.of(STRUCK, null, error()),
                Arguments.of(CANCELLED, null, new CancellationException()),
                Arguments.of(WORKING, null, lostConnection()));
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(WORKING, Verdict.FAILED, null),
                Arguments.of(BROKEN, Verdict.PASSED, null),
                Arguments.of(WORKING, Verdict.INCONCLUSIVE, null),
                Arguments.of(STRUCK, Verdict.FAILED, null),
                Arguments.of(WORKING, null, error()),
                Arguments.of(STRUCK, null, new IllegalStateException()),
                Arguments.of(STRUCK, null, new CancellationException()),
                Arguments.of(WORKING, null, new CancellationException()),
                Arguments.of(WORKING, null, null));
    }

    @ParameterizedTest
    @MethodSource("kept")
    void aTruthOrAReasonForItsAbsenceIsRight(SoakCase played, @Nullable Verdict verdict, @Nullable Throwable error) {
        tally.ended(played, verdict, error, false);

        assertThat(tally.conclude(true)).isTrue();
        assertThat(printed()).contains("checks 101, wrong 0, hung 0", "threads and heap flat: kept");
    }

    @ParameterizedTest
    @MethodSource("broken")
    void anythingElseIsWrong(SoakCase played, @Nullable Verdict verdict, @Nullable Throwable error) {
        tally.ended(played, verdict, error, false);

        assertThat(tally.conclude(true)).isFalse();
        assertThat(printed()).contains("WRONG: " + played, "checks 101, wrong 1, hung 0", ": BROKEN");
    }

    @Test
    void aRightVerdictThatComesTooLateIsHung() {
        tally.ended(WORKING, Verdict.PASSED, null, true);

        assertThat(tally.conclude(true)).isFalse();
        assertThat(printed()).contains("hung 1", ": BROKEN");
    }

    @Test
    void checksThatHaveNotEndedAtAllAreHung() {
        tally.hung(3);

        assertThat(tally.conclude(true)).isFalse();
        assertThat(printed()).contains("hung 3", ": BROKEN");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void oneInAHundredMayBeOutOfLuck(int luckless) {
        for (int i = 0; i < luckless; i++) {
            tally.ended(WORKING, null, lostConnection(), false);
        }

        assertThat(tally.conclude(true)).isEqualTo(luckless == 1);
        assertThat(printed()).contains("no verdict though unstruck " + luckless);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 21})
    void threadsMayGrowByTwenty(int more) {
        tally.sample(Duration.ofMinutes(1), THREADS + more, HEAP);

        assertThat(tally.conclude(true)).isEqualTo(more == 20);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1})
    void theHeapMayGrowBySixteenMebibytes(long more) {
        tally.sample(Duration.ofMinutes(1), THREADS, HEAP + (16L << 20) + more);

        assertThat(tally.conclude(true)).isEqualTo(more == 0);
    }

    @Test
    void whatHasNotSettledIsNotCompared() {
        tally.sample(Duration.ofMinutes(1), 10 * THREADS, 10 * HEAP);

        assertThat(tally.conclude(false)).isTrue();
        assertThat(printed()).contains("threads and heap not settled: kept");
    }

    @Test
    void samplesShowTheSumsSoFar() {
        tally.ended(WORKING, Verdict.FAILED, null, true);
        tally.sample(Duration.ofSeconds(90), 21, 3L << 20);

        assertThat(printed()).endsWith("   1.5 |     101 |     1 |    1 |      21 | 3.0 MiB" + System.lineSeparator());
    }

    private static SoakCase soakCase(Verdict truth, Optional<Fault> fault, boolean cancelled) {
        return new SoakCase(DatafoldTarget.dataSource(42), truth, fault, cancelled);
    }

    private static Throwable lostConnection() {
        return new TransportException(failure(), null);
    }

    private static Throwable error() {
        return new ConnectionCheckException(failure(), null);
    }

    private static Failure failure() {
        return Failure.of("datafold", "check", "it failed");
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
