package dev.connectioncheck.sandbox.contract;

import dev.connectioncheck.CheckResult;
import dev.connectioncheck.ConnectionCheckException;
import org.jspecify.annotations.Nullable;

/**
 * How a check ended for its caller: by a verdict, by an exception, or in a way that it must not.
 *
 * @param result the verdict, if there was one
 * @param thrown what was thrown instead
 * @param stuckAt where the caller's thread was when patience was lost; null if the check ended
 */
record Ending(
        @Nullable CheckResult result,
        @Nullable Throwable thrown,
        @Nullable String stuckAt) {
    static Ending by(CheckResult result) {
        return new Ending(result, null, null);
    }

    static Ending by(Throwable thrown) {
        return new Ending(null, thrown, null);
    }

    static Ending stuckAt(String place) {
        return new Ending(null, null, place);
    }

    String name() {
        if (result != null) {
            return result.verdict().name();
        }
        return thrown == null ? "stuck" : thrown.getClass().getSimpleName();
    }

    boolean isProper() {
        return result != null || thrown instanceof ConnectionCheckException;
    }
}
