package dev.connectioncheck.benchmarks.polls;

import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.datafold.DatafoldTarget;
import dev.connectioncheck.sandbox.VirtualTime;
import java.time.Duration;
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
    private long doneAt;
    private long asked;

    private OurPacing() {
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
                .defaultOptions(
                        CheckOptions.builder().timeout(Duration.ofHours(1)).build())
                .build();
    }

    static Cost cost() {
        OurPacing ours = new OurPacing();
        double[] jobs = Jobs.seconds();
        double[] extra = new double[jobs.length];
        long polls = 0;
        int starts = jobs.length;
        for (int job = 0; job < jobs.length; job++) {
            CheckResult result = ours.check(jobs[job]);
            extra[job] = (result.elapsed().toNanos() / 1e9 - jobs[job]) / jobs[job];
            polls += result.polls();
        }
        if (ours.asked != starts + polls) {
            throw new IllegalStateException("The vendor was asked " + ours.asked + " times, not once for each of "
                    + starts + " starts and " + polls + " polls: the figures do not count.");
        }
        return Cost.of(extra, polls);
    }

    private CheckResult check(double seconds) {
        doneAt = time.nanoTime() + (long) (seconds * 1e9);
        return checker.check(DatafoldTarget.dataSource(1));
    }

    private Response answer(Interceptor.Chain chain) {
        asked++;
        boolean start = chain.request().method().equals("POST");
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
