package dev.connectioncheck.benchmarks.throughput;

import dev.connectioncheck.CheckResult;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.benchmarks.StretchedTime;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.datafold.DatafoldTarget;
import java.util.concurrent.CompletableFuture;

/** Polled checks by the SDK, as a user would start them. */
final class Checks {
    private final ConnectionChecker checker;

    Checks(String url, double pauses) {
        checker = ConnectionChecker.builder()
                .client(DatafoldClient.builder().apiKey("key").baseUrl(url).build())
                .timeSource(new StretchedTime(pauses))
                .build();
    }

    CompletableFuture<Boolean> check(int number) {
        return checker.checkAsync(DatafoldTarget.dataSource(number)).thenApply(CheckResult::passed);
    }
}
