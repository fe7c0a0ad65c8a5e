package dev.connectioncheck.internal.check;

import static dev.connectioncheck.toy.ToyTarget.toy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.CheckResult;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.PollOutcome;
import dev.connectioncheck.RunningCheck;
import dev.connectioncheck.toy.Driver;
import dev.connectioncheck.toy.Reply;
import dev.connectioncheck.toy.ToyVendor;
import java.lang.ref.WeakReference;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That a checker which lives for months keeps nothing of the checks that have ended. */
@Timeout(20)
class ForgettingTest {
    private static final int MOST_COLLECTIONS = 100;

    private final ToyVendor vendor = ToyVendor.saying(Reply.running(), Reply.works());
    private final ConnectionChecker checker = vendor.checker();

    @Test
    void anAsynchronousCheckIsForgottenWhenItHasEnded() {
        assertIsForgotten(endedCheck());
    }

    @Test
    void aThreadIsForgottenWhenItsCheckHasEnded() throws InterruptedException {
        assertIsForgotten(endedThread());
    }

    @Test
    void aThreadIsForgottenWhenItsPollHasEndedThoughTheCheckGoesOn() throws InterruptedException {
        RunningCheck running = checker.start(toy("t1"));

        assertIsForgotten(endedPoll(running));

        running.cancel(); // not before: it has to be in use until here
    }

    private static WeakReference<Thread> endedPoll(RunningCheck running) throws InterruptedException {
        CompletableFuture<PollOutcome> outcome = new CompletableFuture<>();
        Thread thread = new Thread(() -> outcome.complete(running.poll()));
        thread.start();
        thread.join();
        assertThat(outcome).isCompleted();
        return new WeakReference<>(thread);
    }

    private WeakReference<CompletableFuture<CheckResult>> endedCheck() {
        CompletableFuture<CheckResult> check = checker.checkAsync(toy("t1"));
        assertThat(Driver.finish(check, vendor.time()).passed()).isTrue();
        return new WeakReference<>(check);
    }

    private WeakReference<Thread> endedThread() throws InterruptedException {
        CompletableFuture<CheckResult> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> result.complete(checker.check(toy("t1"))));
        thread.start();
        thread.join();
        assertThat(result.join().passed()).isTrue();
        return new WeakReference<>(thread);
    }

    private void assertIsForgotten(WeakReference<?> ended) {
        for (int i = 0; i < MOST_COLLECTIONS && ended.get() != null; i++) {
            System.gc();
        }
        assertThat(ended.get()).isNull();
        checker.close(); // not before: it has to be in use until here
    }
}
