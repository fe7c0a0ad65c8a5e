package dev.connectioncheck.reliability.proxies;

import dev.connectioncheck.CheckResult;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.Verdict;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Counts what came of checks of which the truth is known. */
final class Count {
    /** What a loaded machine may add to a deadline. */
    private static final Duration BOUND = Duration.ofSeconds(5);

    private final List<Verdict> truths;
    private final List<Future<CheckResult>> checks;
    private final Map<String, Integer> others = new HashMap<>();
    private int usual;
    private int wrong;
    private int lost;

    Count(List<Verdict> truths, List<Future<CheckResult>> checks) {
        this.truths = truths;
        this.checks = checks;
    }

    /** Waits for all of them. */
    Count await() throws InterruptedException {
        long end = System.nanoTime() + Ends.DEADLINE.plus(BOUND).toNanos();
        for (int i = 0; i < checks.size(); i++) {
            count(checks.get(i), truths.get(i), end - System.nanoTime());
        }
        return this;
    }

    Row row(String proxy, Scenario scenario, int doubled, Traffic traffic) {
        return new Row(
                proxy,
                scenario,
                checks.size(),
                usual,
                wrong,
                lost,
                doubled,
                others,
                traffic.newConnections(),
                traffic.refusals(),
                traffic.isHttp2Alone());
    }

    private void count(Future<CheckResult> check, Verdict truth, long patience) throws InterruptedException {
        try {
            if (check.get(patience, TimeUnit.NANOSECONDS).verdict() == truth) {
                usual++;
            } else {
                wrong++;
            }
        } catch (TimeoutException | CancellationException e) {
            lost++;
        } catch (ExecutionException e) {
            count(e);
        }
    }

    /**
     * What a future threw is wrapped once more. Whatever is not an exception of ours is as bad as a check that is lost.
     */
    private void count(Throwable thrown) {
        if (thrown instanceof ConnectionCheckException error) {
            others.merge(error.getClass().getSimpleName(), 1, Integer::sum);
        } else if (thrown instanceof ExecutionException && thrown.getCause() != null) {
            count(thrown.getCause());
        } else {
            lost++;
        }
    }
}
