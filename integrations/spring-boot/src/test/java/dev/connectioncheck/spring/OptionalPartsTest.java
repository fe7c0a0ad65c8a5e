package dev.connectioncheck.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.micrometer.ConnectionCheckObservationConvention;
import dev.connectioncheck.micrometer.ConnectionGauges;
import dev.connectioncheck.micrometer.DefaultConnectionCheckObservationConvention;
import dev.connectioncheck.sandbox.VirtualTime;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.DeferredImportSelector;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.AnnotationMetadata;

/** The actuator and Micrometer may be there or not. */
class OptionalPartsTest {
    private final VirtualTime time = new VirtualTime();

    @BeforeEach
    void allLampsAreLit() {
        LampModule.forgetAll();
    }

    @Test
    void withoutTheActuatorConnectionsAreCheckedAndWatched() {
        application()
                .withClassLoader(
                        new FilteredClassLoader("org.springframework.boot.actuate", "org.springframework.boot.health"))
                .run(context -> {
                    assertThat(context).hasNotFailed().doesNotHaveBean("connectionsHealthContributor");
                    assertThat(context.getBean(ConnectionMonitor.class).verdict("hall"))
                            .isPresent();
                });
    }

    @Test
    void withoutMicrometerConnectionsAreCheckedAndWatched() {
        application()
                .withClassLoader(new FilteredClassLoader("io.micrometer", "dev.connectioncheck.micrometer"))
                .run(context -> {
                    assertThat(context).hasNotFailed().hasBean("connectionsHealthContributor");
                    assertThat(context.getBean(ConnectionMonitor.class).verdict("hall"))
                            .isPresent();
                });
    }

    @Test
    void withObservationAloneThereAreNoGauges() {
        application()
                .withClassLoader(new FilteredClassLoader("io.micrometer.core"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasBean("connectionCheckObservations")
                        .doesNotHaveBean("connectionGauges"));
    }

    @Test
    void checksAreObservedIfThereIsARegistry() {
        TestObservationRegistry registry = TestObservationRegistry.create();
        Contexts.watching(time)
                .withBean(TestObservationRegistry.class, () -> registry)
                .run(context -> TestObservationRegistryAssert.assertThat(registry)
                        .hasNumberOfObservationsWithNameEqualTo("connectioncheck.check", 2));
    }

    @Test
    void aConventionThatIsABeanIsUsed() {
        TestObservationRegistry registry = TestObservationRegistry.create();
        ConnectionCheckObservationConvention convention = new DefaultConnectionCheckObservationConvention() {
            @Override
            public String getName() {
                return "acme.check";
            }
        };
        Contexts.watching(time)
                .withBean(TestObservationRegistry.class, () -> registry)
                .withBean(ConnectionCheckObservationConvention.class, () -> convention)
                .run(context -> TestObservationRegistryAssert.assertThat(registry)
                        .hasNumberOfObservationsWithNameEqualTo("acme.check", 2));
    }

    @Test
    void watchedConnectionsAreGauges() {
        LampModule.dark("2", "broken");
        Contexts.watching(time).run(context -> {
            MeterRegistry meters = new SimpleMeterRegistry();
            context.getBean(ConnectionGauges.class).bindTo(meters);

            assertThat(meters.get("connectioncheck.status")
                            .tag("connectioncheck.connection", "hall")
                            .gauge()
                            .value())
                    .isEqualTo(1);
            assertThat(meters.get("connectioncheck.status")
                            .tag("connectioncheck.connection", "attic")
                            .gauge()
                            .value())
                    .isZero();
            assertThat(meters.get("connectioncheck.last.age").gauges()).hasSize(2);
        });
        Contexts.withLamps().run(context -> assertThat(context).doesNotHaveBean(ConnectionGauges.class));
    }

    @Test
    void keysAndSettingsAreMaskedInTheActuatorsEndpoints() {
        Contexts.withLamps().run(context -> {
            SanitizingFunction mask = context.getBean(SanitizingFunction.class);

            assertThat(shown(mask, "connectioncheck.lamp.api-key")).isEqualTo(SanitizableData.SANITIZED_VALUE);
            assertThat(shown(mask, "connectioncheck.clients.eu.apiKey")).isEqualTo(SanitizableData.SANITIZED_VALUE);
            assertThat(shown(mask, "CONNECTIONCHECK_CLIENTS_EU_API_KEY")).isEqualTo(SanitizableData.SANITIZED_VALUE);
            assertThat(shown(mask, "connectioncheck.connections.a.settings.password"))
                    .isEqualTo(SanitizableData.SANITIZED_VALUE);
            assertThat(shown(mask, "LAMP_KEY")).isEqualTo(SanitizableData.SANITIZED_VALUE);
            assertThat(shown(mask, "DATAFOLD_API_KEY")).isEqualTo(SanitizableData.SANITIZED_VALUE);
            assertThat(shown(mask, "connectioncheck.watch.interval")).isEqualTo("value");
            assertThat(shown(mask, "spring.application.name")).isEqualTo("value");
        });
    }

    @Test
    void theBeanOfThePropertiesHoldsNoSecret() {
        assertThat(ConnectionCheckProperties.class.getDeclaredFields())
                .extracting(java.lang.reflect.Field::getName)
                .containsExactlyInAnyOrder("config", "watch");
        Contexts.withLamps().run(context -> assertThat(context).hasSingleBean(ConnectionChecker.class));
    }

    /** Finds auto-configurations as an application does: by name, with conditions that are read before any class. */
    private ApplicationContextRunner application() {
        return new ApplicationContextRunner()
                .withUserConfiguration(Application.class)
                .withBean(VirtualTime.class, () -> time)
                .withPropertyValues(
                        "connectioncheck.watch.enabled=true",
                        "connectioncheck.lamp.api-key=k-1",
                        "connectioncheck.connections.hall.client=lamp",
                        "connectioncheck.connections.hall.lamp-id=1");
    }

    @Import(Ours.class)
    static final class Application {}

    /** Names our auto-configurations, in the order that Spring Boot gives them. */
    static final class Ours implements DeferredImportSelector {
        @Override
        public String[] selectImports(AnnotationMetadata application) {
            return Stream.of(
                            "ConnectionCheck",
                            "Boot3Health",
                            "Boot4Health",
                            "Endpoint",
                            "Gauges",
                            "Observations",
                            "Sanitizing")
                    .map(name -> "dev.connectioncheck.spring." + name + "AutoConfiguration")
                    .toArray(String[]::new);
        }
    }

    private static Object shown(SanitizingFunction mask, String key) {
        return mask.apply(new SanitizableData(null, key, "value")).getValue();
    }
}
