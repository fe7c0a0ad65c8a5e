package dev.connectioncheck.internal.drive;

import dev.connectioncheck.time.TimeSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A stage of an {@link AsyncRun} that is no HTTP request, and the timer that ends it. Any thread may stop it, even
 * before stage and timer are known: {@code stopped} is set before they are looked at, and looked at after they are set.
 */
final class PendingStage implements Stoppable {
    private final AsyncEvents run;
    private final PendingPause limit = new PendingPause(new Limit());
    private volatile @Nullable CompletableFuture<?> stage;
    private volatile boolean stopped;

    PendingStage(AsyncEvents run) {
        this.run = run;
    }

    void begin(Step.Invoke<?> invoke, TimeSource time) {
        CompletableFuture<?> begun;
        try {
            begun = invoke.work().get().toCompletableFuture();
        } catch (Throwable e) {
            run.threw(this, e);
            return;
        }
        stage = begun;
        if (stopped) {
            begun.cancel(true);
        }
        limit.schedule(time, invoke.nanos());
        CompletableFuture<?> unused = begun.whenComplete(this::ended);
    }

    private void ended(@Nullable Object value, @Nullable Throwable error) {
        limit.stop();
        if (error == null && value != null) {
            run.returned(this, value);
        } else {
            run.threw(this, causeOf(error));
        }
    }

    static Throwable causeOf(@Nullable Throwable error) {
        if (error == null) {
            return new NullPointerException("a call must not return null");
        }
        return error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    }

    @Override
    public void stop() {
        stopped = true;
        limit.stop();
        CompletableFuture<?> current = stage;
        if (current != null) {
            current.cancel(true);
        }
    }

    /** Hears that the time is over. */
    private final class Limit implements AsyncEvents {
        @Override
        public void woke(Stoppable pause) {
            run.threw(PendingStage.this, new TimeoutException("the stage did not end in time"));
            stop();
        }
    }
}
