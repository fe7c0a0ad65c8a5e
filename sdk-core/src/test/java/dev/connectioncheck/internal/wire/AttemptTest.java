package dev.connectioncheck.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.sandbox.VirtualTime;
import java.net.Socket;
import java.time.Duration;
import okhttp3.Protocol;
import org.junit.jupiter.api.Test;

/** Until when an attempt may run, as far as it has come. */
class AttemptTest {
    private static final Duration DEADLINE = Duration.ofMinutes(5);
    private static final Duration TIME = Duration.ofSeconds(30);

    private final VirtualTime time = new VirtualTime();
    private final Attempt ordinary = attempt(false);
    private final Attempt longRunning = attempt(true);

    @Test
    void inTheQueueTheDeadlineAloneBoundsIt() {
        time.advance(Duration.ofMinutes(4));

        assertThat(left(ordinary)).isEqualTo(Duration.ofMinutes(1));
        assertThat(left(longRunning)).isEqualTo(Duration.ofMinutes(1));
        assertThat(ordinary.phase()).isEqualTo(Attempt.Phase.QUEUED);
    }

    @Test
    void itsClockStartsWhenItLeavesTheQueue() {
        time.advance(Duration.ofMinutes(2));
        ordinary.markDispatched();
        time.advance(Duration.ofSeconds(10));

        assertThat(left(ordinary)).isEqualTo(Duration.ofSeconds(20));
        assertThat(ordinary.age()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void onceItIsSentItHasWhatIsLeftOfItsTime() {
        ordinary.markDispatched();
        time.advance(Duration.ofSeconds(10));
        ordinary.markSent();
        time.advance(Duration.ofSeconds(15));

        assertThat(left(ordinary)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aLongRunningOneHasItsTimeForBeingSentAndTheDeadlineForItsAnswer() {
        longRunning.markDispatched();
        assertThat(left(longRunning)).isEqualTo(TIME);

        time.advance(Duration.ofSeconds(10));
        longRunning.markSent();

        assertThat(left(longRunning)).isEqualTo(DEADLINE.minusSeconds(10));
    }

    @Test
    void theDeadlineBoundsItEvenIfItLeavesTheQueueJustBefore() {
        time.advance(DEADLINE.minusSeconds(3));
        ordinary.markDispatched();
        longRunning.markDispatched();

        assertThat(left(ordinary)).isEqualTo(Duration.ofSeconds(3));
        assertThat(left(longRunning)).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void oneThatIsSentRightFromTheQueueHasItsTimeFromThenOn() {
        time.advance(Duration.ofMinutes(2));
        ordinary.markSent();

        assertThat(left(ordinary)).isEqualTo(TIME);
        assertThat(ordinary.age()).isZero();
    }

    @Test
    void itIsOverdueOnceItsTimeIsOver() {
        ordinary.markSent();
        time.advance(TIME.plusSeconds(1));

        assertThat(left(ordinary)).isEqualTo(Duration.ofSeconds(-1));
        assertThat(nextLook(ordinary)).isZero();
    }

    @Test
    void whoLooksWhenItSaysFindsItOverdueToTheMomentWheneverItLeavesTheQueue() {
        for (int second = 0; second <= 61; second++) {
            Attempt attempt = attempt(false);
            Duration ends = looksUntilOverdue(attempt, Duration.ofSeconds(second));
            assertThat(ends).isEqualTo(TIME.plusSeconds(second));
        }
    }

    /** Looks at an attempt as a driver does, with an event in between. */
    private Duration looksUntilOverdue(Attempt attempt, Duration leavesTheQueue) {
        long began = time.nanoTime();
        long leaves = began + leavesTheQueue.toNanos();
        while (attempt.nanosLeft() > 0) {
            long next = time.nanoTime() + attempt.nanosToNextLook();
            if (attempt.phase() == Attempt.Phase.QUEUED && leaves <= next) {
                time.advance(Duration.ofNanos(leaves - time.nanoTime()));
                attempt.markDispatched();
            }
            time.advance(Duration.ofNanos(next - time.nanoTime()));
        }
        return Duration.ofNanos(time.nanoTime() - began);
    }

    @Test
    void theConnectionThatWasUsedIsTheOneToAbandon() {
        Socket socket = new Socket();

        ordinary.useConnection(Wire.connection(socket));
        ordinary.abandonConnection();

        assertThat(socket.isClosed()).isTrue();
    }

    @Test
    void aConnectionOfHttp2StaysOpenForItsOtherAnswers() {
        Socket socket = new Socket();

        ordinary.useConnection(Wire.connection(socket, Protocol.HTTP_2));
        ordinary.abandonConnection();

        assertThat(socket.isClosed()).isFalse();
    }

    @Test
    void anAttemptWithoutAConnectionHasNoneToAbandon() {
        ordinary.abandonConnection();

        assertThat(ordinary.wasSent()).isFalse();
    }

    private Attempt attempt(boolean longRunning) {
        long now = time.nanoTime();
        return new Attempt(new AttemptBounds(time, now, now + DEADLINE.toNanos(), TIME.toNanos(), longRunning), null);
    }

    private static Duration left(Attempt attempt) {
        return Duration.ofNanos(attempt.nanosLeft());
    }

    private static Duration nextLook(Attempt attempt) {
        return Duration.ofNanos(attempt.nanosToNextLook());
    }
}
