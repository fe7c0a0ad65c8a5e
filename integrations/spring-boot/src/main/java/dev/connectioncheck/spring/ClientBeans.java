package dev.connectioncheck.spring;

import dev.connectioncheck.config.ConfigurationException;
import dev.connectioncheck.config.Connections;
import dev.connectioncheck.spi.VendorClient;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;

/**
 * Makes a bean of each client that is configured, under its own type, so that {@code DatafoldClient} can be injected;
 * of several of one type, by {@code @Qualifier} with the client's name. The configuration is read once here, for names
 * and types alone, since neither beans nor bundles are there so early.
 */
final class ClientBeans implements BeanDefinitionRegistryPostProcessor {
    static final String PREFIX = "connectioncheck.client.";

    private final Configuration configuration;

    ClientBeans(Configuration configuration) {
        this.configuration = configuration;
    }

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        if (!(registry instanceof ConfigurableListableBeanFactory beans)) {
            return;
        }
        try {
            Connections found = configuration.read(configuration.reader().warnings(warning -> {}));
            found.unnamedClients().forEach((vendor, client) -> {
                if (beans.getBeanNamesForType(client.getClass(), true, false).length == 0) {
                    register(
                                    registry,
                                    beans,
                                    vendor,
                                    client,
                                    all -> all.unnamedClients().get(vendor))
                            .setPrimary(true);
                }
            });
            found.clients()
                    .forEach((name, client) -> register(
                            registry, beans, name, client, all -> all.clients().get(name)));
        } catch (ConfigurationException | UncheckedIOException e) {
            // The bean of all connections is about to say so, with everything that is wrong.
        }
    }

    private static RootBeanDefinition register(
            BeanDefinitionRegistry registry,
            ConfigurableListableBeanFactory beans,
            String name,
            VendorClient client,
            Function<Connections, @Nullable VendorClient> find) {
        RootBeanDefinition definition = definition(client.getClass(), beans, find);
        definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, name));
        // Made anew at each start, also in an application that was processed ahead of time.
        definition.setAttribute(BeanRegistrationAotProcessor.IGNORE_REGISTRATION_ATTRIBUTE, true);
        registry.registerBeanDefinition(PREFIX + name, definition);
        return definition;
    }

    @SuppressWarnings("unchecked")
    private static RootBeanDefinition definition(
            Class<? extends VendorClient> type,
            ConfigurableListableBeanFactory beans,
            Function<Connections, @Nullable VendorClient> find) {
        return new RootBeanDefinition(
                (Class<VendorClient>) type, () -> Objects.requireNonNull(find.apply(beans.getBean(Connections.class))));
    }
}
