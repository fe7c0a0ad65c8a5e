package dev.connectioncheck.internal.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a call waits for a name. */
@Timeout(60)
class NameLookupTest {
    private static final int NO_LIMIT = 0;
    private static final int TEN_MINUTES = 600_000;
    private static final String NAME = "vendor.test";
    private static final Request REQUEST =
            new Request.Builder().url("https://" + NAME).build();
    private static final List<InetAddress> FOUND = List.of(InetAddress.getLoopbackAddress());

    private final CountDownLatch waitedInVain = new CountDownLatch(2);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Call call = new OkHttpClient().newCall(REQUEST);

    @AfterEach
    void letTheLookupGo() {
        ended.countDown();
    }

    @ParameterizedTest
    @ValueSource(ints = {NO_LIMIT, TEN_MINUTES})
    void aSlowLookupIsWaitedForWithinTheConnectTimeout(int connectTimeoutMillis) throws IOException {
        Calling calling = new Calling(new NameLookup(answeringAfter(waitedInVain)), connectTimeoutMillis);

        assertThat(calling.lookup()).isEqualTo(FOUND);
    }

    @Test
    void aLookupThatHangsIsGivenUpAfterTheConnectTimeout() {
        Calling calling = new Calling(new NameLookup(answeringAfter(ended)), 1);

        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(calling::lookup)
                .withMessage("vendor.test: the look-up took too long");
    }

    @Test
    void aLookupThatHangsDoesNotHoldUpALaterOne() throws IOException {
        NameLookup names = new NameLookup(hangingFirst(1));
        giveUp(names);

        assertThat(names.lookup(NAME)).isEqualTo(FOUND);
    }

    @Test
    void aCallThatStillWaitsGetsWhatALaterLookupFinds() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        NameLookup names = new NameLookup(hangingFirst(1, hangs));
        FutureTask<List<InetAddress>> waiting = new FutureTask<>(() -> names.lookup(NAME));
        new Thread(waiting).start();
        hangs.await();

        giveUp(names);

        assertThat(waiting.get()).isEqualTo(FOUND);
    }

    @Test
    void noMoreThanFourThreadsHangInTheLookupOfAName() throws Exception {
        Set<Thread> ofEarlierTests = lookingUp();
        NameLookup names = new NameLookup(answeringAfter(ended));

        for (int i = 0; i < SharedLookup.MOST_THREADS + 3; i++) {
            giveUp(names);
        }

        Set<Thread> hanging = lookingUp();
        hanging.removeAll(ofEarlierTests);
        assertThat(hanging).hasSize(SharedLookup.MOST_THREADS);
        ended.countDown();
        assertThat(names.lookup(NAME)).isEqualTo(FOUND);
    }

    /** Those that have been started and have not ended. */
    private static Set<Thread> lookingUp() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("connection-check name look-up"))
                .collect(Collectors.toCollection(HashSet::new));
    }

    @Test
    void thatThereIsNoNameIsBelievedOnceNoLookupMayFindIt() throws IOException {
        CompletableFuture<Thread> failing = new CompletableFuture<>();
        AtomicInteger begun = new AtomicInteger();
        NameLookup names = new NameLookup(name -> {
            if (begun.getAndIncrement() == 0) {
                return answeringAfterTheEndOf(failing.join());
            }
            failing.complete(Thread.currentThread());
            throw new UnknownHostException("the second of two resolvers knows nothing");
        });
        giveUp(names);

        assertThat(names.lookup(NAME)).isEqualTo(FOUND);
    }

    @Test
    void aLookupRunsOnAThreadThatTakesNothingOver() throws IOException {
        InheritableThreadLocal<String> user = new InheritableThreadLocal<>();
        user.set("alice");
        AtomicReference<String> seen = new AtomicReference<>("nothing");

        new NameLookup(name -> {
                    seen.set(Thread.currentThread().getName() + " of " + user.get());
                    return FOUND;
                })
                .lookup(NAME);

        assertThat(seen).hasValue("connection-check name look-up of null");
    }

    private void giveUp(NameLookup names) {
        assertThatExceptionOfType(UnknownHostException.class).isThrownBy(() -> new Calling(names, 1).lookup());
    }

    private Dns hangingFirst(int lookups) {
        return hangingFirst(lookups, new CountDownLatch(lookups));
    }

    private Dns hangingFirst(int lookups, CountDownLatch hang) {
        AtomicInteger begun = new AtomicInteger();
        return name -> {
            if (begun.getAndIncrement() >= lookups) {
                return FOUND;
            }
            hang.countDown();
            return answeringAfter(ended).lookup(name);
        };
    }

    @Test
    void aCancelledCallDoesNotWait() {
        call.cancel();
        Calling calling = new Calling(new NameLookup(answeringAfter(ended)), NO_LIMIT);

        assertThatExceptionOfType(UnknownHostException.class).isThrownBy(calling::lookup);
    }

    @Test
    void anInterruptedThreadDoesNotWaitAndKeepsItsFlag() {
        NameLookup names = new NameLookup(answeringAfter(ended));
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> names.lookup(NAME))
                .withMessageContaining("interrupted");

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aLookupAfterACallIsNotBoundByThatCall() throws IOException {
        NameLookup names = new NameLookup(answeringOnceWaitedForInVain(Thread.currentThread()));
        new Calling(new NameLookup(name -> FOUND), TEN_MINUTES).lookup();
        call.cancel();

        assertThat(names.lookup(NAME)).isEqualTo(FOUND);
    }

    @Test
    void aNameThatIsUnknownIsToldAsTheLookupToldIt() {
        UnknownHostException unknown = new UnknownHostException("no such name");
        NameLookup names = new NameLookup(name -> {
            throw unknown;
        });

        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> names.lookup(NAME))
                .isSameAs(unknown);
    }

    @Test
    void aLookupThatBreaksIsToldAsANameThatIsNotFound() {
        IllegalStateException fault = new IllegalStateException("a resolver of the user's");
        NameLookup names = new NameLookup(name -> {
            throw fault;
        });

        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> names.lookup(NAME))
                .withMessage(NAME)
                .withCause(fault);
    }

    private static Dns answeringAfter(CountDownLatch moment) {
        return name -> {
            try {
                moment.await();
                return FOUND;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static List<InetAddress> answeringAfterTheEndOf(Thread other) {
        try {
            other.join();
            return FOUND;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers when a thread has waited and then done something else: outside a call there is nothing else to see. */
    private static Dns answeringOnceWaitedForInVain(Thread waiter) {
        return name -> {
            while (waiter.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            while (waiter.getState() == Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            return FOUND;
        };
    }

    /** A call that looks a name up, as OkHttp does: on the thread and within the chain of its interceptors. */
    private final class Calling {
        private final NameLookup names;
        private final int connectTimeoutMillis;
        private List<InetAddress> found = List.of();

        Calling(NameLookup names, int connectTimeoutMillis) {
            this.names = names;
            this.connectTimeoutMillis = connectTimeoutMillis;
        }

        List<InetAddress> lookup() throws IOException {
            names.proceed(chain());
            return found;
        }

        private Interceptor.Chain chain() {
            return (Interceptor.Chain) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {Interceptor.Chain.class},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "request" -> REQUEST;
                        case "call" -> call;
                        case "connectTimeoutMillis" -> askedForTheLimit();
                        case "proceed" -> proceed();
                        default -> throw new AssertionError(method);
                    });
        }

        private int askedForTheLimit() {
            waitedInVain.countDown();
            return connectTimeoutMillis;
        }

        private Response proceed() throws IOException {
            found = names.lookup(NAME);
            return new Response.Builder()
                    .request(REQUEST)
                    .protocol(Protocol.HTTP_1_1)
                    .code(200)
                    .message("")
                    .build();
        }
    }
}
