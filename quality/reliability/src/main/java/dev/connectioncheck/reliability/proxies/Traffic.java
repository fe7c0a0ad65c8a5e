package dev.connectioncheck.reliability.proxies;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;

/** Counts what goes over the wire, so that a scenario that strikes nothing is noticed. Thread-safe. */
final class Traffic {
    /**
     * By then every check has begun, so that a connection that is begun later takes the place of one that has ended.
     */
    private static final Duration BEGINNING = Duration.ofMillis(1_500);

    private final long began = System.nanoTime();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicInteger http2 = new AtomicInteger();

    /** Lets a client tell of everything. */
    OkHttpClient.Builder counting(OkHttpClient.Builder client) {
        return client.addInterceptor(this::count).eventListener(new EventListener() {
            @Override
            public void connectStart(Call call, InetSocketAddress address, java.net.Proxy proxy) {
                if (System.nanoTime() - began > BEGINNING.toNanos()) {
                    connections.incrementAndGet();
                }
            }
        });
    }

    private Response count(Interceptor.Chain chain) throws IOException {
        Response answer = chain.proceed(chain.request());
        answers.incrementAndGet();
        refusals.addAndGet(answer.code() >= 400 ? 1 : 0);
        http2.addAndGet(answer.protocol() == Protocol.HTTP_2 ? 1 : 0);
        return answer;
    }

    /** How many connections were begun in the place of others that had ended. */
    int newConnections() {
        return connections.get();
    }

    /** How many answers were an error. */
    int refusals() {
        return refusals.get();
    }

    /** Tells whether every answer came over HTTP/2. */
    boolean isHttp2Alone() {
        return answers.get() == http2.get();
    }
}
