package dev.connectioncheck.spring;

import org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.actuate.health.CompositeHealthContributor;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Contributes watched connections to the health of Spring Boot 3, whose classes have other names than those of the
 * other line. The name of the class is the condition: an annotation whose type is missing is not seen at all.
 */
@AutoConfiguration(after = ConnectionCheckAutoConfiguration.class)
@ConditionalOnClass(name = "org.springframework.boot.actuate.health.CompositeHealthContributor")
@ConditionalOnEnabledHealthIndicator("connections")
@ConditionalOnBean(ConnectionWatch.class)
final class Boot3HealthAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean(name = "connectionsHealthContributor")
    CompositeHealthContributor connectionsHealthContributor(ConnectionMonitor monitor) {
        return CompositeHealthContributor.fromMap(
                ConnectionHealth.contributors(monitor, Boot3HealthAutoConfiguration::indicator));
    }

    private static HealthIndicator indicator(ConnectionHealth health) {
        return () ->
                Health.status(health.status()).withDetails(health.details()).build();
    }
}
