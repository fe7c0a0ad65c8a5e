package dev.connectioncheck.internal.drive;

import dev.connectioncheck.internal.wire.Answer;
import dev.connectioncheck.time.TimeSource;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;

/**
 * A call of an {@link AsyncRun} that OkHttp has in its queue or in flight. Any thread may stop it, even before it is
 * enqueued: OkHttp never sends a call that was cancelled before.
 */
final class PendingCall implements Stoppable, Callback {
    /**
     * OkHttp's own time-out starts only when a thread takes the call on, and a name look-up hears no time-out. So much
     * later than it should, the run goes on without the call.
     */
    private static final long SLACK = Duration.ofMillis(100).toNanos();

    private final AsyncEvents run;
    private final Step.Send<?> send;
    private final TimeSource time;
    private final Executor elsewhere;
    private final PendingPause backstop = new PendingPause(new Backstop());

    /** What a cancelled call leads to may reach users' code, which must not run on the timer's thread. */
    PendingCall(AsyncEvents run, Step.Send<?> send, TimeSource time, Executor elsewhere) {
        this.run = run;
        this.send = send;
        this.time = time;
        this.elsewhere = elsewhere;
    }

    void enqueue() {
        try {
            send.call().timeout().timeout(send.nanos(), TimeUnit.NANOSECONDS);
            lookLater();
            send.call().enqueue(this);
        } catch (Throwable e) {
            // No thread could be made; or, on an executor that runs tasks at once, a user's interceptor threw.
            Quietly.stop(send.call()::cancel);
            onFailure(send.call(), BlockingRun.unexpected(e));
        }
    }

    /** The clock of an attempt starts when it leaves the queue, so there may be time left when the timer comes. */
    private void lookLater() {
        backstop.schedule(time, send.attempt().nanosToNextLook() + SLACK);
    }

    @Override
    public void onResponse(Call call, Response response) {
        Answer answer;
        try {
            answer = Answer.read(call, response, send.attempt());
        } catch (IOException e) {
            onFailure(call, e);
            return;
        } catch (Throwable e) {
            onFailure(call, BlockingRun.unexpected(e));
            return;
        }
        backstop.stop();
        run.answered(this, answer);
    }

    @Override
    public void onFailure(Call call, IOException e) {
        backstop.stop();
        run.failed(this, e, send.attempt());
    }

    @Override
    public void stop() {
        backstop.stop();
        Quietly.stop(send.call()::cancel);
    }

    /** Hears that the time is over, on the timer's thread. */
    private final class Backstop implements AsyncEvents {
        @Override
        public void woke(Stoppable pause) {
            if (send.attempt().nanosLeft() > 0) {
                lookLater();
                return;
            }
            Quietly.execute(elsewhere, () -> Quietly.stop(send.call()::cancel));
            run.failed(PendingCall.this, new InterruptedIOException("no answer in time"), send.attempt());
        }
    }
}
