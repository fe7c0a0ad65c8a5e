package dev.connectioncheck.internal.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.sandbox.VirtualTime;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What becomes of a stage of an asynchronous run, and of the timer that ends it. */
class PendingStageTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final VirtualTime time = new VirtualTime();
    private final CompletableFuture<String> stage = new CompletableFuture<>();

    @Test
    void aStageThatEndsLeavesNoTimer() {
        AsyncRun<String> run = invoking(() -> stage);

        stage.complete("done");

        assertThat(run).isCompletedWithValue("returned done");
        assertThat(time.scheduledTasks()).isZero();
    }

    @Test
    void aStageThatCanNotBeBegunIsToldToTheMachine() {
        AsyncRun<String> run = invoking(() -> {
            throw new IllegalStateException("a stage of the user's");
        });

        assertThat(run).isCompletedWithValue("threw IllegalStateException");
    }

    @Test
    void aStageThatEndsWithoutAValueIsToldAsOneThatThrew() {
        AsyncRun<String> run = invoking(() -> CompletableFuture.completedFuture(null));

        assertThat(run).isCompletedWithValue("threw NullPointerException");
    }

    @Test
    void aStageThatTakesTooLongIsToldAsLateAndCancelled() {
        AsyncRun<String> run = invoking(() -> stage);

        time.advance(TIMEOUT);

        assertThat(run).isCompletedWithValue("threw TimeoutException");
        assertThat(stage).isCancelled();
    }

    private AsyncRun<String> invoking(Supplier<CompletionStage<?>> work) {
        AsyncRun<String> run =
                new AsyncRun<>(new ToldMachine(() -> new Step.Invoke<>(work, TIMEOUT.toNanos())), time, Runnable::run);
        run.begin();
        return run;
    }
}
