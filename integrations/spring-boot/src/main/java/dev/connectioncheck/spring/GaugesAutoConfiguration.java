package dev.connectioncheck.spring;

import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.micrometer.ConnectionGauges;
import dev.connectioncheck.micrometer.WatchedConnection;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Shows watched connections as gauges, which Spring Boot binds to every registry. */
@AutoConfiguration(after = ConnectionCheckAutoConfiguration.class)
@ConditionalOnClass({ConnectionGauges.class, MeterBinder.class})
@ConditionalOnBean(ConnectionWatch.class)
final class GaugesAutoConfiguration {
    @Bean
    ConnectionGauges connectionGauges(ConnectionMonitor monitor) {
        return ConnectionGauges.of(
                monitor.names().stream().map(name -> new Watched(name, monitor)).toList());
    }

    private record Watched(String name, ConnectionMonitor monitor) implements WatchedConnection {
        @Override
        public String vendor() {
            return monitor.target(name).map(CheckTarget::vendor).orElseThrow();
        }

        @Override
        public Optional<Verdict> verdict() {
            return monitor.verdict(name);
        }

        @Override
        public Optional<Duration> age() {
            return monitor.last(name).map(LastCheck::age);
        }
    }
}
