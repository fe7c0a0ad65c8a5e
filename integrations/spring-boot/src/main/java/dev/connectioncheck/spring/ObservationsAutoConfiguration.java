package dev.connectioncheck.spring;

import dev.connectioncheck.micrometer.ConnectionCheckObservationConvention;
import dev.connectioncheck.micrometer.ConnectionCheckObservations;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/**
 * Observes every check, if there is a registry. It looks for the registry when the checker is made, not by a condition:
 * the class after which it would have to come has another name in Boot 4.
 */
@AutoConfiguration
@ConditionalOnClass({ConnectionCheckObservations.class, ObservationRegistry.class})
final class ObservationsAutoConfiguration {
    @Bean
    ConnectionCheckerCustomizer connectionCheckObservations(
            ObjectProvider<ObservationRegistry> registries,
            ObjectProvider<ConnectionCheckObservationConvention> conventions) {
        return builder -> registries.ifAvailable(registry -> {
            ConnectionCheckObservationConvention convention = conventions.getIfAvailable();
            builder.listener(
                    convention == null
                            ? ConnectionCheckObservations.of(registry)
                            : ConnectionCheckObservations.of(registry, convention));
        });
    }
}
