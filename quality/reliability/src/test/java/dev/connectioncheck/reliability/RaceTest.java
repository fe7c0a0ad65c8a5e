package dev.connectioncheck.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.CheckListener;
import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.datafold.DatafoldTarget;
import dev.connectioncheck.sandbox.VirtualTime;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Cancelling, closing and the verdict at the same instant: one of them wins, and everybody hears of the same one. */
@Timeout(120)
class RaceTest {
    private static final int ROUNDS = 3_000;
    private static final int RACERS = 3;
    /** The head start grows by a part when the verdict loses, and shrinks when it wins: so each wins on any machine. */
    private static final int SHORTEST = 16;

    private static final int LONGEST = 1 << 24;
    private static final String JOB = "{\"job_id\": 7}";
    private static final String DONE = "{\"id\": 7, \"status\": \"done\", \"results\": [{\"step\": \"connection\", "
            + "\"status\": \"done\", \"result\": {\"code\": \"OK\", \"outcome\": \"success\", \"message\": \"\"}}]}";

    private final ExecutorService racers = Executors.newFixedThreadPool(RACERS);
    private final CyclicBarrier line = new CyclicBarrier(RACERS);
    /** Answers without a network, which would decide every race by being slow. */
    private final OkHttpClient http = new OkHttpClient.Builder()
            .addInterceptor(chain -> new Response.Builder()
                    .request(chain.request())
                    .protocol(Protocol.HTTP_1_1)
                    .code(200)
                    .message("OK")
                    .body(ResponseBody.create(
                            chain.request().method().equals("POST") ? JOB : DONE, MediaType.get("application/json")))
                    .build())
            .build();

    private final DatafoldClient client = DatafoldClient.builder()
            .apiKey("key")
            .baseUrl("http://127.0.0.1:1")
            .httpClient(http)
            .build();
    private final AtomicInteger verdicts = new AtomicInteger();
    /** How far ahead the verdict may start, in turns of a loop; changed between rounds alone. */
    private int headStart = 200;

    @AfterEach
    void end() {
        racers.shutdownNow();
        http.dispatcher().executorService().shutdown();
    }

    @Test
    void exactlyOneOutcomeIsToldOfEachCheck() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            race();
        }
        assertThat(verdicts.get()).as("rounds that the verdict won").isBetween(1, ROUNDS - 1);
    }

    private void race() throws Exception {
        VirtualTime time = new VirtualTime();
        Ends ends = new Ends();
        ConnectionChecker checker = ConnectionChecker.builder()
                .client(client)
                .timeSource(time)
                .defaultOptions(CheckOptions.builder().listener(ends).build())
                .build();
        CompletableFuture<CheckResult> check = checker.checkAsync(DatafoldTarget.dataSource(42));
        Bench.await(() -> time.scheduledTasks() == 1 && http.dispatcher().runningCallsCount() == 0);
        CountDownLatch finished = new CountDownLatch(RACERS);
        run(finished, time::advanceToNextTask);
        run(finished, () -> later(() -> check.cancel(true)));
        run(finished, () -> later(checker::close));
        assertThat(finished.await(30, TimeUnit.SECONDS)).isTrue();
        Bench.await(() -> ends.count.get() > 0 && http.dispatcher().runningCallsCount() == 0);
        judge(check, ends, time);
    }

    private void run(CountDownLatch finished, Runnable racer) {
        racers.execute(() -> {
            try {
                line.await();
                racer.run();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            } finally {
                finished.countDown();
            }
        });
    }

    /** The verdict needs a call, so the others give it a head start of random length, and their core to its threads. */
    @SuppressWarnings("ThreadPriorityCheck") // nothing hangs on how well it yields but how close the races are
    private void later(Runnable racer) {
        for (int left = ThreadLocalRandom.current().nextInt(headStart); left > 0; left--) {
            Thread.yield();
        }
        racer.run();
    }

    private void judge(CompletableFuture<CheckResult> check, Ends ends, VirtualTime time) {
        assertThat(ends.count).hasValue(1);
        assertThat(check).isDone();
        assertThat(time.scheduledTasks()).isZero();
        CheckOutcome told = Objects.requireNonNull(ends.last.get());
        assertThat(told.result().isPresent()).isEqualTo(!check.isCompletedExceptionally());
        if (told.result().isPresent()) {
            verdicts.incrementAndGet();
            headStart = Math.max(SHORTEST, headStart - headStart / SHORTEST);
            assertThat(check.join().verdict()).isEqualTo(Verdict.PASSED);
        } else {
            headStart = Math.min(LONGEST, headStart + headStart / SHORTEST);
            assertThat(check).isCancelled();
            assertThat(told.error().flatMap(ConnectionCheckException::token)).isPresent();
        }
    }

    private static final class Ends implements CheckListener {
        final AtomicInteger count = new AtomicInteger();
        final AtomicReference<CheckOutcome> last = new AtomicReference<>();

        @Override
        public void onFinish(CheckOutcome outcome) {
            last.set(outcome);
            count.incrementAndGet();
        }
    }
}
