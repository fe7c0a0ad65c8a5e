package dev.connectioncheck.benchmarks.polls;

import com.google.api.core.ApiClock;
import com.google.api.gax.longrunning.OperationTimedPollAlgorithm;
import com.google.api.gax.retrying.RetrySettings;
import com.google.api.gax.retrying.TimedAttemptSettings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The polling policies that users get elsewhere. */
final class Policies {
    private Policies() {}

    /** Returns the peers' policies by name. */
    static Map<String, Policy> peers() {
        Map<String, Policy> policies = new LinkedHashMap<>();
        policies.put("Datafold's client", Policies::doubling);
        policies.put("GAX 0.5 s to 5 s", gax(Duration.ofMillis(500), Duration.ofSeconds(5)));
        policies.put("GAX 5 s to 45 s", gax(Duration.ofSeconds(5), Duration.ofSeconds(45)));
        policies.put("every 1 s", () -> () -> 1);
        policies.put("every 5 s", () -> () -> 5);
        policies.put("every 30 s", () -> () -> 30);
        return policies;
    }

    /** One second, doubled each time, as the vendor's client has it; its own end after 64 s is left out. */
    private static Policy.Pauses doubling() {
        double[] next = {0.5};
        return () -> next[0] *= 2;
    }

    /** Google's own class decides, its jitter included. */
    private static Policy gax(Duration first, Duration longest) {
        RetrySettings settings = RetrySettings.newBuilder()
                .setInitialRetryDelayDuration(first)
                .setRetryDelayMultiplier(1.5)
                .setMaxRetryDelayDuration(longest)
                .setTotalTimeoutDuration(Duration.ofHours(24))
                .build();
        return () -> {
            OperationTimedPollAlgorithm algorithm = OperationTimedPollAlgorithm.create(settings, new StoppedClock());
            TimedAttemptSettings[] attempt = {algorithm.createFirstAttempt()};
            return () -> {
                attempt[0] = algorithm.createNextAttempt(attempt[0]);
                return attempt[0].getRandomizedRetryDelayDuration().toNanos() / 1e9;
            };
        };
    }

    /** The total time-out is of no interest here. */
    private static final class StoppedClock implements ApiClock {
        @Override
        public long nanoTime() {
            return 0;
        }

        @Override
        public long millisTime() {
            return 0;
        }
    }
}
