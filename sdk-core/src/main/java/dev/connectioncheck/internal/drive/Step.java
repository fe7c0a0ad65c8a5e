package dev.connectioncheck.internal.drive;

import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.internal.wire.Attempt;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import okhttp3.Call;

/** What a {@link Machine} wants done next. */
public sealed interface Step<R> {
    /** Send this, once, within so much time. */
    record Send<R>(Call call, Attempt attempt, long nanos) implements Step<R> {}

    /** Begin this, which is no HTTP request, and wait for its stage so long. */
    record Invoke<R>(Supplier<? extends CompletionStage<?>> work, long nanos) implements Step<R> {}

    /** Let so much time pass. */
    record Wait<R>(long nanos) implements Step<R> {}

    /** Stop: this is the result. */
    record Done<R>(R value) implements Step<R> {
        public Done {
            Objects.requireNonNull(value, "value");
        }
    }

    /** Stop: there is no result. */
    record Failed<R>(ConnectionCheckException error) implements Step<R> {}

    /** Passes on a step that carries no result, from a machine within a machine. */
    @SuppressWarnings("unchecked") // none of the others holds anything of type R
    static <R> Step<R> passOn(Step<?> step) {
        if (step instanceof Done<?>) {
            throw new IllegalArgumentException("A result can't be passed on as another type.");
        }
        return (Step<R>) step;
    }
}
