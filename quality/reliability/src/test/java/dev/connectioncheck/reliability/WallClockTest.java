package dev.connectioncheck.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connectioncheck.CheckListener;
import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.CheckTimeoutException;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Fault;
import dev.connectioncheck.sandbox.Phase;
import dev.connectioncheck.sandbox.VirtualTime;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody sets the wall clock while a check runs. */
@Timeout(60)
class WallClockTest {
    private static final Duration DEADLINE = Duration.ofMinutes(5);

    private final VirtualTime time = new VirtualTime();

    static Stream<Duration> jumps() {
        return Stream.of(Duration.ofHours(1), Duration.ofHours(-1));
    }

    @ParameterizedTest
    @MethodSource("jumps")
    void aClockThatIsSetNeitherShortensNorLengthensAWait(Duration jump) {
        try (Bench bench = Bench.of(Vendors.datafold(), time);
                ConnectionChecker checker = bench.checker(settingTheClock(jump))) {
            CheckTarget target = bench.target(Behavior.neverEnds());
            assertThatThrownBy(() -> checker.check(target)).isInstanceOf(CheckTimeoutException.class);
        }
        assertThat(Duration.ofNanos(time.nanoTime())).isBetween(DEADLINE.minusSeconds(3), DEADLINE);
    }

    @ParameterizedTest
    @MethodSource("jumps")
    void theTimeThatACheckTookIsNotThatOfTheClock(Duration jump) {
        try (Bench bench = Bench.of(Vendors.unstructured(), time);
                ConnectionChecker checker = bench.checker(settingTheClock(jump))) {
            CheckResult result = checker.check(bench.target(Behavior.passes().at(Phase.POLL, Fault.status(503), 2)));
            assertThat(result.elapsed()).isEqualTo(Duration.ofNanos(time.nanoTime()));
        }
    }

    /** Without a {@code Date} of the server's the date is compared with our clock; a wrong one must not hold us up. */
    @ParameterizedTest
    @MethodSource("jumps")
    void aDateToRetryAfterIsWaitedForWithinTheDeadlineAtMost(Duration jump) {
        String inAMinute = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                time.now().plusSeconds(60).atOffset(ZoneOffset.UTC));
        time.setWallClock(jump);
        CheckOptions options = CheckOptions.builder().timeout(DEADLINE).build();
        try (Bench bench = Bench.of(Vendors.datafold(), time);
                ConnectionChecker checker = bench.checker(options)) {
            CheckTarget target = bench.target(
                    Behavior.passes().at(Phase.POLL, Fault.status(503).retryAfter(inAMinute), 1));
            assertThat(checker.check(target).passed()).isTrue();
        }
        assertThat(Duration.ofNanos(time.nanoTime())).isLessThan(Duration.ofMinutes(3));
    }

    private CheckOptions settingTheClock(Duration jump) {
        return CheckOptions.builder()
                .timeout(DEADLINE)
                .listener(new CheckListener() {
                    @Override
                    public void onStatusChange(CheckTarget target, String status) {
                        time.setWallClock(jump);
                    }
                })
                .build();
    }
}
