package dev.connectioncheck.internal.drive;

import dev.connectioncheck.internal.wire.Answer;
import dev.connectioncheck.time.TimeSource;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/** Drives a machine on the thread that makes the run; another thread may stop it. */
public final class BlockingRun implements Stoppable {
    private final TimeSource time;
    private final Thread thread = Thread.currentThread();
    private volatile @Nullable Call call;
    private volatile boolean stopped;

    public BlockingRun(TimeSource time) {
        this.time = time;
    }

    /** Returns the machine's result, or throws its error; an interrupt leaves the thread's flag set. */
    public <R> R drive(Machine<R> machine) {
        Step<R> step = machine.begin(time.nanoTime());
        while (true) {
            if (step instanceof Step.Done<R> done) {
                return done.value();
            }
            if (step instanceof Step.Failed<R> failed) {
                throw failed.error();
            }
            throwIfStopped(machine);
            step = step instanceof Step.Send<R> send ? send(machine, send) : pause(machine, (Step.Wait<R>) step);
        }
    }

    private <R> Step<R> pause(Machine<R> machine, Step.Wait<R> wait) {
        long end = time.nanoTime() + wait.nanos();
        for (long left = wait.nanos(); left > 0; left = end - time.nanoTime()) {
            throwIfStopped(machine);
            time.park(this, left);
        }
        throwIfStopped(machine);
        return machine.guarded(() -> machine.woke(time.nanoTime()));
    }

    private <R> Step<R> send(Machine<R> machine, Step.Send<R> send) {
        Object outcome = exchange(send);
        long now = time.nanoTime();
        if (outcome instanceof Answer answer) {
            return machine.guarded(() -> machine.answered(answer, now));
        }
        throwIfStopped(machine);
        return machine.guarded(() -> machine.failed((IOException) outcome, send.attempt(), now));
    }

    /** Sends the request and returns the answer, or the exception that came instead. */
    private Object exchange(Step.Send<?> send) {
        Call sending = send.call();
        sending.timeout().timeout(send.nanos(), TimeUnit.NANOSECONDS);
        call = sending;
        if (stopped) {
            sending.cancel();
        }
        InterruptWatch.add(this);
        try {
            return Answer.read(sending, sending.execute(), send.attempt());
        } catch (IOException e) {
            return e;
        } catch (Exception e) {
            return unexpected(e);
        } finally {
            InterruptWatch.remove(this);
            call = null;
        }
    }

    /**
     * OkHttp is written in Kotlin, which throws InterruptedException without declaring it; interceptors throw at will.
     */
    static IOException unexpected(Throwable e) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return new IOException(
                "An interceptor or the HTTP client threw " + e.getClass().getName(), e);
    }

    private void throwIfStopped(Machine<?> machine) {
        if (thread.isInterrupted()) {
            throw machine.stopped(Machine.Stop.INTERRUPTED);
        }
        if (stopped) {
            throw machine.stopped(Machine.Stop.CANCELLED);
        }
    }

    @Override
    public void stop() {
        stopped = true;
        abortCall();
        LockSupport.unpark(thread);
    }

    /** A thread that reads from a socket does not notice an interrupt by itself. */
    void abortCallIfInterrupted() {
        if (thread.isInterrupted()) {
            abortCall();
        }
    }

    private void abortCall() {
        Call current = call;
        if (current != null) {
            current.cancel();
        }
    }
}
