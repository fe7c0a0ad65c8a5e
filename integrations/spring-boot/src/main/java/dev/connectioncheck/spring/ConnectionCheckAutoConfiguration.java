package dev.connectioncheck.spring;

import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.config.Connections;
import dev.connectioncheck.config.ConnectionsReader;
import dev.connectioncheck.config.NamedConnection;
import dev.connectioncheck.spi.VendorClient;
import dev.connectioncheck.time.SystemTime;
import dev.connectioncheck.time.TimeSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.util.ClassUtils;

/**
 * Makes a {@link ConnectionChecker} of the properties under {@code connectioncheck}, which is closed with the context,
 * a {@link ConnectionMonitor}, a bean of each client, and, if asked for, checks again and again. Beans of your own take
 * the place of checker, {@link Connections} and any vendor's unnamed client; a {@link TimeSource} bean tells the time,
 * for tests.
 */
@AutoConfiguration
@EnableConfigurationProperties(ConnectionCheckProperties.class)
public final class ConnectionCheckAutoConfiguration {
    private static final Log LOG = LogFactory.getLog(ConnectionCheckAutoConfiguration.class);

    ConnectionCheckAutoConfiguration() {}

    @Bean
    static ClientBeans connectionCheckClientBeans(Environment environment, ResourceLoader resources) {
        return new ClientBeans(configuration(environment, resources));
    }

    private static Configuration configuration(Environment environment, ResourceLoader resources) {
        ClassLoader loader = resources.getClassLoader();
        return new Configuration(environment, resources, loader == null ? ClassUtils.getDefaultClassLoader() : loader);
    }

    @Bean
    @ConditionalOnMissingBean
    Connections connectionCheckConnections(
            Environment environment,
            ResourceLoader resources,
            ListableBeanFactory beans,
            ObjectProvider<SslBundles> bundles,
            ObjectProvider<VendorHttpClientCustomizer> customizers) {
        Configuration configuration = configuration(environment, resources);
        warn(configuration);
        HttpClients httpClients = new HttpClients(
                configuration.tree().sslBundles(),
                bundles,
                customizers.orderedStream().toList());
        ConnectionsReader reader = configuration.reader().warnings(LOG::warn).eachClient(httpClients::with);
        clientsOfTheUser(beans).forEach(reader::client);
        return configuration.read(reader);
    }

    private static void warn(Configuration configuration) {
        if (configuration.modules().all().isEmpty()) {
            LOG.warn("No vendor's module is on the class path, so nothing can be checked: add sdk-squared,"
                    + " sdk-unstructured, sdk-datafold or sdk-artie.");
        }
        List<String> unknown = configuration.tree().unknown();
        if (!unknown.isEmpty()) {
            LOG.warn("connectioncheck has keys that are not known, " + String.join(", ", unknown)
                    + "; vendors on the class path are "
                    + String.join(", ", configuration.modules().vendors()) + ".");
        }
    }

    private static Stream<VendorClient> clientsOfTheUser(ListableBeanFactory beans) {
        return Stream.of(beans.getBeanNamesForType(VendorClient.class))
                .filter(name -> !name.startsWith(ClientBeans.PREFIX))
                .map(name -> beans.getBean(name, VendorClient.class));
    }

    @Bean
    @ConditionalOnMissingBean
    ConnectionChecker connectionChecker(
            Connections connections,
            ObjectProvider<ConnectionCheckerCustomizer> customizers,
            ObjectProvider<TimeSource> time) {
        ConnectionChecker.Builder builder = connections.checker();
        time.ifAvailable(builder::timeSource);
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return builder.build();
    }

    @Bean
    @ConditionalOnMissingBean
    ConnectionMonitor connectionMonitor(
            ConnectionChecker checker,
            Connections connections,
            ConnectionCheckProperties properties,
            ObjectProvider<TimeSource> time,
            ApplicationEventPublisher publisher) {
        return new ConnectionMonitor(
                checker,
                connections.connections(),
                properties.watch().maxAge(),
                time.getIfAvailable(SystemTime::instance),
                change -> publish(change, publisher));
    }

    /** A listener of the user's that throws must not take the outcome from whoever waits for it. */
    private static void publish(ConnectionVerdictChanged change, ApplicationEventPublisher publisher) {
        try {
            publisher.publishEvent(change);
        } catch (RuntimeException e) {
            LOG.warn("A listener for a change of verdict threw " + e.getClass().getName() + ".");
        }
    }

    @Bean
    @ConditionalOnProperty("connectioncheck.watch.enabled")
    ConnectionWatch connectionWatch(
            ConnectionMonitor monitor,
            Connections connections,
            ConnectionCheckProperties properties,
            ObjectProvider<TimeSource> time) {
        connections.connections().stream()
                .filter(NamedConnection::standsForAll)
                .forEach(entry -> LOG.warn("The connection " + entry.name()
                        + " stands for all of its client and is not watched: name the connections to watch."));
        return new ConnectionWatch(
                monitor,
                properties.watch().interval(),
                time.getIfAvailable(SystemTime::instance),
                () -> ThreadLocalRandom.current().nextDouble());
    }
}
