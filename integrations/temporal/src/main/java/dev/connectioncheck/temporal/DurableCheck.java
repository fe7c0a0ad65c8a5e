package dev.connectioncheck.temporal;

import dev.connectioncheck.temporal.Contract.CheckFlow;
import dev.connectioncheck.temporal.Contract.CheckSteps;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Goes from step to step until a check has ended. Activities decide everything else: this code is replayed over
 * histories of earlier releases, so it has nothing that might have to change.
 */
final class DurableCheck implements CheckFlow {
    private static final Duration BEYOND_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration LONGEST_STEP = Duration.ofMinutes(5);

    @Override
    public Map<String, Object> check(Map<String, Object> asked) {
        CheckState state = CheckState.of(asked);
        while (state.next() != CheckState.Next.DONE) {
            state = step(state);
        }
        return state.verdict().orElseThrow().toMap();
    }

    private static CheckState step(CheckState state) {
        return switch (state.next()) {
            case START -> start(state);
            case POLL -> CheckState.of(asOftenAsNeeded(state).poll(state.toMap()));
            case RECORD -> CheckState.of(asOftenAsNeeded(state).record(state.toMap()));
            case DONE -> state;
        };
    }

    /** A worker that took the start and never said what became of it may have started the check. */
    private static CheckState start(CheckState state) {
        try {
            return CheckState.of(once(state).start(state.toMap()));
        } catch (ActivityFailure lost) {
            if (lost.getCause() instanceof CanceledFailure) {
                throw lost;
            }
            return state.lost(Instant.ofEpochMilli(Workflow.currentTimeMillis()));
        }
    }

    /**
     * One attempt may start the check, the last; one that was put off has another before it, which only waits: as the
     * engine's pause between attempts, that takes no events.
     */
    private static CheckSteps once(CheckState state) {
        return stub(options(state)
                .setStartToCloseTimeout(state.options().timeout().plus(BEYOND_TIMEOUT))
                .setRetryOptions(RetryOptions.newBuilder()
                        .setMaximumAttempts(state.startingAttempt())
                        .build()));
    }

    private static CheckSteps asOftenAsNeeded(CheckState state) {
        return stub(options(state).setStartToCloseTimeout(LONGEST_STEP).setRetryOptions(Steps.RETRIES));
    }

    private static ActivityOptions.Builder options(CheckState state) {
        return ActivityOptions.newBuilder().setHeartbeatTimeout(state.options().heartbeatTimeout());
    }

    private static CheckSteps stub(ActivityOptions.Builder options) {
        return Workflow.newActivityStub(
                CheckSteps.class, options.setDisableEagerExecution(true).build());
    }
}
