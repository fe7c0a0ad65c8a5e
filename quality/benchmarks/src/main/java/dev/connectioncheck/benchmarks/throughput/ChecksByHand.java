package dev.connectioncheck.benchmarks.throughput;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** The same calls written by hand on OkHttp's asynchronous API, with pauses of the same length. */
final class ChecksByHand {
    private static final RequestBody NOTHING = RequestBody.create(new byte[0], null);

    private final OkHttpClient client;
    private final ObjectMapper mapper = new ObjectMapper();
    private final ScheduledExecutorService timer = new ScheduledThreadPoolExecutor(1);
    private final String url;
    private final long pauseNanos;

    ChecksByHand(String url, int inFlight, long pauseNanos) {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(inFlight);
        dispatcher.setMaxRequestsPerHost(inFlight);
        this.client = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(inFlight, 1, TimeUnit.MINUTES))
                .retryOnConnectionFailure(false)
                .callTimeout(30, TimeUnit.SECONDS)
                .readTimeout(0, TimeUnit.SECONDS)
                .writeTimeout(0, TimeUnit.SECONDS)
                .build();
        this.url = url + "/api/v1/data_sources/";
        this.pauseNanos = pauseNanos;
    }

    CompletableFuture<Boolean> check(int number) {
        CompletableFuture<Boolean> result = new CompletableFuture<>();
        Request start = request(number + "/test").post(NOTHING).build();
        send(start, result, job -> later(job.path("job_id").asLong(), result));
        return result;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nothing cancels it
    private void later(long job, CompletableFuture<Boolean> result) {
        timer.schedule(() -> poll(job, result), pauseNanos, TimeUnit.NANOSECONDS);
    }

    private void poll(long job, CompletableFuture<Boolean> result) {
        send(request("test/" + job).build(), result, test -> {
            if (test.path("status").asText().equals("done")) {
                result.complete(allOk(test.path("results")));
            } else {
                later(job, result);
            }
        });
    }

    private static boolean allOk(JsonNode steps) {
        for (JsonNode step : steps) {
            if (!step.path("result").path("code").asText().equals("OK")) {
                return false;
            }
        }
        return true;
    }

    private Request.Builder request(String path) {
        return new Request.Builder()
                .url(url + path)
                .header("Accept", "application/json")
                .header("Authorization", "Key key");
    }

    private void send(Request request, CompletableFuture<Boolean> result, Consumer<JsonNode> next) {
        client.newCall(request).enqueue(new Callback() {
            @Override
            public void onResponse(Call call, Response response) throws IOException {
                try (response) {
                    next.accept(mapper.readTree(response.body().bytes()));
                } catch (IOException | RuntimeException e) {
                    result.completeExceptionally(e);
                }
            }

            @Override
            public void onFailure(Call call, IOException e) {
                result.completeExceptionally(e);
            }
        });
    }
}
