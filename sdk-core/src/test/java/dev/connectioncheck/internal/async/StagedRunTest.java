package dev.connectioncheck.internal.async;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.toy.ManyRounds;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run of stages that is ended just as it goes on to the next. */
@ManyRounds
@SuppressWarnings("FutureReturnValueIgnored") // what follows a value may be a stage
class StagedRunTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    static Stream<Consumer<StagedRun<Object>>> ends() {
        return Stream.of(run -> run.cancel(true), run -> run.completeExceptionally(new IllegalStateException()));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void aRunThatEndsWhileItsNextStageIsMadeCancelsThatStage(Consumer<StagedRun<Object>> end) {
        CompletableFuture<Object> first = new CompletableFuture<>();
        CompletableFuture<Object> second = new CompletableFuture<>();
        AtomicReference<@Nullable StagedRun<Object>> itself = new AtomicReference<>();
        StagedRun<Object> run = StagedRun.begin(
                () -> first,
                value -> {
                    end.accept(Objects.requireNonNull(itself.get()));
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
