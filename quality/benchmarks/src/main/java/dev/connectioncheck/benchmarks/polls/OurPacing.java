package dev.connectioncheck.benchmarks.polls;

import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.PaceMemory;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.datafold.DatafoldTarget;
import dev.connectioncheck.sandbox.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** The SDK itself, on virtual time, with a vendor that an interceptor stands in for. */
final class OurPacing {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final String DONE = "{\"id\":1,\"status\":\"done\",\"results\":"
            + "[{\"step\":\"connection\",\"status\":\"done\",\"result\":{\"code\":\"OK\"}}]}";
    private static final String RUNNING = "{\"id\":1,\"status\":\"processing\",\"results\":[]}";

    private final VirtualTime time = new VirtualTime();
    private final ConnectionChecker checker;
    private final List<Double> polled = new ArrayList<>();
    private long begun;
    private long doneAt;
    private long asked;
    private long starts;
    private long polls;

    OurPacing(PaceMemory memory) {
        OkHttpClient vendor =
                new OkHttpClient.Builder().addInterceptor(this::answer).build();
        DatafoldClient client = DatafoldClient.builder()
                .apiKey("key")
                .httpClient(vendor)
                .timeSource(time)
                .build();
        checker = ConnectionChecker.builder()
                .client(client)
                .timeSource(time)
                .paceMemory(memory)
                .defaultOptions(
                        CheckOptions.builder().timeout(Duration.ofHours(1)).build())
                .build();
    }

    /** Returns what checks cost of connections that were never seen. */
    static Cost cost() {
        OurPacing ours = new OurPacing(new TextMemory());
        double[] jobs = Jobs.seconds();
        Cost.Sum sum = new Cost.Sum();
        for (int job = 0; job < jobs.length; job++) {
            ours.check(job + 1, jobs[job], sum);
        }
        ours.requireEveryPollMade();
        return sum.cost();
    }

    /** Checks a connection and adds what that cost. */
    void check(int id, double seconds, Cost.Sum sum) {
        polled.clear();
        begun = time.nanoTime();
        doneAt = begun + (long) (seconds * 1e9);
        CheckResult result = checker.check(DatafoldTarget.dataSource(id));
        starts++;
        polls += result.polls();
        sum.add((result.elapsed().toNanos() / 1e9 - seconds) / seconds, result.polls());
    }

    /** Returns when the last check was polled, in seconds from its begin. */
    List<Double> polled() {
        return List.copyOf(polled);
    }

    /**
     * Makes sure that no poll was counted that the vendor did not see.
     *
     * @throws IllegalStateException if one was
     */
    void requireEveryPollMade() {
        if (asked != starts + polls) {
            throw new IllegalStateException("The vendor was asked " + asked + " times, not once for each of " + starts
                    + " starts and " + polls + " polls: the figures do not count.");
        }
    }

    private Response answer(Interceptor.Chain chain) {
        asked++;
        boolean start = chain.request().method().equals("POST");
        if (!start) {
            polled.add((time.nanoTime() - begun) / 1e9);
        }
        String body = start ? "{\"job_id\":1}" : time.nanoTime() >= doneAt ? DONE : RUNNING;
        return new Response.Builder()
                .request(chain.request())
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("OK")
                .body(ResponseBody.create(body, JSON))
                .build();
    }
}
