package dev.connectioncheck.sandbox.contract;

import dev.connectioncheck.ConnectionCheckException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended for its caller: by a result, by an exception, or in a way that it must not.
 *
 * @param result the verdict of a check or the rows of a list, if there were any
 * @param thrown what was thrown instead
 * @param stuckAt where the caller's thread was when patience was lost; null if the call ended
 */
record Ending<T>(
        @Nullable T result,
        @Nullable Throwable thrown,
        @Nullable String stuckAt) {
    static <T> Ending<T> with(T result) {
        return new Ending<>(result, null, null);
    }

    static <T> Ending<T> by(Throwable thrown) {
        return new Ending<>(null, thrown, null);
    }

    static <T> Ending<T> stuckAt(String place) {
        return new Ending<>(null, null, place);
    }

    /** Names it by its result, or by what came instead. */
    String name(Function<? super T, String> nameOfResult) {
        if (result != null) {
            return nameOfResult.apply(result);
        }
        return thrown == null ? "stuck" : thrown.getClass().getSimpleName();
    }

    boolean isProper() {
        return result != null || thrown instanceof ConnectionCheckException;
    }

    /** What to add to a problem: where it hung, or all that was thrown. */
    String told() {
        if (stuckAt != null) {
            return "\n" + stuckAt;
        }
        return thrown == null ? "" : "\n" + Canary.textOf(thrown);
    }
}
