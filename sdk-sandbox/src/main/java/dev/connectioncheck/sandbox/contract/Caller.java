package dev.connectioncheck.sandbox.contract;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A thread that makes one call, watched from another, since a call that never ends can't say so itself. */
final class Caller<T> {
    private final FutureTask<T> call;
    private final Thread thread;

    private Caller(String name, Callable<T> call) {
        this.call = new FutureTask<>(call);
        this.thread = new Thread(this.call, name);
        thread.setDaemon(true);
    }

    static <T> Caller<T> start(String name, Callable<T> call) {
        Caller<T> caller = new Caller<>(name, call);
        caller.thread.start();
        return caller;
    }

    Thread thread() {
        return thread;
    }

    /** Waits for the end of the call; whoever is stuck is left alone after some time. */
    Ending<T> await(Duration patience) throws InterruptedException {
        try {
            return Ending.with(call.get(patience.toMillis(), TimeUnit.MILLISECONDS));
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

    /** What the call threw; that of a future is wrapped once more. */
    private static Throwable thrownBy(ExecutionException failed) {
        Throwable thrown = Objects.requireNonNullElse(failed.getCause(), failed);
        return thrown instanceof ExecutionException future ? thrownBy(future) : thrown;
    }
}
