package dev.connectioncheck;

import static dev.connectioncheck.toy.ToyTarget.toy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.http.Resend;
import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.time.SystemTime;
import dev.connectioncheck.toy.Inside;
import dev.connectioncheck.toy.ManyRounds;
import dev.connectioncheck.toy.Toy;
import dev.connectioncheck.toy.ToyClient;
import dev.connectioncheck.toy.ToyServer;
import dev.connectioncheck.toy.ToyStages;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.internal.connection.RealConnectionPool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However a check ends, on the machine's own time and with a pool of ours: nothing of it is left behind. */
@ManyRounds
class LeftoversTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String RUNNING = "{\"id\": \"c1\", \"status\": \"running\"}";
    private static final String WORKS = "{\"id\": \"c1\", \"status\": \"works\"}";

    /** Far more than any test here takes, so that a timer that is forgotten is still there at the end. */
    private static final CheckOptions LONG =
            CheckOptions.builder().timeout(Duration.ofMinutes(30)).build();

    private final ToyServer server = new ToyServer();
    private final ToyClient client = server.client();
    private final ConnectionChecker checker = ConnectionChecker.of(client);

    @AfterEach
    void close() {
        checker.close();
        server.close();
    }

    /** How a check may end. */
    @SuppressWarnings("ImmutableEnumChecker") // a script holds nothing
    enum End {
        AT_ONCE(server -> server.says(200, WORKS), 1),
        AFTER_POLLS(server -> server.says(202, RUNNING).says(200, WORKS), 2),
        BY_A_REFUSAL(server -> server.says(401, "{\"message\": \"no\"}"), 1),
        BY_A_PAGE(server -> server.says(404, "<html>" + "a page ".repeat(10_000)), 1),
        BY_AN_ANSWER_THAT_IS_TOO_LONG(server -> server.says(200, " ".repeat((4 << 20) + 1)), 1),
        BY_AN_ANSWER_THAT_BREAKS_OFF(
                server -> server.says(new MockResponse.Builder()
                        .body(WORKS + " ".repeat(100_000))
                        .onResponseBody(new SocketEffect.CloseSocket())
                        .build()),
                1),
        BY_ITS_DEADLINE_IN_A_CALL(server -> server.says(202, RUNNING).staysSilent(), 2),
        BY_ITS_DEADLINE_IN_A_PAUSE(server -> server.says(202, RUNNING.replace("}", ", \"patience\": 60}")), 1),
        CANCELLED_IN_A_CALL(server -> server.says(202, RUNNING).staysSilent(), 2),
        CANCELLED_IN_A_PAUSE(server -> server.says(202, RUNNING.replace("}", ", \"patience\": 60}")), 1),
        CLOSED_IN_A_CALL(server -> server.says(202, RUNNING).staysSilent(), 2),
        CLOSED_IN_A_PAUSE(server -> server.says(202, RUNNING.replace("}", ", \"patience\": 60}")), 1);

        @SuppressWarnings("ImmutableEnumChecker") // each is a lambda without state
        private final Script script;

        private final int requests;

        End(Script script, int requests) {
            this.script = script;
            this.requests = requests;
        }

        CheckOptions options() {
            return name().startsWith("BY_ITS_DEADLINE")
                    ? CheckOptions.builder().timeout(Duration.ofMillis(200)).build()
                    : LONG;
        }
    }

    private interface Script {
        ToyServer on(ToyServer server);
    }

    @ParameterizedTest
    @EnumSource
    void anAsynchronousCheckLeavesNothingBehind(End end) {
        ToyServer unused = end.script.on(server);

        CompletableFuture<CheckResult> check = checker.checkAsync(toy("t1"), end.options());
        interfere(end, () -> check.cancel(true));
        awaitEnd(check);

        assertNothingIsLeft();
    }

    @ParameterizedTest
    @EnumSource
    void aBlockingCheckLeavesNothingBehind(End end) {
        ToyServer unused = end.script.on(server);
        CompletableFuture<@Nullable RunningCheck> started = new CompletableFuture<>();

        CompletableFuture<CheckResult> check = CompletableFuture.supplyAsync(() -> {
            if (!end.name().startsWith("CANCELLED")) {
                return checker.check(toy("t1"), end.options());
            }
            RunningCheck running = checker.start(toy("t1"), end.options());
            started.complete(running);
            return running.await();
        });
        interfere(end, () -> Objects.requireNonNull(started.join()).cancel());
        awaitEnd(check);

        assertNothingIsLeft();
    }

    @Test
    void whatEndsInlineIsNotUnderWayAnyMore() {
        ConnectionChecker inline = ConnectionChecker.builder()
                .client(() -> new ToyStages(target -> CompletableFuture.completedFuture(Progress.passed())))
                .build();

        assertThat(inline.checkAsync(toy("t1")).join().passed()).isTrue();
        assertThat(inline.check(toy("t1")).passed()).isTrue();
        assertThat(inline.checkAll(List.of(toy("t1"), toy("t2"))).allPassed()).isTrue();
        assertThat(inline.inventory().connections()).isEmpty();

        assertThat(underWay(inline)).isEmpty();
    }

    @Test
    void manyAtOnceLeaveNothingBehind() {
        for (int i = 0; i < 40; i++) {
            ToyServer unused = server.says(200, WORKS);
        }

        assertThat(checker.checkAll(List.of(toy("t1"), toy("t2"), toy("t3"), toy("t4")))
                        .allPassed())
                .isTrue();
        for (int run = 0; run < 3; run++) {
            checker.checkEach(
                    List.of(toy("t1"), toy("t2")),
                    BulkOptions.builder().within(Duration.ofMinutes(30)).build(),
                    each -> {});
        }

        assertNothingIsLeft();
    }

    /** Its reader gives up at the first word of a body that goes on. */
    @Test
    void aListThatIsNotReadToItsEndLeavesNothingBehind() {
        for (int i = 0; i < 3; i++) {
            ToyServer unused = server.says(200, "{\"no\": \"list\"" + " ".repeat(1 << 20));
        }
        ApiCall<List<Toy>> list = client.runtime()
                .request("GET", "listToys", "/api/v1/toys")
                .resend(Resend.ALWAYS)
                .callForList(Toy.class, 200);

        assertThatExceptionOfType(UnexpectedResponseException.class).isThrownBy(list::execute);
        assertThat(list.executeAsync()).failsWithin(PATIENCE);

        assertNothingIsLeft();
    }

    /** Its own clock is set forward by hand: a minute, and not more. */
    @Test
    void anIdleConnectionIsKeptForAMinuteAndNoLonger() {
        ToyServer unused = server.says(200, WORKS);
        assertThat(checker.check(toy("t1")).passed()).isTrue();
        RealConnectionPool pool = (RealConnectionPool) Inside.of(http().connectionPool(), "delegate");
        await(() -> pool.idleConnectionCount() == 1);

        pool.closeConnections(System.nanoTime() + TimeUnit.SECONDS.toNanos(59));
        int before = pool.connectionCount();
        pool.closeConnections(System.nanoTime() + TimeUnit.SECONDS.toNanos(61));

        assertThat(before).isOne();
        assertThat(pool.connectionCount()).isZero();
    }

    /** Ends a check from outside, once it is where it should be ended. */
    private void interfere(End end, Runnable cancel) {
        if (end.name().startsWith("CANCELLED") || end.name().startsWith("CLOSED")) {
            for (int i = 0; i < end.requests; i++) {
                assertThat(server.take()).isNotNull();
            }
            (end.name().startsWith("CANCELLED") ? cancel : (Runnable) checker::close).run();
        }
    }

    private static void awaitEnd(CompletableFuture<CheckResult> check) {
        try {
            check.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException | CancellationException expected) {
            assertThat(expected.getCause() instanceof TimeoutException).isFalse();
        }
    }

    /** What comes a moment after the end is waited for; what is left behind for good never comes. */
    private void assertNothingIsLeft() {
        await(() ->
                http().dispatcher().runningCallsCount() + http().dispatcher().queuedCallsCount() == 0);
        await(() -> http().connectionPool().connectionCount()
                == http().connectionPool().idleConnectionCount());
        await(() -> underWay(checker).isEmpty());
        // The watch of blocked calls, which is one for the process, sets one anew until it has been idle for a while.
        await(() -> timers() <= 1);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(200_000);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private OkHttpClient http() {
        return (OkHttpClient) Inside.of(client.runtime(), "transport", "client");
    }

    private static Collection<?> underWay(ConnectionChecker checker) {
        return (Collection<?>) Inside.of(checker, "engine", "runner", "registry", "running");
    }

    private static int timers() {
        return ((ScheduledThreadPoolExecutor) Inside.of(SystemTime.instance(), "timer"))
                .getQueue()
                .size();
    }
}
