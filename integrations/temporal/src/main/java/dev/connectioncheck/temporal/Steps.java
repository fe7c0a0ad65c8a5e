package dev.connectioncheck.temporal;

import dev.connectioncheck.temporal.Contract.CheckSteps;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The activities as the engine calls them, on many threads at once: signs of life, and nothing secret in failures. */
final class Steps implements CheckSteps {
    /** How trouble is retried for which nothing else says when. */
    static final RetryOptions RETRIES = RetryOptions.newBuilder()
            .setInitialInterval(Duration.ofSeconds(1))
            .setBackoffCoefficient(2)
            .setMaximumInterval(Duration.ofMinutes(1))
            .build();

    private final Asking asking;
    private final Connections connections;
    private final Heartbeat heartbeat;

    Steps(Asking asking, Connections connections, Heartbeat heartbeat) {
        this.asking = asking;
        this.connections = connections;
        this.heartbeat = heartbeat;
    }

    @Override
    public Map<String, Object> start(Map<String, Object> map) {
        CheckState state = CheckState.of(map);
        if (attempt() < state.startingAttempt()) {
            throw Trouble.putOff(state.why(), state.pause().orElseThrow());
        }
        return guarded(() -> asking.start(state, run()).toMap());
    }

    @Override
    public Map<String, Object> poll(Map<String, Object> state) {
        int polls = attempt();
        return guarded(() -> asking.poll(CheckState.of(state), run(), polls).toMap());
    }

    @Override
    public Map<String, Object> record(Map<String, Object> state) {
        return guarded(() -> asking.record(CheckState.of(state), run()).toMap());
    }

    @Override
    public Map<String, Object> page(Map<String, Object> map) {
        return guarded(() -> {
            SweepState state = SweepState.of(map);
            Optional<String> cursor = state.cursor();
            return state.read(connections.page(state.name(), cursor)).toMap();
        });
    }

    private static int attempt() {
        return Activity.getExecutionContext().getInfo().getAttempt();
    }

    private static String run() {
        return Activity.getExecutionContext().getInfo().getWorkflowId();
    }

    @SuppressWarnings("CatchingUnchecked") // also what code in other languages throws unchecked
    private <T> T guarded(Supplier<T> work) {
        ActivityExecutionContext activity = Activity.getExecutionContext();
        try {
            return heartbeat.during(activity, work);
        } catch (ApplicationFailure known) {
            throw known;
        } catch (Throwable thrown) {
            throw Trouble.of(thrown);
        }
    }
}
