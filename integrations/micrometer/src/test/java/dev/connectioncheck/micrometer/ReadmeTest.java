package dev.connectioncheck.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.datafold.DatafoldTarget;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.SandboxExtension;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the documents show. */
class ReadmeTest {
    @RegisterExtension
    static final SandboxExtension sandbox = new SandboxExtension();

    @Test
    void aTimerAndACounterForEachEventComeOfTheObservation() {
        MeterRegistry meters = new SimpleMeterRegistry();
        DatafoldClient datafold = DatafoldClient.builder()
                .apiKey(sandbox.datafold().apiKey())
                .baseUrl(sandbox.datafold().baseUrl())
                .build();

        try (ConnectionChecker checker = observed(meters, datafold)) {
            checker.check(DatafoldTarget.dataSource(sandbox.datafold().dataSource(Behavior.passes())));
        }

        assertThat(meters.get("connectioncheck.check")
                        .tag("connectioncheck.vendor", "datafold")
                        .tag("connectioncheck.verdict", "passed")
                        .tag("error.type", "none")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("connectioncheck.check.accepted").counter().count())
                .isEqualTo(1);
        assertThat(meters.get("connectioncheck.check.active").longTaskTimer().activeTasks())
                .isZero();
    }

    private static ConnectionChecker observed(MeterRegistry meters, DatafoldClient datafold) {
        // tag::observed
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));

        ConnectionChecker checker = ConnectionChecker.builder()
                .client(datafold)
                .listener(ConnectionCheckObservations.of(registry))
                .build();
        // end::observed
        return checker;
    }
}
