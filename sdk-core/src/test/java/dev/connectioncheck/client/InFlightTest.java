package dev.connectioncheck.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connectioncheck.TransportException;
import dev.connectioncheck.http.Resend;
import dev.connectioncheck.toy.Toy;
import dev.connectioncheck.toy.ToyClient;
import dev.connectioncheck.toy.ToyServer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls in flight at the same time, and what one of them does to the others. */
@Timeout(60)
class InFlightTest {
    private static final String WORKS = "{\"id\": \"c1\", \"status\": \"works\"}";
    private static final int MOST = 128;

    private final ToyServer server = new ToyServer();
    private final ToyServer slow = new ToyServer();
    private final AtomicInteger threads = new AtomicInteger();
    private final AtomicInteger uncaught = new AtomicInteger();
    private final ExecutorService one = Executors.newFixedThreadPool(1, task -> {
        threads.incrementAndGet();
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((dying, fault) -> uncaught.incrementAndGet());
        return thread;
    });

    @AfterEach
    void close() {
        server.close();
        slow.close();
        one.shutdownNow();
    }

    @Test
    void aVendorThatIsSlowHoldsUpNoOther() throws Exception {
        IntStream.range(0, MOST).forEach(i -> slow.staysSilent());
        ToyClient waiting = slow.client();
        List<CompletableFuture<Toy>> underWay = IntStream.range(0, MOST)
                .mapToObj(i -> waiting.read("t1").executeAsync())
                .toList();
        IntStream.range(0, MOST).forEach(i -> slow.take());

        server.says(200, WORKS);

        assertThat(result(server.client().read("t1").executeAsync()).status()).isEqualTo("works");
        underWay.forEach(each -> each.cancel(true));
    }

    @Test
    void anErrorOfAnInterceptorEndsItsCallAndNothingElse() throws Exception {
        server.says(200, WORKS);
        ToyClient client = client(lent(chain -> {
            if (chain.request().method().equals("POST")) {
                throw new NoClassDefFoundError("com/example/Metrics");
            }
            return chain.proceed(chain.request());
        }));

        assertThatThrownBy(() -> result(client.send(Resend.NEVER).executeAsync()))
                .hasCauseInstanceOf(TransportException.class)
                .hasStackTraceContaining("NoClassDefFoundError");

        assertThat(result(client.read("t1").executeAsync()).status()).isEqualTo("works");
        assertThat(threads).as("the thread lives on").hasValue(1);
        assertThat(uncaught).hasValue(0);
    }

    @Test
    void anEventListenerThatThrowsStrandsNobody() throws Exception {
        IntStream.range(0, 5).forEach(i -> server.says(200, WORKS));
        OkHttpClient.Builder lent = lent(chain -> chain.proceed(chain.request()));
        ToyClient client = client(lent.eventListener(new Throwing()));

        List<CompletableFuture<Toy>> calls = IntStream.range(0, 5)
                .mapToObj(i -> client.read("t1").executeAsync())
                .toList();

        for (CompletableFuture<Toy> call : calls) {
            assertThat(result(call).status()).isEqualTo("works");
        }
        assertThat(uncaught).hasValue(0);
    }

    private OkHttpClient.Builder lent(Interceptor interceptor) {
        Dispatcher dispatcher = new Dispatcher(one);
        dispatcher.setMaxRequests(1);
        return new OkHttpClient.Builder().dispatcher(dispatcher).addInterceptor(interceptor);
    }

    private ToyClient client(OkHttpClient.Builder lent) {
        return server.builder().httpClient(lent.build()).build();
    }

    private static Toy result(CompletableFuture<Toy> call) throws Exception {
        return call.get(ToyServer.patience().toSeconds(), TimeUnit.SECONDS);
    }

    /** Throws where OkHttp hands calls to threads, and where it ends them. */
    private static final class Throwing extends EventListener {
        @Override
        public void dispatcherQueueStart(Call call, Dispatcher dispatcher) {
            throw new IllegalStateException("a user's");
        }

        @Override
        public void dispatcherQueueEnd(Call call, Dispatcher dispatcher) {
            throw new IllegalStateException("a user's");
        }

        @Override
        public void callEnd(Call call) {
            throw new IllegalStateException("a user's");
        }
    }
}
