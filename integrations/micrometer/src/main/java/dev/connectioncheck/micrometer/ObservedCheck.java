package dev.connectioncheck.micrometer;

import dev.connectioncheck.CheckListener;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionCheckException;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the observation of one check. The engine calls it from any thread, one event after the other. */
final class ObservedCheck implements CheckListener {
    private final ObservationRegistry registry;
    private final @Nullable ConnectionCheckObservationConvention convention;
    private final @Nullable Observation parent;
    private final ConnectionCheckObservationContext context;
    private boolean isAccepted;
    private @Nullable Observation observation;

    ObservedCheck(
            ObservationRegistry registry,
            @Nullable ConnectionCheckObservationConvention convention,
            @Nullable Observation parent,
            CheckTarget target) {
        this.registry = registry;
        this.convention = convention;
        this.parent = parent;
        this.context = new ConnectionCheckObservationContext(target);
    }

    @Override
    public void onStart(CheckTarget target) {
        Observation started = ConnectionCheckObservationDocumentation.CHECK.observation(
                convention, DefaultConnectionCheckObservationConvention.INSTANCE, () -> context, registry);
        if (parent != null) {
            started.parentObservation(parent);
        }
        observation = started.start();
    }

    @Override
    public void onPoll(CheckTarget target, String status, int polls) {
        isAccepted = true;
    }

    @Override
    public void onStatusChange(CheckTarget target, String status) {
        tell(isAccepted ? CheckEvent.STATUS_CHANGED : CheckEvent.ACCEPTED);
        isAccepted = true;
    }

    @Override
    public void onRetry(CheckTarget target, ConnectionCheckException why, int attempt, Duration pause) {
        tell(CheckEvent.RETRIED);
    }

    private void tell(CheckEvent event) {
        Optional.ofNullable(observation).ifPresent(started -> started.event(event));
    }

    @Override
    public void onFinish(CheckOutcome outcome) {
        context.finish(outcome);
        Optional.ofNullable(observation).ifPresent(started -> {
            outcome.error().ifPresent(error -> started.error(new NoVerdict(error)));
            started.stop();
        });
    }
}
