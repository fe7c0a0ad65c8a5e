package dev.connectioncheck.sandbox.contract;

import dev.connectioncheck.CheckResult;
import dev.connectioncheck.ConnectionCheckException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** How a check ended for its caller: by a verdict, by an exception, or in a way that it must not. */
record Ending(@Nullable CheckResult result, @Nullable Throwable thrown) {
    static Ending of(Callable<CheckResult> check) {
        try {
            return new Ending(check.call(), null);
        } catch (ExecutionException e) {
            return new Ending(null, e.getCause());
        } catch (Exception | Error e) {
            return new Ending(null, e);
        }
    }

    String name() {
        if (result != null) {
            return result.verdict().name();
        }
        return thrown == null ? "nothing" : thrown.getClass().getSimpleName();
    }

    boolean isProper() {
        return result != null || thrown instanceof ConnectionCheckException;
    }
}
