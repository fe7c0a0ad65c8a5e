package dev.connectioncheck.sandbox.contract;

import dev.connectioncheck.CheckResult;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A thread that makes one check, watched from another, since a check that never ends can't say so itself. */
final class Caller {
    private final FutureTask<CheckResult> check;
    private final Thread thread;

    private Caller(String name, Callable<CheckResult> check) {
        this.check = new FutureTask<>(check);
        this.thread = new Thread(this.check, name);
        thread.setDaemon(true);
    }

    static Caller start(String name, Callable<CheckResult> check) {
        Caller caller = new Caller(name, check);
        caller.thread.start();
        return caller;
    }

    Thread thread() {
        return thread;
    }

    /** Waits for the end of the check; whoever is stuck is left alone after some time. */
    Ending await(Duration patience) throws InterruptedException {
        try {
            return Ending.by(check.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            return Ending.by(thrownBy(e));
        } catch (TimeoutException e) {
            String place = Stream.of(thread.getStackTrace())
                    .map(frame -> "\tat " + frame)
                    .collect(Collectors.joining("\n", "", "\n"));
            thread.interrupt();
            return Ending.stuckAt(place);
        }
    }

    /** What the check threw; that of a future is wrapped once more. */
    private static Throwable thrownBy(ExecutionException failed) {
        Throwable thrown = Objects.requireNonNullElse(failed.getCause(), failed);
        return thrown instanceof ExecutionException future ? thrownBy(future) : thrown;
    }
}
