package dev.connectioncheck.benchmarks.crowd;

import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.datafold.DatafoldTarget;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/**
 * What came of starts at a server that ends each connection of HTTP/2 after some requests, with others on their way.
 *
 * @param started how many the caller was told have started, each with a job of its own
 * @param failed how many the caller was told have failed
 * @param processed how many the server processed
 * @param ends how many connections it ended
 * @param refused how many requests were on their way then, and not processed
 */
public record Starts(int started, int failed, int processed, int ends, int refused) {
    /**
     * Starts checks.
     *
     * @param starts how many
     * @param atATime how many at a time
     * @param requestsOfAConnection after how many requests the server says GOAWAY
     * @return what came of them
     * @throws IOException if there is no port to listen on
     */
    public static Starts make(int starts, int atATime, int requestsOfAConnection) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(atATime);
        try (GoawayServer server = GoawayServer.start(requestsOfAConnection);
                ConnectionChecker checker = ConnectionChecker.of(client(server.url()))) {
            Set<String> jobs = ConcurrentHashMap.newKeySet();
            AtomicInteger failed = new AtomicInteger();
            List<Future<?>> all = IntStream.rangeClosed(1, starts)
                    .<Future<?>>mapToObj(number -> threads.submit(() -> start(checker, number, jobs, failed)))
                    .toList();
            for (Future<?> each : all) {
                join(each);
            }
            return new Starts(jobs.size(), failed.get(), server.processed(), server.ends(), server.refused());
        } finally {
            threads.shutdown();
        }
    }

    /**
     * Tells whether each start succeeded, and the server processed each once: no two have the same job.
     *
     * @param starts how many were to be made
     * @return whether none failed, was lost or was made twice
     */
    public boolean eachOnce(int starts) {
        return failed == 0 && started == starts && processed == starts;
    }

    private static void start(ConnectionChecker checker, int number, Set<String> jobs, AtomicInteger failed) {
        try {
            jobs.add(checker.start(DatafoldTarget.dataSource(number)).checkId().orElseThrow());
        } catch (ConnectionCheckException e) {
            System.err.println(e);
            failed.incrementAndGet();
        }
    }

    private static void join(Future<?> each) {
        try {
            each.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static DatafoldClient client(String url) {
        return DatafoldClient.builder()
                .apiKey("key")
                .baseUrl(url)
                .httpClient(new OkHttpClient.Builder()
                        .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
                        .build())
                .build();
    }
}
