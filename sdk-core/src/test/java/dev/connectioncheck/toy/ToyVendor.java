package dev.connectioncheck.toy;

import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.sandbox.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Answers in memory, on the thread that asks, on a time of its own; its last reply is repeated for ever. */
public final class ToyVendor implements Interceptor {
    private final VirtualTime time = new VirtualTime();
    private final Function<Request, Reply> replies;
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<Duration> moments = Collections.synchronizedList(new ArrayList<>());

    private ToyVendor(Function<Request, Reply> replies) {
        this.replies = replies;
    }

    public static ToyVendor replying(Function<Request, Reply> replies) {
        return new ToyVendor(replies);
    }

    public static ToyVendor saying(Reply... script) {
        List<Reply> left = new ArrayList<>(List.of(script));
        return new ToyVendor(request -> left.size() > 1 ? left.remove(0) : left.get(0));
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        requests.add(request.method() + " " + request.url().encodedPath());
        moments.add(Duration.ofNanos(time.nanoTime()));
        Reply reply = replies.apply(request);
        time.advance(reply.latency());
        return reply.to(request);
    }

    public VirtualTime time() {
        return time;
    }

    /** What was asked, as method and path. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** When each request came, counted from the first moment. */
    public List<Duration> moments() {
        return List.copyOf(moments);
    }

    public ToyClient client() {
        return client(new DirectExecutor());
    }

    public ToyClient client(ExecutorService executor) {
        return ToyClient.builder()
                .withKey()
                .httpClient(httpClient(executor))
                .timeSource(time)
                .build();
    }

    /** Makes a client as a user's own would be, which asks this vendor whatever the address. */
    public OkHttpClient httpClient(ExecutorService executor) {
        return new OkHttpClient.Builder()
                .dispatcher(new Dispatcher(executor))
                .addInterceptor(this)
                .build();
    }

    public ConnectionChecker checker() {
        return ConnectionChecker.builder().client(client()).timeSource(time).build();
    }
}
