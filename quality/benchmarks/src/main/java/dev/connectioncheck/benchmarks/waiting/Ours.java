package dev.connectioncheck.benchmarks.waiting;

import dev.connectioncheck.CheckListener;
import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.benchmarks.StretchedTime;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.datafold.DatafoldTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** Checks of a vendor that has accepted them; each of its own target, which the caller has anyway. */
final class Ours implements Waiting {
    private final String url;
    private final List<DatafoldTarget> targets;

    Ours(String url, int checks) {
        this.url = url;
        this.targets = new ArrayList<>(checks);
        for (int id = 1; id <= checks; id++) {
            targets.add(DatafoldTarget.dataSource(id));
        }
    }

    @Override
    public List<?> begin(int checks) throws InterruptedException {
        DatafoldClient client =
                DatafoldClient.builder().apiKey("key").baseUrl(url).build();
        ConnectionChecker checker = ConnectionChecker.builder()
                .client(client)
                .timeSource(new StretchedTime(100_000))
                .build();
        CountDownLatch accepted = new CountDownLatch(checks);
        CheckOptions options = CheckOptions.builder()
                .timeout(Duration.ofDays(30))
                .listener(countingDown(accepted))
                .build();
        List<CompletableFuture<CheckResult>> futures = new ArrayList<>(checks);
        targets.forEach(target -> futures.add(checker.checkAsync(target, options)));
        accepted.await();
        return futures;
    }

    private static CheckListener countingDown(CountDownLatch accepted) {
        return new CheckListener() {
            @Override
            public void onStatusChange(CheckTarget target, String status) {
                accepted.countDown();
            }
        };
    }
}
