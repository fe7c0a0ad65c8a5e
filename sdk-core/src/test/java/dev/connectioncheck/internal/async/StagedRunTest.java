package dev.connectioncheck.internal.async;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.toy.ManyRounds;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A run of stages that is ended just as it goes on to the next. */
@ManyRounds
@SuppressWarnings("FutureReturnValueIgnored") // what follows a value may be a stage
class StagedRunTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void aRunThatIsCancelledWhileItsNextStageIsMadeCancelsThatStage() {
        CompletableFuture<Object> first = new CompletableFuture<>();
        CompletableFuture<Object> second = new CompletableFuture<>();
        AtomicReference<@Nullable StagedRun<Object>> itself = new AtomicReference<>();
        StagedRun<Object> run = StagedRun.begin(
                () -> first,
                value -> {
                    Objects.requireNonNull(itself.get()).cancel(true);
                    Object next = second;
                    return next;
                },
                LONG);
        itself.set(run);

        first.complete("go on");

        assertThat(run).isCancelled();
        assertThat(second).isCancelled();
    }

    @Test
    void aRunThatFailsWhileItsNextStageIsMadeCancelsThatStage() {
        CompletableFuture<Object> first = new CompletableFuture<>();
        CompletableFuture<Object> second = new CompletableFuture<>();
        AtomicReference<@Nullable StagedRun<Object>> itself = new AtomicReference<>();
        StagedRun<Object> run = StagedRun.begin(
                () -> first,
                value -> {
                    Objects.requireNonNull(itself.get()).completeExceptionally(new IllegalStateException());
                    Object next = second;
                    return next;
                },
                LONG);
        itself.set(run);

        first.complete("go on");

        assertThat(run).isCompletedExceptionally();
        assertThat(second).isCancelled();
    }

    @Test
    void aRunThatIsCancelledLaterCancelsTheStageUnderWay() {
        CompletableFuture<Object> stage = new CompletableFuture<>();
        StagedRun<Object> run = StagedRun.begin(() -> stage, Function.identity(), LONG);

        run.cancel(true);

        assertThat(stage).isCancelled();
    }
}
