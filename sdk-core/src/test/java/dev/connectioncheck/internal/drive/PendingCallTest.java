package dev.connectioncheck.internal.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.internal.wire.Attempt;
import dev.connectioncheck.internal.wire.AttemptBounds;
import dev.connectioncheck.sandbox.VirtualTime;
import dev.connectioncheck.toy.DirectExecutor;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of a call of an asynchronous run, and of the timer that watches over it. */
class PendingCallTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Request REQUEST =
            new Request.Builder().url("https://vendor.test/").build();

    private final VirtualTime time = new VirtualTime();

    @Test
    void aCallThatNoThreadTakesOnInTimeIsCancelledAndFails() {
        Sent sent = new Sent(busy(), chain -> answer(new Buffer()));

        time.advance(TIMEOUT.plusSeconds(1));

        assertThat(sent.run).isCompletedWithValue("failed");
        assertThat(sent.machine.failure())
                .isInstanceOf(InterruptedIOException.class)
                .hasMessage("no answer in time");
        assertThat(sent.call.isCanceled()).isTrue();
    }

    @Test
    void aCallInTheQueueIsWaitedForUntilTheDeadline() {
        Duration deadline = Duration.ofMinutes(1);
        Sent sent = new Sent(busy(), chain -> answer(new Buffer()), attempt(deadline), Runnable::run);

        time.advance(deadline.plusMillis(99));
        assertThat(sent.run).isNotDone();

        time.advance(Duration.ofMillis(1));
        assertThat(sent.run).isCompletedWithValue("failed");
    }

    @Test
    void aCallThatHasNoTimeLeftIsGivenUpAtOnce() {
        Duration justLooked = TIMEOUT.plusMillis(100);
        Sent sent = new Sent(busy(), chain -> answer(new Buffer()), attempt(justLooked), Runnable::run);

        time.advance(justLooked);

        assertThat(sent.run).isCompletedWithValue("failed");
    }

    @Test
    void aCallThatIsTooLateIsCancelledOnTheExecutorAndNotOnTheTimersThread() {
        List<Runnable> handedIn = new ArrayList<>();
        Sent sent = new Sent(busy(), chain -> answer(new Buffer()), attempt(TIMEOUT), handedIn::add);

        time.advance(TIMEOUT.plusSeconds(1));
        assertThat(sent.call.isCanceled()).isFalse();

        handedIn.forEach(Runnable::run);
        assertThat(sent.call.isCanceled()).isTrue();
        assertThat(sent.run).isCompletedWithValue("failed");
    }

    @Test
    void aRunThatAwaitsAnAnswerIsNotPausing() {
        Sent sent = new Sent(busy(), chain -> answer(new Buffer()));

        assertThat(sent.run.isPausing()).isFalse();
    }

    @Test
    void cancellingTheRunCancelsTheCallAndForgetsTheTimer() {
        Sent sent = new Sent(busy(), chain -> answer(new Buffer()));

        sent.run.cancel(true);

        assertThat(sent.call.isCanceled()).isTrue();
        assertThat(time.scheduledTasks()).isZero();
    }

    @Test
    void aCallThatIsAnsweredLeavesNoTimer() {
        Sent sent = new Sent(new DirectExecutor(), chain -> answer(new Buffer()));

        assertThat(sent.run).isCompletedWithValue("answered");
        assertThat(time.scheduledTasks()).isZero();
    }

    @Test
    void aCallThatFailsLeavesNoTimer() {
        Sent sent = new Sent(new DirectExecutor(), chain -> {
            throw new IOException("nothing came");
        });

        assertThat(sent.run).isCompletedWithValue("failed");
        assertThat(time.scheduledTasks()).isZero();
    }

    @Test
    void anAnswerThatBreaksOffFailsTheCallAtOnce() {
        IOException brokenOff = new IOException("broken off");
        Sent sent = new Sent(new DirectExecutor(), chain -> answer(breaking(brokenOff)));

        assertThat(sent.run).isCompletedWithValue("failed");
        assertThat(sent.machine.failure()).isSameAs(brokenOff);
    }

    @Test
    void anAnswerWhoseReadingThrowsFailsTheCallAtOnce() {
        IllegalStateException fault = new IllegalStateException("a body of the user's");
        Sent sent = new Sent(new DirectExecutor(), chain -> answer(breaking(fault)));

        assertThat(sent.run).isCompletedWithValue("failed");
        assertThat(sent.machine.failure()).hasCause(fault);
    }

    @Test
    void anExecutorThatThrowsFailsTheCallAtOnceAndCancelsIt() {
        IllegalStateException fault = new IllegalStateException("an executor of the user's");
        Sent sent = new Sent(
                new DirectExecutor() {
                    @Override
                    public void execute(Runnable task) {
                        throw fault;
                    }
                },
                chain -> answer(new Buffer()));

        assertThat(sent.run).isCompletedWithValue("failed");
        assertThat(sent.machine.failure()).hasCause(fault);
        assertThat(sent.call.isCanceled()).isTrue();
    }

    private static Response answer(BufferedSource source) {
        return new Response.Builder()
                .request(REQUEST)
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("")
                .body(body(source))
                .build();
    }

    private static ResponseBody body(BufferedSource source) {
        return new ResponseBody() {
            @Override
            public @Nullable MediaType contentType() {
                return null;
            }

            @Override
            public long contentLength() {
                return -1;
            }

            @Override
            public BufferedSource source() {
                return source;
            }
        };
    }

    private static BufferedSource breaking(Exception fault) {
        return Okio.buffer(new ForwardingSource(new Buffer()) {
            @Override
            public long read(Buffer sink, long bytes) throws IOException {
                if (fault instanceof IOException failure) {
                    throw failure;
                }
                throw (RuntimeException) fault;
            }
        });
    }

    /** A run whose first step has sent a call. */
    private final class Sent {
        final Call call;
        final ToldMachine machine;
        final AsyncRun<String> run;

        Sent(ExecutorService executor, Interceptor vendor) {
            this(executor, vendor, attempt(TIMEOUT), Runnable::run);
        }

        Sent(ExecutorService executor, Interceptor vendor, Attempt attempt, Executor ends) {
            call = new OkHttpClient.Builder()
                    .dispatcher(new Dispatcher(executor))
                    .addInterceptor(vendor)
                    .build()
                    .newCall(REQUEST);
            machine = new ToldMachine(() -> new Step.Send<>(call, attempt, TIMEOUT.toNanos()));
            run = new AsyncRun<>(machine, time, ends);
            run.begin();
        }
    }

    private Attempt attempt(Duration deadline) {
        long now = time.nanoTime();
        return new Attempt(new AttemptBounds(time, now, now + deadline.toNanos(), TIMEOUT.toNanos(), false), null);
    }

    /** Takes tasks and never comes to run them. */
    private static ExecutorService busy() {
        return new DirectExecutor() {
            @Override
            public void execute(Runnable task) {}
        };
    }
}
