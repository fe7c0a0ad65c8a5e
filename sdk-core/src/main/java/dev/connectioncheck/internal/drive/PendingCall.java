package dev.connectioncheck.internal.drive;

import dev.connectioncheck.internal.wire.Answer;
import dev.connectioncheck.time.TimeSource;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** A call of an {@link AsyncRun} that OkHttp has in its queue or in flight. */
final class PendingCall<R> implements Stoppable, Callback {
    /**
     * OkHttp's own time-out starts only when a thread takes the call on, and a name look-up hears no time-out. So much
     * later than it should, the run goes on without the call.
     */
    private static final long SLACK = Duration.ofMillis(100).toNanos();

    private final AsyncRun<R> run;
    private final Step.Send<R> send;
    private volatile TimeSource.@Nullable Timer backstop;

    PendingCall(AsyncRun<R> run, Step.Send<R> send) {
        this.run = run;
        this.send = send;
    }

    void enqueue() {
        send.call().timeout().timeout(send.nanos(), TimeUnit.NANOSECONDS);
        backstop = run.time().schedule(this::overdue, send.nanos() + SLACK);
        try {
            send.call().enqueue(this);
        } catch (RuntimeException e) {
            // On an executor that runs tasks at once, what a user's interceptor throws comes out here.
            onFailure(send.call(), BlockingRun.unexpected(e));
        }
    }

    private void overdue() {
        send.call().cancel();
        run.overdue(this, new InterruptedIOException("no answer in time"), send.attempt());
    }

    @Override
    public void onResponse(Call call, Response response) {
        Answer answer;
        try {
            answer = Answer.read(call, response, send.attempt());
        } catch (IOException e) {
            onFailure(call, e);
            return;
        } catch (Exception | Error e) {
            onFailure(call, BlockingRun.unexpected(e));
            return;
        }
        cancelBackstop();
        run.answered(this, answer);
    }

    @Override
    public void onFailure(Call call, IOException e) {
        cancelBackstop();
        run.failed(this, e, send.attempt());
    }

    @Override
    public void stop() {
        cancelBackstop();
        send.call().cancel();
    }

    private void cancelBackstop() {
        TimeSource.Timer timer = backstop;
        if (timer != null) {
            timer.cancel();
        }
    }
}
