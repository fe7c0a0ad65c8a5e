package dev.connectioncheck.benchmarks.waiting;

import dev.connectioncheck.CheckResult;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.sandbox.VirtualTime;
import dev.connectioncheck.unstructured.UnstructuredClient;
import dev.connectioncheck.unstructured.UnstructuredTarget;
import java.util.UUID;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Checks many connections once, at the vendor with the longest ids, and prints what the checker then holds of each: a
 * process of its own.
 */
public final class RememberedRun {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final int WARM_UP = 1_000;

    private RememberedRun() {}

    /**
     * Prints {@code heap}, bytes per connection.
     *
     * @param args how many connections
     */
    public static void main(String[] args) {
        int connections = Integer.parseInt(args[0]);
        try (ConnectionChecker idle = checker(WARM_UP);
                ConnectionChecker checker = checker(connections + 1)) {
            check(idle, WARM_UP);
            long heap = WaitingRun.usedHeap();
            check(checker, connections);
            System.out.println("heap=" + (double) (WaitingRun.usedHeap() - heap) / connections);
        }
    }

    private static void check(ConnectionChecker checker, int connections) {
        for (int connection = 0; connection < connections; connection++) {
            CheckResult result = checker.check(UnstructuredTarget.source(UUID.randomUUID()));
            if (!result.passed() || result.polls() != 1) {
                throw new IllegalStateException(result + ", not one that was polled once");
            }
        }
    }

    private static ConnectionChecker checker(int remembered) {
        VirtualTime time = new VirtualTime();
        OkHttpClient vendor =
                new OkHttpClient.Builder().addInterceptor(RememberedRun::answer).build();
        UnstructuredClient client = UnstructuredClient.builder()
                .apiKey("key")
                .httpClient(vendor)
                .timeSource(time)
                .build();
        return ConnectionChecker.builder()
                .client(client)
                .timeSource(time)
                .paceMemory(remembered)
                .build();
    }

    private static Response answer(Interceptor.Chain chain) {
        boolean start = chain.request().method().equals("POST");
        String body = "{\"id\":\"" + new UUID(0, 1) + "\",\"status\":\"" + (start ? "SCHEDULED" : "SUCCESS")
                + "\",\"created_at\":\"2026-01-01T00:00:00Z\"}";
        return new Response.Builder()
                .request(chain.request())
                .protocol(Protocol.HTTP_1_1)
                .code(start ? 202 : 200)
                .message("OK")
                .body(ResponseBody.create(body, JSON))
                .build();
    }
}
