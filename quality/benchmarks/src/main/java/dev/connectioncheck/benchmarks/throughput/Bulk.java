package dev.connectioncheck.benchmarks.throughput;

import dev.connectioncheck.BulkOptions;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.benchmarks.StretchedTime;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.datafold.DatafoldTarget;
import dev.connectioncheck.http.Pace;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Many polled checks by one call, the vendor's own pace switched off. */
final class Bulk {
    private final ConnectionChecker checker;
    private final BulkOptions options;

    Bulk(String url, double pauses, int inFlight) {
        checker = ConnectionChecker.builder()
                .client(DatafoldClient.builder()
                        .apiKey("key")
                        .baseUrl(url)
                        .pace(Pace.unlimited())
                        .build())
                .timeSource(new StretchedTime(pauses))
                .build();
        options = BulkOptions.builder().concurrencyPerVendor(inFlight).build();
    }

    /** Returns how many checks of a list a second were made; all of them have to pass. */
    double allPerSecond(int checks) {
        long began = System.nanoTime();
        boolean passed = checker.checkAll(targets(checks).toList(), options).allPassed();
        return perSecond(checks, began, passed ? checks : 0);
    }

    /** Returns how many checks of targets made when they are pulled a second were made; all of them have to pass. */
    double eachPerSecond(int checks) {
        long began = System.nanoTime();
        AtomicInteger passed = new AtomicInteger();
        checker.checkEach(
                () -> targets(checks).iterator(), options, outcome -> passed.addAndGet(outcome.passed() ? 1 : 0));
        return perSecond(checks, began, passed.get());
    }

    private static Stream<CheckTarget> targets(int checks) {
        return IntStream.rangeClosed(1, checks).mapToObj(DatafoldTarget::dataSource);
    }

    private static double perSecond(int checks, long began, int passed) {
        double seconds = (System.nanoTime() - began) / 1e9;
        if (passed != checks) {
            throw new IllegalStateException("Not all of " + checks + " checks passed.");
        }
        return checks / seconds;
    }
}
