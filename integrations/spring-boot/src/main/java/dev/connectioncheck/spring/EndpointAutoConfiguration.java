package dev.connectioncheck.spring;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Makes the endpoint {@code connections} of the actuator, if that is there and exposes it. */
@AutoConfiguration(after = ConnectionCheckAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnBean(ConnectionMonitor.class)
final class EndpointAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnAvailableEndpoint
    ConnectionsEndpoint connectionsEndpoint(ConnectionMonitor monitor) {
        return new ConnectionsEndpoint(monitor);
    }
}
