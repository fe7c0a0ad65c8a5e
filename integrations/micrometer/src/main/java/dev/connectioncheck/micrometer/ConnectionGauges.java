package dev.connectioncheck.micrometer;

import dev.connectioncheck.Verdict;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * Shows watched connections as gauges, as {@link ConnectionGaugeDocumentation} describes them. Needs
 * {@code micrometer-core}. Immutable; a gauge reads and never checks.
 */
public final class ConnectionGauges implements MeterBinder {
    private final List<WatchedConnection> connections;

    private ConnectionGauges(List<WatchedConnection> connections) {
        this.connections = connections;
    }

    /**
     * Makes gauges that can be bound to any number of registries.
     *
     * @param connections the connections; kept as long as a registry keeps the gauges
     * @return two gauges for each connection
     */
    public static ConnectionGauges of(Collection<? extends WatchedConnection> connections) {
        return new ConnectionGauges(List.copyOf(connections));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        connections.forEach(connection -> bind(connection, registry));
    }

    private static void bind(WatchedConnection connection, MeterRegistry registry) {
        Tags tags = Tags.of(
                ConnectionGaugeDocumentation.Keys.VENDOR.asString(), connection.vendor(),
                ConnectionGaugeDocumentation.Keys.CONNECTION.asString(), connection.name());
        Gauge.builder(ConnectionGaugeDocumentation.STATUS.getName(), connection, ConnectionGauges::status)
                .description("1 if the last check passed, 0 if it failed, -1 if that is not known")
                .tags(tags)
                .strongReference(true)
                .register(registry);
        Gauge.builder(ConnectionGaugeDocumentation.AGE.getName(), connection, ConnectionGauges::age)
                .description("How long ago the last check ended")
                .baseUnit(ConnectionGaugeDocumentation.AGE.getBaseUnit())
                .tags(tags)
                .strongReference(true)
                .register(registry);
    }

    private static double status(WatchedConnection connection) {
        Verdict verdict = connection.verdict().orElse(Verdict.INCONCLUSIVE);
        return switch (verdict) {
            case PASSED -> 1;
            case FAILED -> 0;
            case INCONCLUSIVE -> -1;
        };
    }

    private static double age(WatchedConnection connection) {
        return connection
                .age()
                .map(Duration::toMillis)
                .map(millis -> millis / 1000.0)
                .orElse(Double.NaN);
    }
}
