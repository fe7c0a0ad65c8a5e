package dev.connectioncheck;

import static dev.connectioncheck.toy.ToyTarget.toy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.connectioncheck.sandbox.VirtualTime;
import dev.connectioncheck.time.TimeSource;
import dev.connectioncheck.toy.DelegatingTime;
import dev.connectioncheck.toy.Reply;
import dev.connectioncheck.toy.ToyServer;
import dev.connectioncheck.toy.ToyVendor;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a check is ended from outside while a call is in flight or a thread waits. */
@Timeout(60)
class EndingInFlightTest {
    private final ToyServer server = new ToyServer().staysSilent();
    private final ConnectionChecker checker = ConnectionChecker.of(server.client());

    @AfterEach
    void close() {
        checker.close();
        server.close();
    }

    @Test
    void interruptingAThreadThatReadsEndsItsCheckAndKeepsTheFlag() throws Exception {
        Waiting waiting = new Waiting(checker);
        server.take();

        waiting.thread.interrupt();

        assertThat(waiting.error())
                .isInstanceOf(CheckInterruptedException.class)
                .hasMessageContaining("interrupted");
        assertThat(waiting.flag).isTrue();
    }

    @Test
    void closingEndsACheckInFlight() throws Exception {
        Waiting waiting = new Waiting(checker);
        server.take();

        checker.close();

        assertThat(waiting.error()).isInstanceOf(CheckCancelledException.class);
        assertThat(waiting.flag).isFalse();
    }

    @Test
    void cancellingAbortsACallInFlight() {
        CompletableFuture<CheckResult> check = checker.checkAsync(toy("t1"));
        server.take();

        check.cancel(true);

        assertThat(check).isCancelled();
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void aThreadInterruptedBeforeSendsNothing() throws Exception {
        ToyVendor vendor = ToyVendor.saying(Reply.works());
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(CheckInterruptedException.class)
                .isThrownBy(() -> vendor.checker().check(toy("t1")));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(vendor.requests()).isEmpty();
    }

    @Test
    void interruptingAThreadThatPausesEndsItsCheck() throws Exception {
        Pausing time = new Pausing();
        Waiting waiting = new Waiting(pausing(time));
        time.paused.await();

        waiting.thread.interrupt();

        assertThat(waiting.error()).isInstanceOf(CheckInterruptedException.class);
        assertThat(waiting.error()).hasMessageContaining("may still run");
        assertThat(((ConnectionCheckException) waiting.error()).token()).isPresent();
        assertThat(waiting.flag).isTrue();
    }

    @Test
    void closingWakesAThreadThatPauses() throws Exception {
        Pausing time = new Pausing();
        ConnectionChecker closing = pausing(time);
        Waiting waiting = new Waiting(closing);
        time.paused.await();

        closing.close();

        assertThat(waiting.error()).isInstanceOf(CheckCancelledException.class);
    }

    @Test
    void aPauseThatEndsEarlyForNoReasonIsGoneOnWith() {
        ToyVendor vendor = ToyVendor.saying(Reply.running(), Reply.works());
        TimeSource restless = new DelegatingTime(vendor.time()) {
            @Override
            public void park(Object blocker, long nanos) {
                super.park(blocker, Math.max(1, nanos / 2));
            }
        };
        CheckResult result = ConnectionChecker.builder()
                .client(vendor.client())
                .timeSource(restless)
                .build()
                .check(toy("t1"));

        assertThat(result.elapsed()).isGreaterThanOrEqualTo(Duration.ofMillis(135));
    }

    @Test
    void everyThreadOfOursIsADaemon() {
        CompletableFuture<CheckResult> check = checker.checkAsync(toy("t1"));
        server.take();

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("connection-check"))
                .isNotEmpty()
                .allMatch(Thread::isDaemon);
        check.cancel(true);
    }

    private static ConnectionChecker pausing(TimeSource time) {
        ToyVendor vendor = ToyVendor.saying(Reply.running());
        return ConnectionChecker.builder()
                .client(vendor.client())
                .timeSource(time)
                .build();
    }

    /** A thread that waits for a check. */
    private static final class Waiting {
        private final FutureTask<Throwable> task;
        final Thread thread;
        volatile boolean flag;

        Waiting(ConnectionChecker checker) {
            task = new FutureTask<>(() -> {
                try {
                    checker.check(toy("t1"));
                    return new AssertionError("There was a verdict.");
                } catch (ConnectionCheckException e) {
                    flag = Thread.currentThread().isInterrupted();
                    return e;
                }
            });
            thread = new Thread(task);
            thread.start();
        }

        Throwable error() throws Exception {
            return task.get(ToyServer.patience().toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** A time in which pauses last until somebody ends them. */
    private static final class Pausing extends DelegatingTime {
        final CountDownLatch paused = new CountDownLatch(1);

        Pausing() {
            super(new VirtualTime());
        }

        @Override
        public void park(Object blocker, long nanos) {
            paused.countDown();
            LockSupport.park(blocker);
        }
    }
}
